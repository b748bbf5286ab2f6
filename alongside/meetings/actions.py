"""Arranging meetings: when and where, who is asked, what is talked about."""

from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.core.validators import URLValidator, validate_email
from django.db import transaction
from django.utils import timezone

from alongside.access import rules as access
from alongside.access import trail
from alongside.access.models import Team, User
from alongside.meetings.models import Invitation, Item, Meeting
from alongside.people.models import Family, Person
from alongside.story.models import Entry

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
) -> Meeting:
    """Arrange a meeting about a family, or one of a team. Nobody is asked to come yet: that is `invite`.

    :param starts_at: aware; a meeting that was held already may be written up, so it may lie in the past
    :raises PermissionDenied: when `by` may not see the family, or does not work in the team
    :raises ValidationError: by field, when it ends before it starts, has no place, or its address is none
    """
    check_may_arrange(family=family, team=team, by=by)
    meeting = Meeting(
        kind=Meeting.Kind(kind), family=family, team=team, arranged_by=by, arranged_at=timezone.now(),
        **_when_and_where(starts_at, ends_at, place, online_at), purpose=purpose.strip(),
    )  # fmt: skip
    meeting.save()
    _noted(meeting, "arranged a meeting", by=by, kind=meeting.kind)
    return meeting


@transaction.atomic
def change(
    *, meeting: Meeting, starts_at: datetime, ends_at: datetime, by: User, place: str, online_at: str, purpose: str
) -> Meeting:
    """Move a meeting, or change what it is for. Calendars that hold it take the change, by its new sequence.

    :raises PermissionDenied: when `by` may not arrange it
    :raises ValidationError: by field; and when it was held or cancelled
    """
    now = held_still(meeting, by=by)
    for name, value in _when_and_where(starts_at, ends_at, place, online_at).items():
        setattr(now, name, value)
    now.purpose, now.sequence = purpose.strip(), now.sequence + 1
    now.save()
    _noted(now, "changed a meeting", by=by)
    return now


@transaction.atomic
def cancel(*, meeting: Meeting, why: str, by: User) -> Meeting:
    """Call a meeting off, saying why.

    :raises ValidationError: when no reason is given, or it was held or cancelled already
    """
    if not why.strip():
        raise ValidationError({"why": "Say why the meeting is called off"})
    now = held_still(meeting, by=by)
    now.state, now.why_cancelled, now.sequence = Meeting.State.CANCELLED, why.strip(), now.sequence + 1
    now.save(update_fields=["state", "why_cancelled", "sequence"])
    _noted(now, "called a meeting off", by=by)
    return now


@transaction.atomic
def hold(*, meeting: Meeting, by: User, entry: Entry | None = None) -> Meeting:
    """Say that a meeting was held, and which record tells of it."""
    now = held_still(meeting, by=by)
    now.state, now.entry = Meeting.State.HELD, entry or now.entry
    now.save(update_fields=["state", "entry"])
    _noted(now, "held a meeting", by=by)
    return now


@transaction.atomic
def invite(
    *,
    meeting: Meeting,
    by: User,
    person: Person | None = None,
    user: User | None = None,
    name: str = "",
    agency: str = "",
    email: str = "",
    part: str = Invitation.Part.MEMBER,
) -> Invitation:
    """Ask somebody to come, known in one of three ways; who is asked already stays as they are.

    :raises ValidationError: by field, when nobody is named, or the email is none
    """
    held_still(meeting, by=by)
    name, email = " ".join(name.split())[:200], email.strip()
    if not (person or user or name):
        raise ValidationError({"name": "Say who is invited"})
    if email:
        _check(validate_email, email, "email", "This is no email address, such as sam.lee@school.example")
    known: dict[str, Any] = {"person": person} if person else {"user": user} if user else {"name": name, "email": email}
    found = Invitation.objects.filter(meeting=meeting, **known).first()
    if found:
        return found
    made = Invitation.objects.create(
        meeting=meeting, part=part, agency=agency.strip()[:200], **{"email": email} | known
    )
    _noted(meeting, "invited somebody to a meeting", by=by, invitation=made.pk)
    return made


