"""Somebody's visits and meetings as a calendar file, which says when and nothing else.

A calendar is shown to colleagues, on telephones and on servers elsewhere: no name, place, purpose or address of a
meeting stands in it, whoever's it is.
"""

from datetime import timedelta
from typing import Any
from uuid import UUID

from django.db.models import Q
from django.utils import timezone
from icalendar import Calendar, Event

from alongside.access.models import User
from alongside.meetings.models import Invitation, Meeting
from alongside.visits.models import PlannedVisit

BEFORE, AFTER = timedelta(days=31), timedelta(days=366)
MOST = 1_000
VISIT, MEETING = "Visit (Alongside)", "Meeting (Alongside)"
CALLED_OFF = (PlannedVisit.State.CALLED_OFF, Meeting.State.CANCELLED)


def as_feed(user: User) -> bytes:
    """Return what somebody is to go to as one iCalendar file (RFC 5545), times in UTC; two queries.

    The same plans give the same bytes, so that a calendar can ask whether anything changed.
    """
    calendar = Calendar()
    calendar.add("prodid", "-//Alongside//Calendar//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", "Alongside")
    calendar.add("refresh-interval", timedelta(minutes=15), parameters={"VALUE": "DURATION"})
    for visit in _visits(user):
        calendar.add_component(_event(visit, VISIT, visit.planned_at))
    for meeting in _meetings(user):
        calendar.add_component(_event(meeting, MEETING, meeting.arranged_at))
    return bytes(calendar.to_ical())


def _visits(user: User) -> list[PlannedVisit]:
    going = PlannedVisit.objects.filter(Q(worker=user) | Q(companions=user), **_soon()).distinct()
    return list(going.order_by("starts_at", "pk")[:MOST])


def _meetings(user: User) -> list[Meeting]:
    asked = Invitation.objects.filter(user=user).exclude(reply=Invitation.Reply.APOLOGIES)
    return list(Meeting.objects.filter(pk__in=asked.values("meeting"), **_soon()).order_by("starts_at", "pk")[:MOST])


def _soon() -> dict[str, Any]:
    now = timezone.now()
    return {"starts_at__gte": now - BEFORE, "starts_at__lte": now + AFTER}


def _event(one: Any, summary: str, made_at: Any) -> Event:
    event, uid = Event(), UUID(str(one.uid))
    event.add("uid", f"{uid}@alongside")
    event.add("sequence", one.sequence)
    event.add("dtstamp", one.changed_at or made_at)
    event.add("dtstart", one.starts_at)
    event.add("dtend", one.ends_at)
    event.add("summary", summary)
    event.add("class", "PRIVATE")
    event.add("status", "CANCELLED" if one.state in CALLED_OFF else "CONFIRMED")
    return event
