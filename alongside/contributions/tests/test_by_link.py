"""Somebody without an account is asked by a link, writes, and sends once."""

import re
from datetime import timedelta

import pytest
from django.core import mail
from django.db import DatabaseError, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from alongside.access.models import Change, Look
from alongside.contributions.models import Contribution
from alongside.contributions.queries import whose_day_has_come
from alongside.contributions.tasks import look_at_days
from alongside.contributions.tests.conftest import asked
from alongside.journey.tests.making import World
from alongside.notices.models import Notice
from alongside.story.models import Entry, Fact

NAMES = ("Rowan", "Maya", "Rosa")


def link_in(body: object) -> str:
    found = re.search(r"(/contribute/\S+)", str(body))
    assert found
    return found[1]


def page_of(world: World, **more: str) -> dict[str, str]:
    """What a browser without scripts sends when everything needed is answered."""
    said = {
        "how-known": "Since Maya was born", "family-told": "knows", "going-well": "Rosa comes to every check",
        "worries": "Maya’s cough", "could-do": "A home visit in June",
        f"about-child@{world.child.pk}": "Maya plays by herself for long", **more,
    }  # fmt: skip
    return {**said, **{f"asked:{key}": "yes" for key in said}}


@pytest.mark.requirement("EP-20")
def test_a_health_visitor_answers_by_a_link_and_what_she_sends_stays(world: World, assessment: Entry, client: Client):
    contribution = asked(world, assessment, asks="How is her weight?")
    (sent,) = mail.outbox
    assert sent.to == ["priya@health.example"]
    assert not [name for name in NAMES if name in f"{sent.subject}{sent.body}"]
    path = link_in(sent.body)
    assert "How is her weight?" in client.get(path).content.decode()
    half = {"asked:how-known": "yes", "how-known": "Since Maya was born"}
    assert client.post(path, half | {"send": "yes"}, follow=True).status_code == 200
    assert client.post(f"{path}send/").status_code == 422
    assert not Entry.objects.filter(form_id="agency-contribution").exists()
    page = client.get(path).content.decode()
    assert "Since Maya was born" in page
    base = re.findall(r'name="(base:[^"]+|revision:[^"]+)" value="([^"]*)"', page)
    read = client.post(path, dict(base) | page_of(world, send="yes"), follow=True).content.decode()
    assert "Rosa comes to every check" in read
    done = client.post(f"{path}send/", follow=True).content.decode()
    assert "it has been sent" in done
    assert client.get(f"{path}sent.pdf")["Content-Type"] == "application/pdf"
    contribution.refresh_from_db()
    entry = contribution.entry
    assert entry is not None
    assert (contribution.state, entry.status, entry.writer) == ("received", "final", "Priya Nair, Health visiting")
    said = {answer.key: answer.value for answer in entry.answers.all()}
    assert (said["worries"], said["could-do"]) == ("Maya’s cough", "A home visit in June")
    assert Fact.objects.filter(family=world.family, name="contribution.received").count() == 1
    assert Change.objects.filter(action="sent a contribution", user_name__startswith="Priya Nair").exists()
    assert not Change.objects.filter(path__contains=path.split("/")[2]).exists()
    assert not Look.objects.filter(path__contains=path.split("/")[2]).exists()
    assert Notice.objects.get(to=world.lead, kind="contribution").title.startswith("Received")
    # Sent once: a second press changes nothing, and the database keeps it.
    client.post(f"{path}send/")
    client.post(path, page_of(world, worries="Something else"))
    assert Entry.objects.filter(form_id="agency-contribution").count() == 1
    with pytest.raises(DatabaseError), transaction.atomic():
        entry.answers.filter(key="worries").update(value="Something else")


def test_answers_keep_themselves_while_typing_and_two_windows_see_each_other(
    world: World, assessment: Entry, client: Client
):
    asked(world, assessment)
    path = link_in(mail.outbox[0].body)

    def typed(words: str, revision: int, key: str = "worries") -> object:
        sent = {"key": key, f"asked:{key}": "yes", key: words, f"revision:{key}": str(revision)}
        return client.post(f"{path}answers/", sent)

    assert typed("A cough", 0).json()["revision"] == 1  # type: ignore[attr-defined]
    assert typed("A cough at night", 1).json()["revision"] == 2  # type: ignore[attr-defined]
    other = typed("No cough", 1)
    assert other.status_code == 409  # type: ignore[attr-defined]
    assert other.json()["text"] == "A cough at night"  # type: ignore[attr-defined]
    assert typed("x", 0, key="no-such-question").status_code == 404  # type: ignore[attr-defined]