@transaction.atomic
def uninvite(*, invitation: Invitation, by: User) -> None:
    """Take an invitation back; a link that went with it opens nothing any more."""
    from alongside.access.links import end_link

    held_still(invitation.meeting, by=by)
    link = invitation.link
    pk = invitation.pk
    invitation.delete()
    if link:
        end_link(link=link, by=by)
    _noted(invitation.meeting, "took an invitation back", by=by, invitation=pk)


@transaction.atomic
def answer(*, invitation: Invitation, reply: str, by: Any, words: str = "") -> Invitation:
    """Keep whether somebody comes; `by` is who said so, an account or the link they hold."""
    invitation.reply, invitation.reply_words = Invitation.Reply(reply), words.strip()
    invitation.replied_at = timezone.now()
    invitation.save(update_fields=["reply", "reply_words", "replied_at"])
    _noted(invitation.meeting, "answered an invitation", by=by, invitation=invitation.pk, reply=reply)
    return invitation


@transaction.atomic
def put_on_agenda(
    *, meeting: Meeting, by: User, words: str = "", family: Family | None = None, entry: Entry | None = None
) -> Item:
    """Put something on the agenda, last; a family or request that stands there already stays where it is."""
    held_still(meeting, by=by)
    if not (words.strip() or family or entry):
        raise ValidationError({"words": "Say what is to be talked about"})
    same = (
        Item.objects.filter(meeting=meeting, entry=entry)
        if entry
        else Item.objects.filter(meeting=meeting, family=family, entry=None)
    )
    if (entry or family) and (found := same.first()):
        return found
    last = Item.objects.filter(meeting=meeting).order_by("-position").values_list("position", flat=True).first() or 0
    return Item.objects.create(
        meeting=meeting,
        position=last + 1,
        words=words.strip()[:300],
        family=family or (entry.family if entry else None),
        entry=entry,
    )


@transaction.atomic
def settle(*, item: Item, outcome: str, by: User) -> Item:
    """Write down what came of a thing on the agenda."""
    item.outcome, item.settled_at, item.settled_by = outcome.strip(), timezone.now(), by
    item.save(update_fields=["outcome", "settled_at", "settled_by"])
    trail.changed(
        by=by, action="settled a thing on an agenda", family_id=item.family_id, subject=f"meeting {item.meeting_id}"
    )
    return item


def check_may_arrange(*, family: Family | None, team: Team | None, by: User) -> None:
    """Refuse who may not arrange meetings about this family, or of this team.

    :raises PermissionDenied: saying what to do
    """
    if family and not Family.objects.for_user(by).filter(pk=family.pk).exists():
        raise PermissionDenied("You can arrange meetings about families that you work with.")
    if team and not access.may(by, "see_team_families", team):
        raise PermissionDenied("You can arrange meetings of the team that you work in.")


def held_still(meeting: Meeting, *, by: User) -> Meeting:
    """Return the meeting locked, for a change by somebody who may.

    :raises PermissionDenied: when they may not
    :raises ValidationError: when it was held or cancelled
    """
    now = Meeting.objects.select_for_update(of=("self",)).select_related("family", "team").get(pk=meeting.pk)
    check_may_arrange(family=now.family, team=now.team, by=by)
    if now.state != Meeting.State.ARRANGED:
        raise ValidationError(f"This meeting was {now.get_state_display().lower()}; arrange a new one.")
    return now


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
        _check(URLValidator(["https"]), online_at.strip(), "online_at", cure)
    return {"starts_at": starts_at, "ends_at": ends_at, "place": place.strip()[:300], "online_at": online_at.strip()}


def _check(validate: Any, value: str, field: str, cure: str) -> None:
    try:
        validate(value)
    except ValidationError:
        raise ValidationError({field: cure}) from None


def _noted(meeting: Meeting, action: str, *, by: Any, **detail: Any) -> None:
    trail.changed(by=by, action=action, family_id=meeting.family_id, subject=f"meeting {meeting.pk}", detail=detail)
