"""What becomes of meetings when a record becomes final: always within the transaction of what happened."""

from typing import Any

from django.urls import reverse

from alongside.access.models import User
from alongside.meetings.actions.agenda import settle
from alongside.meetings.actions.holding import hold
from alongside.meetings.actions.waiting import ask_group
from alongside.meetings.bringing import bring_into_conversation
from alongside.meetings.models import Item, Meeting
from alongside.notices.actions import tell
from alongside.packs.format.forms import Form
from alongside.people.queries import lead_practitioner_of
from alongside.story import signals as story
from alongside.story.afterwards import leads_on
from alongside.story.models import Entry


def connect() -> None:
    """Begin to listen; once, when the application starts."""
    story.entry_finalised.connect(_entry_finalised, dispatch_uid="meetings")
    leads_on(_to_the_meeting)


def _entry_finalised(*, entry: Entry, form: Form, by: User, **_: Any) -> None:
    if form.record_of:
        _meeting_written_down(entry, by=by)
    if form.agenda_of:
        ask_group(entry=entry, kind=form.agenda_of, by=by)
    if entry.family_id and form.answers:
        _request_answered(entry, form, by=by)
    if entry.family_id and form.updates:
        bring_into_conversation(outcome=entry, form=form, by=by)


def _to_the_meeting(entry: Entry) -> str:
    """From minutes to their meeting, where those who were not there are told; from an answer back to the group."""
    form = entry.pack.form(entry.form_id)
    if form.record_of and (meeting := Meeting.objects.filter(entry=entry).exclude(family=None).first()):
        return reverse("family-meeting", args=[meeting.family_id, meeting.pk])
    if form.answers and (item := Item.objects.filter(answer=entry).first()):
        return reverse("group-meeting", args=[item.meeting_id])
    return ""


def _meeting_written_down(entry: Entry, *, by: User) -> None:
    """A meeting was held once its record is final; a new version of the record takes the place of the one before."""
    if entry.amends_id:
        Meeting.objects.filter(entry=entry.amends_id).update(entry=entry)
    elif meeting := Meeting.objects.filter(entry=entry, state=Meeting.State.ARRANGED).first():
        hold(meeting=meeting, by=by)


def _request_answered(entry: Entry, form: Form, *, by: User) -> None:
    """What the group says settles the request on its agenda, and whoever asked is told, with the lead practitioner."""
    if entry.amends_id:
        Item.objects.filter(answer=entry.amends_id).update(answer=entry, outcome=entry.summary)
        return
    request = _request_of(entry, form)
    if request is None:
        return
    item = Item.objects.filter(entry=request, settled_at=None).select_related("meeting").last()
    if item:
        settle(item=item, outcome=entry.summary, by=by, answer=entry)
    lead = lead_practitioner_of(entry.family_id or 0)
    to = [request.author, *([lead.user] if lead and lead.user else [])]
    title = f"Your request was answered: {entry.title}"
    tell(to=to, kind="decision", title=title, href=f"/entries/{entry.pk}/", by=by, family=entry.family)


def _request_of(entry: Entry, form: Form) -> Entry | None:
    """The request that the answer was begun from, else the family's earliest that waits for one."""
    if entry.started_from and entry.started_from.form_id == form.answers:
        return entry.started_from
    asked = Entry.objects.filter(family=entry.family_id, form_id=form.answers).on_the_story()
    return asked.exclude(on_agendas__settled_at__isnull=False).order_by("happened_on", "pk").first()
