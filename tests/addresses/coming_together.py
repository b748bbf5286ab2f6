"""Meetings, calls, conferences and visits about a family, and what others are asked for."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.utils import timezone

from alongside.access.models import User
from alongside.conferences.models import About, Conference, Letter, ReadingPack, Report
from alongside.contributions import actions as contributions
from alongside.directory.models import Service
from alongside.directory.tests.making import a_service, taken
from alongside.frontdoor.models import Contact, Told
from alongside.meetings import actions as meetings
from alongside.meetings.models import Invitation, Meeting
from alongside.story import actions as story
from alongside.story.models import Entry
from alongside.visits import actions as visits
from tests.addresses.record import FamilyRecord


def meetings_and_calls(record: FamilyRecord, by: User) -> None:
    """Make one of each, for a family whose record has something to talk about."""
    _meetings(record, by)
    _front_door(record, by)
    _asked_of_others(record, by)
    _conferences(record, by)


def _meetings(record: FamilyRecord, by: User) -> None:
    """A meeting about the family whose record is begun, and a group of the team that was asked something."""
    soon = timezone.now() + timedelta(days=9)
    when: dict[str, Any] = {"starts_at": soon, "ends_at": soon + timedelta(hours=1), "place": "The hall", "by": by}
    meeting = meetings.arrange(kind="team-around-the-family", family=record.family, **when)
    meetings.invite(meeting=meeting, person=record.parent, by=by)
    meetings.invite(meeting=meeting, name="Dr Lee", agency="GP", email="lee@surgery.example", by=by)
    meetings.put_on_agenda(meeting=meeting, words="Mornings", by=by)
    meetings.lay_out(meeting=meeting, document=record.made["document"], by=by)
    meetings.begin(meeting=meeting, form_id="team-around-the-family", by=by)
    group = meetings.arrange(kind="solution-group", team=record.family.team, **when)
    request = meetings.put_on_agenda(meeting=group, entry=record.made["final"], by=by)
    there = {"starts_at": soon, "ends_at": soon + timedelta(hours=1), "back_by": soon + timedelta(hours=2)}
    visit = visits.plan(
        family=record.family, worker=by, people=[record.child], place="At home", purpose="Mornings", by=by, **there
    )
    record.made |= {"meeting": meeting, "group": group, "request": request, "visit": visit}
    record.made["service"] = _service()


def _front_door(record: FamilyRecord, by: User) -> None:
    """A call about the family that is held now, and one that was decided and of which the caller was told."""
    now, today, team = timezone.now(), timezone.localdate(), record.family.team

    def call(reference: str, **more: Any) -> Contact:
        entry = story.start(
            form_id="front-door-conversation", by=by, team=team, family=record.family, happened_on=today
        )
        return Contact.objects.create(
            reference=f"FD-{record.family.pk}-{reference}", came_by="call", about="family", caller="Priya Nair",
            received_at=now, decide_by=today, team=team, taken_by=by, taken_at=now, entry=entry, **more,
        )  # fmt: skip

    decided = call("D", outcome="early-help", level="level-2", decided_on=today, decided_by=by)
    Entry.objects.filter(front_door_contact=decided).update(status="final", finalised_at=now, finalised_by=by)
    told = Told.objects.create(contact=decided, how="letter", may_know=False, words="Thank you.", at=now, by=by)
    record.made |= {"call": call("C"), "decided call": decided, "told": told}


def _asked_of_others(record: FamilyRecord, by: User) -> None:
    """What an agency is asked for, for a record that is being written."""
    record.made["contribution"] = contributions.ask(
        family=record.family, for_kind="entry", for_id=record.made["draft"].pk, form_id="agency-contribution",
        name="Priya Nair", agency="Health visiting", email="priya@health.example", by=by,
    )  # fmt: skip


def _conferences(record: FamilyRecord, by: User) -> None:
    """A conference that comes, with a report and a reading pack, and one that was held and is told of."""
    now, family = timezone.now(), record.family

    def conference(days: int, **more: Any) -> Conference:
        starts = now + timedelta(days=days)
        when: dict[str, Any] = {"starts_at": starts, "ends_at": starts + timedelta(hours=2), "arranged_at": now}
        meeting = Meeting.objects.create(kind="conference", family=family, arranged_by=by, place="Hall", **when, **more)
        made = Conference.objects.create(meeting=meeting, kind="initial", chair=by)
        About.objects.create(conference=made, child=record.child)
        return made

    coming = conference(9)
    asked = meetings.invite(meeting=coming.meeting, person=record.parent, by=by)
    entry = story.start(form_id="note", by=by, team=family.team, family=family, happened_on=timezone.localdate())
    Entry.objects.filter(pk=entry.pk).update(status="final", finalised_at=now, finalised_by=by)
    held = conference(-9, state="held", entry=entry)
    came = Invitation.objects.create(meeting=held.meeting, user=by)
    sent = {"sent_at": now, "sent_how": "notice", "sent_by": by}
    record.made |= {
        "conference": coming,
        "report": Report.objects.create(
            conference=coming, by="agency", agency="School", due=now.date(), asked_at=now, asked_by=by,
            entry=record.made["final"], came_on=now.date(),
        ),
        "reading pack": ReadingPack.objects.create(conference=coming, invitation=asked, to_name="Rosa"),
        "conference held": held,
        "letter to one": Letter.objects.create(conference=held, invitation=came, reads="whole", **sent),
    }  # fmt: skip


def _service() -> Service:
    """A service of the directory."""
    taken(a_service("Talking as a couple", terms=["Domestic abuse"], place=("YA1 1AA", 54.0, 0.2)))
    return Service.objects.get()
