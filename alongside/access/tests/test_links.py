"""Secret links: who holds one gets in, for that one thing, as long as it lasts."""

from datetime import timedelta
from typing import Any

import pytest
from django.http import Http404, HttpRequest, HttpResponse
from django.test import RequestFactory
from django.utils import timezone

from alongside.access import links
from alongside.access.guards import by_link
from alongside.access.models import Change, Look, SecretLink, User
from alongside.access.trail import changed, note_look
from alongside.access.trail.looks import write_looks

pytestmark = pytest.mark.django_db


@pytest.fixture
def sender() -> User:
    return User.objects.create_user(email="ruth@example.org", name="Ruth Adler")


@by_link("report")
def page(request: HttpRequest, link: SecretLink) -> HttpResponse:
    note_look(request, family_id=7, what="what was asked for")
    write_looks(request)
    changed(by=link, action="sent a report", family_id=7)
    return HttpResponse(f"Hello {link.to_name}, this is report {link.about}")


def text(answer: Any) -> str:
    return answer.content.decode()


def make(sender: User, **more: Any) -> tuple[SecretLink, str]:
    given: dict[str, Any] = {
        "purpose": "report",
        "about": "17",
        "to_name": "Mr Hale",
        "lasts": timedelta(days=14),
        "by": sender,
    }
    return links.make_link(**(given | more))


def test_a_link_opens_its_page_and_the_trail_says_who_held_it(rf: RequestFactory, sender: User) -> None:
    _, token = make(sender)
    answer = page(rf.get("/"), token=token)
    assert text(answer) == "Hello Mr Hale, this is report 17"
    assert answer["Referrer-Policy"] == "same-origin"
    assert answer["Cache-Control"] == "no-store"
    assert Look.objects.get().user_name == "Mr Hale, by a link"
    assert Change.objects.get(action="sent a report").user_name == "Mr Hale, by a link"


def test_the_secret_is_stored_nowhere(sender: User) -> None:
    link, token = make(sender)
    stored = str(SecretLink.objects.filter(pk=link.pk).values().get()) + str(list(Change.objects.values()))
    assert token not in stored


@pytest.mark.parametrize("token", ["", "wrong", "x" * 10_000, "\x00", "🗝"])
def test_a_wrong_secret_leads_nowhere(rf: RequestFactory, sender: User, token: str) -> None:
    make(sender)
    with pytest.raises(Http404):
        page(rf.get("/"), token=token)


def test_a_link_for_one_purpose_opens_no_other_page(rf: RequestFactory, sender: User) -> None:
    _, token = make(sender, purpose="another")
    with pytest.raises(Http404):
        page(rf.get("/"), token=token)


def test_an_ended_link_says_whom_to_ask_and_shows_nothing(client: Any, rf: RequestFactory, sender: User) -> None:
    link, token = make(sender)
    links.end_link(link=link, by=sender)
    links.end_link(link=link, by=sender)
    request = rf.get("/")
    request.user = sender
    answer = page(request, token=token)
    assert answer.status_code == 410
    assert "Ask Ruth Adler" in text(answer)
    assert Change.objects.filter(action="ended a link").count() == 1
    assert not Look.objects.exists()


def test_a_link_whose_time_is_over_opens_nothing(rf: RequestFactory, sender: User) -> None:
    link, token = make(sender)
    SecretLink.objects.filter(pk=link.pk).update(expires_at=timezone.now())
    request = rf.get("/")
    request.user = sender
    assert page(request, token=token).status_code == 410
