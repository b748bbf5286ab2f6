"""What somebody sees when something does not go as it should, and that each page says what to do."""

import pytest
from django.core.files.base import ContentFile
from django.db import connection
from django.test import Client, RequestFactory
from django.urls import include, path
from django.views.decorators.http import require_POST

from alongside.access import errors
from alongside.access.guards import allowed, public

pytestmark = pytest.mark.django_db


@allowed("sign_off")
def only_managers(request):
    raise AssertionError("nobody without the right comes here")


@public
def breaks(request):
    raise RuntimeError("something nobody thought of")


@public
@require_POST
def only_sent(request):
    raise AssertionError("nothing is sent here")


urlpatterns = [
    path("only-sent/", only_sent),
    path("only-managers/", only_managers),
    path("breaks/", breaks),
    path("", include("alongside.config.urls")),
]
handler400 = "alongside.access.errors.unreadable"
handler403 = "alongside.access.errors.forbidden"
handler404 = "alongside.access.errors.not_found"
handler429 = "alongside.access.errors.too_many"
handler500 = "alongside.access.errors.broken"


@pytest.fixture(autouse=True)
def _pages(settings):
    settings.ROOT_URLCONF = __name__


def test_forbidden_says_what_it_is_for_and_who_to_ask(client, ada, administrator, make_user):
    make_user("Grace Lewis", "manager")
    client.force_login(ada)
    page = client.get("/only-managers/")
    text = page.content.decode()
    assert page.status_code == 403
    assert "sign off records" in text
    assert "Grace Lewis" in text
    assert "Imran Shah" in text


def test_forbidden_where_nobody_could_be_asked(client, ada):
    client.force_login(ada)
    assert "ask your administrator" in client.get("/only-managers/").content.decode()


@pytest.mark.parametrize("signed_in", [True, False])
def test_nothing_here(client, ada, signed_in):
    if signed_in:
        client.force_login(ada)
    page = client.get("/no-such-page/")
    assert page.status_code == 404
    assert "There is nothing here" in page.content.decode()


def test_our_fault_needs_no_database(ada):
    client = Client(raise_request_exception=False)
    client.force_login(ada)
    page = client.get("/breaks/")
    assert page.status_code == 500
    assert "Something went wrong on our side" in page.content.decode()

    def refuse(*_: object) -> None:
        raise AssertionError("the error page asked the database")

    with connection.execute_wrapper(refuse):
        assert "999" in errors.broken(RequestFactory().get("/")).content.decode()


def test_our_fault_even_when_its_page_is_broken(monkeypatch):
    def fails(*_: object) -> str:
        raise RuntimeError

    monkeypatch.setattr(errors, "render_to_string", fails)
    page = errors.broken(RequestFactory().get("/")).content.decode()
    assert "What you had saved is safe" in page


def test_too_many_tries(settings):
    settings.ACCOUNT_RATE_LIMITS = {"reset_password": "1/m/key"}
    client = Client()
    answers = [client.post("/password/forgotten/", {"email": "a@alderbridge.example"}) for _ in range(2)]
    assert answers[1].status_code == 429
    assert "Please wait a little" in answers[1].content.decode()


def test_an_address_that_only_takes_a_form_says_so_to_who_opens_it(client, ada):
    client.force_login(ada)
    page = client.get("/only-sent/")
    text = page.content.decode()
    assert page.status_code == 405
    assert page["Allow"] == "POST"
    assert "There is nothing to read here" in text
    assert "Nothing was sent or changed" in text
    assert client.get("/only-sent/", headers={"hx-request": "true"}).content == b""


def sent(ada, what, **more):
    """What is sent to a page of ours, and read on the way there."""
    client = Client(enforce_csrf_checks=True)
    client.force_login(ada)
    return client.post("/only-sent/", what, **more)


def test_more_files_than_can_be_sent_at_once_are_counted(ada, settings):
    settings.DATA_UPLOAD_MAX_NUMBER_FILES = 2
    page = sent(ada, {"files": [ContentFile(b"a", name="a.txt") for _ in range(3)]})
    assert page.status_code == 400
    assert "2 files can be handed in at a time" in page.content.decode()


def test_what_cannot_be_read_is_said_in_words(ada):
    page = sent(ada, b"--b\r\nhalf", content_type="multipart/form-data; boundary=")
    assert page.status_code == 400
    assert "This could not be read" in page.content.decode()


def test_a_page_with_thousands_of_answers_arrives(ada):
    assert sent(ada, {f"answer:{number}": "words" for number in range(5_000)}).status_code == 403  # it was read
