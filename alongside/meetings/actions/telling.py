"""Those who were not there are told what was agreed: by a notice, by a mail with a link, or by somebody (EP-22)."""

from collections.abc import Iterable

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from alongside.access.models import User
from alongside.meetings.actions.checks import locked, noted
from alongside.meetings.actions.reaching import address_of, reads_here
from alongside.meetings.models import Invitation, Meeting
from alongside.meetings.reading import excepted, is_outside, may_read
from alongside.meetings.tasks import mail_minutes
from alongside.notices.actions import tell
from alongside.plans.papers.actions import looked_at_exceptions

LOOK_FIRST = "The family excepted something. Look at it beside the minutes, and say in your words what you found"


@transaction.atomic
def tell_absent(*, meeting: Meeting, invitations: Iterable[Invitation], by: User, looked: str = "") -> list[Invitation]:
    """Tell these of the minutes, those who are not told yet and can be reached; returns who was told.

    Whom the family keeps from seeing anything is passed over.

    :param looked: what the sender says of the exceptions that the family made in words, kept as a fact of theirs
    :raises ValidationError: while the minutes are not final, or when there are such exceptions and nothing is said
    """
    now = _held(meeting, by=by)
    waiting = [one for one in invitations if one.meeting_id == now.pk and one.told_at is None and _way_to(one)]
    reading = [one for one in waiting if may_read(one) != "nothing"]
    in_words = any(is_outside(one) for one in reading) and excepted(now)
    if in_words and not looked.strip():
        raise ValidationError({"looked": LOOK_FIRST})
    told = []
    if now.family and in_words:
        looked_at_exceptions(now.family, said=looked, what=f"the minutes of meeting {now.pk}", by=by)
    for one in reading:
        if how := _way_to(one):
            _mark(one, how, by=by)
            _tell(one, how, by=by)
            told.append(one)
    return told


@transaction.atomic
def told_by_hand(*, invitation: Invitation, by: User) -> None:
    """Note that somebody was told what was agreed, by whoever says so."""
    _held(invitation.meeting, by=by)
    if invitation.told_at is None:
        _mark(invitation, Invitation.Told.THEMSELVES, by=by)


def _held(meeting: Meeting, *, by: User) -> Meeting:
    now = locked(meeting, by=by)
    if now.state != Meeting.State.HELD:
        raise ValidationError("Make the minutes final first: then those who were not there can be told.")
    return now


def _way_to(invitation: Invitation) -> str:
    if reads_here(invitation):
        return Invitation.Told.NOTICE
    return Invitation.Told.MAIL if invitation.address else ""


def _tell(invitation: Invitation, how: str, *, by: User) -> None:
    if how == Invitation.Told.MAIL:
        mail_minutes.defer(invitation_id=invitation.pk)
    elif invitation.user:
        title = f"What was agreed while you could not be there: {invitation.meeting}"
        href, family = address_of(invitation), invitation.meeting.family
        tell(to=[invitation.user], kind="minutes", title=title, href=href, by=by, family=family)


def _mark(invitation: Invitation, how: str, *, by: User) -> None:
    invitation.told_at, invitation.told_how, invitation.told_by = timezone.now(), how, by
    invitation.save(update_fields=["told_at", "told_how", "told_by"])
    noted(invitation.meeting, "told somebody what a meeting agreed", by=by, invitation=invitation.pk, how=how)
