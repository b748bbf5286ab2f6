"""Signing in, by everything somebody may do and everything that may go wrong."""

import time

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.core import mail
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.urls import reverse

from alongside.access.models import Change, User
from alongside.access.tests.conftest import PASSWORD, found

pytestmark = pytest.mark.django_db

NEW_PASSWORD = "three warm stones together"
SIGN_IN = "/sign-in/"


def sign_in(client, email="ada@alderbridge.example", password=PASSWORD, **extra):
    return client.post(SIGN_IN, {"login": email, "password": password, **extra})


def is_signed_in(client: Client) -> bool:
    return client.get("/your-account/").status_code == 200


def code_now(secret: str) -> str:
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30))


def set_up_second_step(client: Client) -> str:
    """Set an authenticator app up by its page, as a person would, and return its secret."""
    page = client.get("/second-step/totp/activate/")
    secret = page.context_data["form"].secret  # type: ignore[index]
    answer = client.post("/second-step/totp/activate/", {"code": code_now(secret)})
    assert answer.status_code == 302
    return secret


def test_somebody_signs_in_and_goes_on_where_they_were(client, ada):
    answer = client.get("/your-account/")
    assert answer.url == "/sign-in/?next=/your-account/"
    page = client.get(answer.url)
    assert 'name="next" value="/your-account/"' in page.content.decode()
    answer = sign_in(client, next="/your-account/#field-3")
    assert (answer.status_code, answer.url) == (302, "/your-account/#field-3")
    assert "Ada Okafor" in client.get("/your-account/").content.decode()


def test_capital_letters_in_the_address_do_not_matter(client, ada):
    assert sign_in(client, email="Ada@Alderbridge.example").status_code == 302


def test_another_site_cannot_be_gone_on_to(client, ada):
    assert sign_in(client, next="https://elsewhere.example/").url == "/"


@pytest.mark.parametrize(
    ("email", "password", "says"),
    [
        ("ada@alderbridge.example", "wrong", "We do not know this email address with this password"),
        ("nobody@alderbridge.example", PASSWORD, "We do not know this email address with this password"),
        ("", PASSWORD, "Enter email address"),
        ("ada@alderbridge.example", "", "Enter password"),
        ("ada", PASSWORD, "email address"),
    ],
)
def test_what_is_wrong_is_said_and_no_account_is_given_away(client, ada, email, password, says):
    page = sign_in(client, email=email, password=password).content.decode()
    assert says in page
    assert "Error: Sign in" in page
    assert not is_signed_in(client)


def test_wrong_tries_are_limited(client, ada, settings):
    settings.ACCOUNT_RATE_LIMITS = {"login_failed": "5/300s/key"}
    cache.clear()
    for _ in range(5):
        sign_in(client, password="wrong")
    assert "too many wrong tries" in sign_in(client).content.decode()
    assert not is_signed_in(client)
    cache.clear()
    assert sign_in(client).status_code == 302


def test_tries_are_counted_where_every_process_and_server_counts_them(client, ada, settings):
    settings.ACCOUNT_RATE_LIMITS = {"login_failed": "5/300s/key"}
    sign_in(client, password="wrong")
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM access_tries WHERE cache_key LIKE %s", ["%login_failed%"])
        assert cursor.fetchone() == (1,)


def test_nobody_makes_an_account_for_themselves(client):
    assert client.get("/signup/").status_code == 404
    assert "administrator" in client.get(SIGN_IN).content.decode()


def test_signing_out_ends_the_session(client, ada):
    sign_in(client)
    assert client.get("/sign-out/").status_code == 200
    assert is_signed_in(client)
    client.post("/sign-out/")
    assert not is_signed_in(client)


def test_a_closed_account_is_signed_out_at_once_and_stays_out(client, ada):
    sign_in(client)
    User.objects.filter(pk=ada.pk).update(is_active=False)
    assert not is_signed_in(client)
    answer = sign_in(client)
    assert "This account is closed" in client.get(answer.url).content.decode()
    assert not is_signed_in(client)


def test_sessions_that_were_ended_do_not_come_back(client, ada):
    sign_in(client)
    User.objects.filter(pk=ada.pk).update(sessions_ended=1)
    assert not is_signed_in(client)


def test_a_session_is_kept_by_use(client, ada):
    sign_in(client)
    session = client.session
    session["used_at"] = 0
    session.save()
    answer = client.get("/your-account/")
    assert client.session["used_at"] > 0
    assert answer.cookies["sessionid"]["max-age"] == 10 * 60 * 60
    assert "sessionid" not in client.get("/your-account/").cookies


def test_who_somebody_is_costs_two_queries(client, ada, django_assert_num_queries):
    sign_in(client)
    client.get("/your-account/")
    with django_assert_num_queries(2):  # the session; the account with its posts
        client.get("/sign-out/")


