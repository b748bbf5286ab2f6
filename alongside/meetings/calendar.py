"""Meetings as calendar files, which every calendar reads; they say when and where, and of whom nothing."""

from icalendar import Calendar, Event, vCalAddress, vText

from alongside.meetings.models import Meeting

# A calendar shows its owner's day to colleagues and on telephones: no family's name may stand in it.
WITHOUT_NAMES = "Meeting in Alongside"


def as_calendar(*meetings: Meeting, method: str = "PUBLISH", to: str = "") -> bytes:
    """Return meetings as one iCalendar file (RFC 5545), times in UTC; cancelled ones leave calendars that held them.

    :param method: REQUEST for an invitation, CANCEL when it is called off, PUBLISH for a feed (RFC 5546)
    :param to: the address of the one who is invited, whose calendar would not take a REQUEST without it
    """
    calendar = Calendar()
    calendar.add("prodid", "-//Alongside//Meetings//EN")
    calendar.add("version", "2.0")
    calendar.add("method", method)
    for meeting in meetings:
        calendar.add_component(_event(meeting, called_off=method == "CANCEL", to=to))
    return bytes(calendar.to_ical())


def _event(meeting: Meeting, *, called_off: bool, to: str) -> Event:
    event = Event()
    cancelled = called_off or meeting.state == Meeting.State.CANCELLED
    event.add("uid", f"{meeting.uid}@alongside")
    event.add("sequence", meeting.sequence)
    event.add("dtstamp", meeting.changed_at or meeting.arranged_at)
    event.add("dtstart", meeting.starts_at)
    event.add("dtend", meeting.ends_at)
    event.add("summary", WITHOUT_NAMES)
    event.add("status", "CANCELLED" if cancelled else "CONFIRMED")
    # A place can be a family's own home: only a meeting online says where in a calendar.
    if meeting.online_at:
        event.add("location", meeting.online_at)
    organiser = vCalAddress(f"MAILTO:{meeting.arranged_by.email}")
    organiser.params["CN"] = vText(meeting.arranged_by.name)
    event["organizer"] = organiser
    if to:
        # Answers are given by the link, where apologies have words: a calendar's own buttons would answer to nobody.
        invited = vCalAddress(f"MAILTO:{to}")
        invited.params["RSVP"] = vText("FALSE")
        event.add("attendee", invited, encode=False)
    return event
