"""Arranging meetings: when and where, who is asked, what is talked about."""

from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db import transaction
from django.utils import timezone

from alongside.access.models import Team, User
from alongside.meetings import rules
from alongside.meetings import signals as told
from alongside.meetings.actions.checks import check_may_arrange, held_still, noted
from alongside.meetings.actions.reaching import reach
from alongside.meetings.actions.waiting import take_up_waiting
from alongside.meetings.models import Meeting
from alongside.people.models import Family
from alongside.story import facts, signals
from alongside.story.models import Entry, Fact

LONGEST_HOURS = 12


@transaction.atomic
def arrange(
    *,
    kind: str,
    starts_at: datetime,
    ends_at: datetime,
    by: User,
    family: Family | None = None,
    team: Team | None = None,
    place: str = "",
    online_at: str = "",
    purpose: str = "",
    early_minutes: int = 0,
) -> Meeting:
    """Arrange a meeting about a family, or one of a team. Nobody is asked to come yet: that is `invite`.

    :param starts_at: aware; a meeting that was held already may be written up, so it may lie in the past
    :param early_minutes: how long before it everybody is asked to be there
    :raises PermissionDenied: when `by` may not see the family, or does not work in the team
    :raises ValidationError: by field, when it ends before it starts, has no place, or its address is none
    """
    check_may_arrange(family=family, team=team, by=by)
    meeting = Meeting(
        kind=Meeting.Kind(kind), family=family, team=team, arranged_by=by, arranged_at=timezone.now(),
        **_when_and_where(starts_at, ends_at, place, online_at), purpose=purpose.strip(),
        early_minutes=early_minutes,
    )  # fmt: skip
    meeting.save()
    noted(meeting, "arranged a meeting", by=by, kind=meeting.kind)
    _record_arranged(meeting, by=by)
    take_up_waiting(meeting, by=by)
    return meeting


@transaction.atomic
def change(
    *, meeting: Meeting, starts_at: datetime, ends_at: datetime, by: User, place: str, online_at: str, purpose: str
) -> Meeting:
    """Move a meeting, or change what it is for. Calendars that hold it take the change, by its new sequence.

    Whoever was asked already is told. Who had answered for another hour is asked again.

    :raises PermissionDenied: when `by` may not arrange it
    :raises ValidationError: by field; and when it was held or cancelled
    """
    now = held_still(meeting, by=by)
    before = (now.starts_at, now.ends_at)
    for name, value in _when_and_where(starts_at, ends_at, place, online_at).items():
        setattr(now, name, value)
    now.purpose, now.sequence, now.changed_at = purpose.strip(), now.sequence + 1, timezone.now()
    now.save()
    moved = before != (now.starts_at, now.ends_at)
    for one in now.invitations.exclude(reply=""):
        if not rules.answer_stands(one, moved=moved):
            one.reply, one.replied_at = "", None
            one.save(update_fields=["reply", "replied_at"])
    noted(now, "changed a meeting", by=by, moved=moved)
    told.meeting_changed.send(sender=Meeting, meeting=now, by=by, moved=moved)
    _tell_the_asked(now, "changed", by=by)
    return now


@transaction.atomic
def cancel(*, meeting: Meeting, why: str, by: User) -> Meeting:
    """Call a meeting off, saying why; whoever was asked is told.

    :raises ValidationError: when no reason is given, it was held or cancelled already, or its record is being written
    """
    if not why.strip():
        raise ValidationError({"why": "Say why the meeting is called off"})
    now = held_still(meeting, by=by)
    if now.entry and now.entry.status != Entry.Status.SET_ASIDE:
        raise ValidationError("Its record is being written. Set that draft aside first, if the meeting was not held.")
    now.state, now.why_cancelled, now.sequence = Meeting.State.CANCELLED, why.strip(), now.sequence + 1
    now.changed_at = timezone.now()
    now.save(update_fields=["state", "why_cancelled", "sequence", "changed_at"])
    noted(now, "called a meeting off", by=by)
    _withdraw_arranged(now, by=by)
    told.meeting_cancelled.send(sender=Meeting, meeting=now, by=by)
    _tell_the_asked(now, "called-off", by=by)
    return now


def _record_arranged(meeting: Meeting, *, by: User) -> None:
    """A clock of the pack may rest on it that a meeting is arranged, whenever it will be."""
    name = rules.ARRANGED.get(Meeting.Kind(meeting.kind))
    if name and meeting.family:
        facts.record(
            name=name, family=meeting.family, by=by, happened_at=meeting.arranged_at, data={"meeting": meeting.pk}
        )


def _withdraw_arranged(meeting: Meeting, *, by: User) -> None:
    """A meeting that was called off meets nothing: the clock runs again."""
    name = rules.ARRANGED.get(Meeting.Kind(meeting.kind), "")
    told = Fact.objects.filter(family=meeting.family_id, name=name, data__meeting=meeting.pk, replaced_by=None)
    for fact in told:
        facts.withdraw(fact, by=by)
        signals.facts_recorded.send(sender=Fact, family_id=fact.family_id)


def _tell_the_asked(meeting: Meeting, what: str, *, by: User) -> None:
    for one in meeting.invitations.exclude(sent_at=None).select_related("user", "person"):
        reach(one, what, by=by)


def _when_and_where(starts_at: datetime, ends_at: datetime, place: str, online_at: str) -> dict[str, Any]:
    problems: dict[str, str] = {}
    if ends_at <= starts_at:
        problems["ends_at"] = "A meeting ends after it begins"
    elif (ends_at - starts_at).total_seconds() > LONGEST_HOURS * 3600:
        problems["ends_at"] = f"A meeting lasts {LONGEST_HOURS} hours at most: check the day and the time"
    if not (place.strip() or online_at.strip()):
        problems["place"] = "Say where you meet, or give the address of the meeting online"
    if problems:
        raise ValidationError(problems)
    if online_at.strip():
        cure = "This is no address of a meeting online: copy it whole, with https:// in front"
        check(URLValidator(["https"]), online_at.strip(), "online_at", cure)
    return {"starts_at": starts_at, "ends_at": ends_at, "place": place.strip()[:300], "online_at": online_at.strip()}


def check(validate: Any, value: str, field: str, cure: str) -> None:
    """Ask one of Django's validators; its refusal stands beside the field, with what to do about it."""
    try:
        validate(value)
    except ValidationError:
        raise ValidationError({field: cure}) from None