def test_a_forgotten_password_is_chosen_anew(client, ada):
    answer = client.post("/password/forgotten/", {"email": "ada@alderbridge.example"})
    assert "Look at your email" in client.get(answer.url).content.decode()
    assert "Hello Ada Okafor" in mail.outbox[0].body
    link = found(r"http://testserver(\S+)", str(mail.outbox[0].body))
    page = client.get(link, follow=True)
    assert "Choose your password" in page.content.decode()
    where = page.redirect_chain[-1][0]
    answer = client.post(where, {"password1": NEW_PASSWORD, "password2": NEW_PASSWORD})
    assert "Your password is set" in client.get(answer.url).content.decode()
    assert sign_in(client, password=PASSWORD).status_code == 200
    assert sign_in(client, password=NEW_PASSWORD).status_code == 302
    assert "no longer works" in Client().get(link, follow=True).content.decode()


def test_an_address_nobody_has_is_not_given_away(client, ada):
    answer = client.post("/password/forgotten/", {"email": "nobody@alderbridge.example"})
    assert answer.url == reverse("account_reset_password_done")
    assert not mail.outbox


@pytest.mark.parametrize("link", ["/password/choose/1-abc-def/", "/password/choose/zz-set-password/"])
def test_a_link_that_no_longer_works_says_what_to_do(client, link):
    page = client.get(link, follow=True).content.decode()
    assert "This link no longer works" in page
    assert reverse("account_reset_password") in page


def test_a_changed_password_ends_other_sessions_and_keeps_this_one(client, ada):
    elsewhere = Client()
    sign_in(client)
    sign_in(elsewhere)
    client.get("/password/change/")
    form = {"oldpassword": PASSWORD, "password1": NEW_PASSWORD, "password2": NEW_PASSWORD}
    assert client.post("/password/change/", form).status_code == 302
    assert is_signed_in(client)
    assert not is_signed_in(elsewhere)


@pytest.mark.parametrize("weak", ["short", "password1234", "adaokaforada", "123456789012345"])
def test_weak_passwords_are_refused(client, ada, weak):
    sign_in(client)
    page = client.post("/password/change/", {"oldpassword": PASSWORD, "password1": weak, "password2": weak})
    assert "Error: Change your password" in page.content.decode()


def test_a_second_step_from_setting_it_up_to_taking_it_away(client, ada):
    sign_in(client)
    assert "Set up a second step" in client.get("/second-step/").content.decode()
    secret = set_up_second_step(client)
    stored = Authenticator.objects.get(type="totp").data["secret"]
    assert secret not in stored

    codes = client.get("/second-step/recovery-codes/")
    recovery = codes.context_data["unused_codes"][0]
    assert recovery in codes.content.decode()
    assert recovery in client.get("/second-step/recovery-codes/download/").content.decode()
    client.post("/sign-out/")

    answer = sign_in(client, next="/second-step/")
    assert answer.url == "/second-step/authenticate/"
    assert not is_signed_in(client)
    assert "Enter your code" in client.get(answer.url).content.decode()
    assert "not right" in client.post(answer.url, {"code": "000000"}).content.decode()
    cache.clear()
    now = code_now(secret)
    answer = client.post("/second-step/authenticate/", {"code": f"{now[:3]} {now[3:]}"})
    assert answer.url == "/second-step/"
    assert "9 left" not in client.get("/second-step/").content.decode()
    client.post("/sign-out/")

    sign_in(client)
    client.post("/second-step/authenticate/", {"code": recovery})
    assert "9 left" in client.get("/second-step/").content.decode()
    assert client.get("/second-step/totp/deactivate/").status_code == 200
    client.post("/second-step/totp/deactivate/")
    assert not Authenticator.objects.exists()


def test_new_recovery_codes_take_the_place_of_old_ones(client, ada):
    sign_in(client)
    set_up_second_step(client)
    old = client.get("/second-step/recovery-codes/").context_data["unused_codes"]
    assert "will no longer work" in client.get("/second-step/recovery-codes/generate/").content.decode()
    client.post("/second-step/recovery-codes/generate/")
    new = client.get("/second-step/recovery-codes/").context_data["unused_codes"]
    assert not set(old) & set(new)


def test_after_a_quarter_of_an_hour_safety_asks_for_the_password_again(client, ada):
    sign_in(client)
    session = client.session
    session["account_authentication_methods"][0]["at"] -= 20 * 60
    session.save()
    answer = client.get("/second-step/totp/activate/")
    assert answer.url.startswith("/confirm-it-is-you/")
    assert "Is it still you?" in client.get(answer.url).content.decode()
    assert "not your password" in client.post(answer.url, {"password": "wrong"}).content.decode()
    assert client.post(answer.url, {"password": PASSWORD}).url == "/second-step/totp/activate/"
    assert client.get("/second-step/totp/activate/").status_code == 200