def test_nobody_else_reads_it_before_it_is_sent(world: World, assessment: Entry, client: Client):
    contribution = asked(world, assessment)
    path = link_in(mail.outbox[0].body)
    client.post(path, {"asked:worries": "yes", "worries": "Not for others yet"})
    client.force_login(world.lead)
    for page in (
        reverse("contribution", args=[world.family.pk, contribution.pk]),
        reverse("family-contributions", args=[world.family.pk]),
        reverse("entry-edit", args=[assessment.pk]),
    ):
        assert "Not for others yet" not in client.get(page).content.decode()


def test_who_cannot_says_why_and_who_asked_is_told(world: World, assessment: Entry, client: Client):
    contribution = asked(world, assessment)
    path = link_in(mail.outbox[0].body)
    assert client.post(f"{path}decline/", {"why": " "}).status_code == 422
    client.post(f"{path}decline/", {"why": "I left the team in May. Ask Jo Field."})
    contribution.refresh_from_db()
    assert (contribution.state, contribution.why_not) == ("declined", "I left the team in May. Ask Jo Field.")
    assert Notice.objects.filter(to=world.lead, kind="contribution").exists()
    assert client.post(path, page_of(world)).status_code == 409


def test_a_withdrawn_link_opens_nothing(world: World, assessment: Entry, client: Client):
    contribution = asked(world, assessment)
    client.force_login(world.lead)
    here = reverse("contribution", args=[world.family.pk, contribution.pk])
    assert client.post(here, {"do": "why-withdraw", "why": ""}).status_code == 422
    client.post(here, {"do": "why-withdraw", "why": "She told us by telephone."})
    assert "no longer needed" in mail.outbox[-1].subject
    assert Client().get(link_in(mail.outbox[0].body)).status_code == 410


@pytest.mark.requirement("EP-20")
def test_they_are_reminded_before_the_day_and_lateness_is_told_once(world: World, assessment: Entry):
    contribution = asked(world, assessment)
    assert contribution.remind_on < contribution.due
    Contribution.objects.update(remind_on=timezone.localdate())
    for _ in range(2):
        look_at_days(0)
    assert [one.subject.partition(":")[0] for one in mail.outbox] == [
        "You are asked to contribute to work with a family",
        "A reminder",
    ]
    assert link_in(mail.outbox[0].body) != link_in(mail.outbox[1].body)
    Contribution.objects.update(due=timezone.localdate() - timedelta(days=1))
    for _ in range(2):
        look_at_days(0)
    assert Notice.objects.filter(to=world.lead, kind="late-contribution").count() == 1
    here = reverse("contribution", args=[world.family.pk, contribution.pk])
    by_lead = Client()
    by_lead.force_login(world.lead)
    assert "Nobody has opened the link yet" in by_lead.get(here).content.decode()
    late = Client().get(link_in(mail.outbox[0].body)).content.decode()
    assert "The link was first opened" in by_lead.get(here).content.decode()
    assert "it can still be sent" in late
    # Once the assessment is finished, nobody is pressed for it.
    Contribution.objects.update(late_told_at=None)
    assert whose_day_has_come() == [contribution.pk]
    assessment.status = Entry.Status.SET_ASIDE
    assessment.save()
    assert whose_day_has_come() == []


def test_who_opens_the_family_writes_the_ordinary_form(world: World, assessment: Entry, client: Client):
    contribution = asked(world, assessment, user=world.manager, name="", email="")
    assert not mail.outbox
    told = Notice.objects.get(to=world.manager, kind="request")
    client.force_login(world.manager)
    assert told.href in client.get(reverse("my-work")).content.decode()
    written = client.post(told.href, {"do": "write"})
    contribution.refresh_from_db()
    assert contribution.entry is not None
    assert written.url == reverse("entry-edit", args=[contribution.entry.pk])  # type: ignore[attr-defined]
    assert client.post(written.url, page_of(world)).status_code == 302  # type: ignore[attr-defined]
    client.post(reverse("entry-check", args=[contribution.entry.pk]))
    contribution.refresh_from_db()
    assert contribution.state == "received"


def test_who_is_asked_already_is_not_asked_twice(world: World, assessment: Entry, client: Client):
    client.force_login(world.lead)
    page = reverse("contribution-ask", args=[assessment.pk])
    due = timezone.localdate() + timedelta(days=12)
    day = {"due-day": due.day, "due-month": due.month, "due-year": due.year}
    said = {"others": "Priya Nair, Health visiting, priya@health.example", "asks": "", **day}
    assert client.get(page).status_code == 200
    assert client.post(page, said | {"others": "Priya Nair, Health visiting"}).status_code == 422
    for _ in range(2):
        assert client.post(page, said).status_code == 302
    assert Contribution.objects.count() == 1
    assert len(mail.outbox) == 1
