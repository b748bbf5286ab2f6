"""The calendar of a worker outside of Alongside: when, and of nobody anything."""

from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from alongside.access.models import User
from alongside.journey.tests.making import World
from alongside.meetings import actions as meetings
from alongside.meetings.models import Meeting
from alongside.people.models import Family, Person
from alongside.visits.feed import as_feed
from alongside.visits.models import PlannedVisit

Plan = Callable[..., PlannedVisit]


@pytest.fixture
def address(by_lead: Client) -> str:
    """The path of the lead practitioner's secret address."""
    page = by_lead.post(reverse("calendar-address"), {"make": "yes"}).content.decode()
    return "/calendar/feed/" + page.split("/calendar/feed/")[1].split('"')[0]


@pytest.fixture
def busy(world: World, planned: Plan) -> PlannedVisit:
    """A visit and a meeting of the lead practitioner."""
    visit, soon = planned(), timezone.now() + timedelta(days=3)
    meeting = meetings.arrange(
        kind="team-around-the-family", family=world.family, starts_at=soon, ends_at=soon + timedelta(hours=1),
        place="The hall", by=world.lead,
    )  # fmt: skip
    meetings.invite(meeting=meeting, user=world.lead, by=world.lead)
    return visit


def test_a_secret_address_answers_with_no_session_until_it_is_taken_back(
    by_lead: Client, address: str, busy: PlannedVisit
) -> None:
    there = Client().get(address)
    assert (there.status_code, there["Content-Type"]) == (200, "text/calendar; charset=utf-8")
    assert (there["Cache-Control"], there["Referrer-Policy"]) == ("private, max-age=900", "same-origin")
    assert len(Calendar.from_ical(there.content).walk("VEVENT")) == 2
    assert Client().get(address, headers={"If-None-Match": there["ETag"]}).status_code == 304
    assert address not in by_lead.get(reverse("calendar-address")).content.decode()
    by_lead.post(reverse("calendar-address"), {"take-back": "yes"})
    assert Client().get(address).status_code == 410


def test_a_new_address_ends_the_one_before_and_so_does_a_closed_account(
    by_lead: Client, address: str, world: World
) -> None:
    newer = by_lead.post(reverse("calendar-address"), {"make": "yes"}).content.decode()
    newer = "/calendar/feed/" + newer.split("/calendar/feed/")[1].split('"')[0]
    assert (Client().get(address).status_code, Client().get(newer).status_code) == (410, 200)
    User.objects.filter(pk=world.lead.pk).update(is_active=False)
    assert Client().get(newer).status_code == 410


def test_who_asks_endlessly_often_is_told_to_wait(address: str) -> None:
    answers = [Client().get(address).status_code for _ in range(21)]
    assert (answers[0], answers[-1]) == (200, 429)


@pytest.mark.django_db
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), min_size=1, max_size=60))
def test_a_feed_is_the_same_whatever_is_named_and_written(world: World, busy: PlannedVisit, words: str) -> None:
    before = as_feed(world.lead)
    with transaction.atomic():
        PlannedVisit.objects.update(place=words, purpose=words, tools=words, lone_note=words)
        Meeting.objects.update(place=words, purpose=words, online_at=f"https://meet.example/{words}"[:400])
        Family.objects.update(name=words)
        User.objects.update(name=words)
        Person.objects.update(given_names=words, family_name=words)
        assert as_feed(world.lead) == before
        transaction.set_rollback(True)


def test_what_is_called_off_is_so_in_the_feed_and_keeps_its_name_of_numbers(world: World, busy: PlannedVisit) -> None:
    from alongside.visits import actions

    actions.call_off(visit=busy, why="Rosa is in hospital", by=world.lead)
    events = Calendar.from_ical(as_feed(world.lead)).walk("VEVENT")
    visit = next(one for one in events if str(one["summary"]).startswith("Visit"))
    assert (str(visit["status"]), str(visit["sequence"])) == ("CANCELLED", "1")
    assert UUID(str(visit["uid"]).partition("@")[0]) == busy.uid