def test_who_has_an_app_confirms_by_code_as_well(client, ada):
    sign_in(client)
    secret = set_up_second_step(client)
    page = client.get("/second-step/reauthenticate/")
    assert "Is it still you?" in page.content.decode()
    assert client.post("/second-step/reauthenticate/", {"code": code_now(secret)}).status_code == 302


class TestARequiredSecondStep:
    @pytest.fixture(autouse=True)
    def required(self, settings):
        settings.MFA_REQUIRED = "manager, administrator"

    def test_who_must_have_one_and_has_none_is_led_to_set_it_up(self, client, make_user):
        make_user("Grace Lewis", "manager")
        sign_in(client, "grace@alderbridge.example")
        answer = client.get("/your-account/")
        assert answer.url == "/second-step/totp/activate/?next=%2Fyour-account%2F"
        assert client.get(answer.url).status_code == 200
        set_up_second_step(client)
        assert is_signed_in(client)

    def test_who_need_not_is_left_alone(self, client, ada):
        sign_in(client)
        assert is_signed_in(client)

    def test_they_can_still_sign_out(self, client, make_user):
        make_user("Grace Lewis", "manager")
        sign_in(client, "grace@alderbridge.example")
        assert client.post("/sign-out/").url == "/sign-in/"

    def test_it_cannot_be_taken_away(self, client, make_user):
        make_user("Grace Lewis", "manager")
        sign_in(client, "grace@alderbridge.example")
        set_up_second_step(client)
        page = client.post("/second-step/totp/deactivate/").content.decode()
        assert "your role asks for a second step" in page
        assert Authenticator.objects.filter(type="totp").exists()


def test_signing_in_and_out_is_on_the_trail(client, ada):
    sign_in(client, password="wrong")
    sign_in(client)
    client.post("/sign-out/")
    lines = list(Change.objects.order_by("pk").values_list("user_name", "action", "path"))
    assert lines == [
        ("Alongside, by itself", "refused a sign-in", "/sign-in/"),
        ("Ada Okafor", "signed in", "/sign-in/"),
        ("Ada Okafor", "signed out", "/sign-out/"),
    ]
    assert Change.objects.get(action="refused a sign-in").detail == {"email": "ada@alderbridge.example"}


class TestNothingTypedIsLost:
    FORM = {"answers.worries": "Mum said: “I am so tired.”\nShe cried.", "revision": "7", "password": "secret"}

    def test_a_form_sent_after_the_session_ended_is_handed_back(self, client):
        page = client.post("/accounts/new/", self.FORM)
        text = page.content.decode()
        assert page.status_code == 401
        assert "Mum said: “I am so tired.”\nShe cried." in text
        assert 'name="revision" value="7"' in text
        assert "secret" not in text
        assert "Send it again" in text

    def test_a_script_is_told_plainly(self, client):
        answer = client.post("/accounts/new/", self.FORM, headers={"HX-Request": "true"})
        assert (answer.status_code, answer.headers["Content-Type"]) == (401, "text/plain")
        answer = client.get("/accounts/new/", headers={"Sec-Fetch-Mode": "cors"})
        assert answer.status_code == 401

    def test_a_form_from_before_signing_in_again_is_handed_back_and_can_be_sent(self, ada):
        client = Client(enforce_csrf_checks=True, headers={"Origin": "http://testserver"})
        client.force_login(ada)
        page = client.post("/accounts/new/", self.FORM)
        text = page.content.decode()
        assert page.status_code == 403
        assert "She cried." in text
        token = found(r'name="csrfmiddlewaretoken" value="([^"]+)"', text)
        answer = client.post("/accounts/new/", self.FORM | {"csrfmiddlewaretoken": token})
        assert "This is not open to you" in answer.content.decode()  # taken this time; she is no administrator

    @pytest.mark.parametrize("origin", ["https://elsewhere.example", "null", ""])
    def test_another_site_is_not_one_click_away(self, ada, origin):
        client = Client(enforce_csrf_checks=True, headers={"Origin": origin} if origin else {})
        client.force_login(ada)
        page = client.post("/accounts/new/", self.FORM)
        assert page.status_code == 403
        assert "Send it again" not in page.content.decode()

    def test_markup_in_what_was_typed_stays_text(self, client):
        page = client.post("/accounts/new/", {"text": "</textarea><script>alert(1)</script>"}).content.decode()
        assert "<script>alert" not in page


def test_the_demos_sign_ins_are_shown_only_where_the_demo_is(client, ada, settings):
    settings.DEMO_SIGN_INS = "alongside.access.tests.test_sign_in.DEMO"
    page = client.get(SIGN_IN).content.decode()
    assert "ada@alderbridge.example" in page
    assert "gone@alderbridge.example" not in page


class OneDemo:
    def __init__(self, email: str) -> None:
        self.role, self.email, self.password = "Lead practitioner", email, PASSWORD


DEMO = [OneDemo("ada@alderbridge.example"), OneDemo("gone@alderbridge.example")]
