"""Who called is told what was decided, and no more than they may know."""

import re

import pytest
from django.core import mail
from django.urls import reverse

from alongside.access.models import Team, User
from alongside.frontdoor import actions
from alongside.frontdoor.letters import drafts_for
from alongside.frontdoor.models import Told
from alongside.frontdoor.tests.conftest import decide, sent
from tests.pages import CheckedClient

pytestmark = pytest.mark.django_db


@pytest.mark.requirement("FD-06")
def test_the_caller_is_told_no_more_than_they_may_know(client: CheckedClient, door: Team, adviser: User) -> None:
    contact = decide(actions.take(contact=sent(about=["unnamed"]), team=door, by=adviser), adviser)
    client.force_login(adviser)
    page = client.get(reverse("front-door-tell", args=[contact.pk])).content.decode()
    assert "Food today, and a talk with Ilse this week." in page
    for less in ({"spoken-with-family": ["not-spoken"]}, {"caller-service": ["family-or-public"]}):
        other = decide(actions.take(contact=sent(about=["unnamed"], **less), team=door, by=adviser), adviser)
        assert [draft.may_know for draft in drafts_for(other, adviser)] == [False]
        assert "Food today" not in client.get(reverse("front-door-tell", args=[other.pk])).content.decode()
    mail.outbox.clear()
    words = {"words_id": "what-was-decided", "words": "Dear Priya, food today.", "to_email": "priya@millbrook.example"}
    assert (
        client.post(reverse("front-door-tell", args=[contact.pk]), words | {"to_email": "x", "mail": "yes"}).status_code
        == 422
    )
    client.post(reverse("front-door-tell", args=[contact.pk]), words | {"mail": "yes"})
    (message,) = mail.outbox
    assert "food" not in message.body
    path = re.search(r"/front-door/answer/\S+/", str(message.body))
    assert path
    client.logout()
    assert "Dear Priya, food today." in client.get(path[0]).content.decode()
    assert client.get("/front-door/answer/forged/").status_code == 404
    assert Told.objects.get().words == "Dear Priya, food today."
    contact.refresh_from_db()
    assert contact.caller_told_at
