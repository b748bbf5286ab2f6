"""Asking people to come, and what they answer."""

from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.utils import timezone

from alongside.access.links import end_link
from alongside.access.models import User
from alongside.meetings.actions.arranging import check
from alongside.meetings.actions.checks import held_still, noted
from alongside.meetings.actions.reaching import reach
from alongside.meetings.models import Invitation, Meeting
from alongside.people.models import ContactPoint, Person


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
    """Ask somebody to come, known in one of three ways; who is asked already stays as they are. `send` tells them.

    :raises ValidationError: by field, when nobody is named, the email is none, or is not safe to write to
    """
    held_still(meeting, by=by)
    name, email = " ".join(name.split())[:200], email.strip()
    if not (person or user or name):
        raise ValidationError({"name": "Say who is invited"})
    if email:
        check(validate_email, email, "email", "This is no email address, such as sam.lee@school.example")
        _check_safe(person, email)
    known: dict[str, Any] = {"person": person} if person else {"user": user} if user else {"name": name, "email": email}
    found = Invitation.objects.filter(meeting=meeting, **known).first()
    if found:
        return found
    made = Invitation.objects.create(
        meeting=meeting, part=part, agency=agency.strip()[:200], **{"email": email} | known
    )
    noted(meeting, "invited somebody to a meeting", by=by, invitation=made.pk)
    return made


def _check_safe(person: Person | None, email: str) -> None:
    """Never write where somebody else may read it: an address that is marked so is refused."""
    unsafe = ContactPoint.objects.filter(value__iexact=email, safe=ContactPoint.Safe.NO, ended_at=None)
    if person and unsafe.filter(person=person).exists():
        raise ValidationError({"email": f"This address of {person.name} is marked “Do not use”. Tell them yourself."})


@transaction.atomic
def send(*, invitation: Invitation, by: User, email: str = "") -> str:
    """Send an invitation, once, and return how it went; empty when the product cannot reach them.

    :param email: an address that was not known when they were invited
    :raises ValidationError: by field, when the email is none, or is not safe to write to
    """
    held_still(invitation.meeting, by=by)
    if email.strip():
        check(validate_email, email.strip(), "email", "This is no email address, such as sam.lee@school.example")
        _check_safe(invitation.person, email.strip())
        invitation.email = email.strip()
        invitation.save(update_fields=["email"])
    if invitation.sent_at is None and (how := reach(invitation, "invited", by=by)):
        _sent(invitation, how, by=by)
    return invitation.sent_how


@transaction.atomic
def given_by_hand(*, invitation: Invitation, by: User) -> None:
    """Note that somebody was invited by word of mouth, by telephone or on paper."""
    held_still(invitation.meeting, by=by)
    _sent(invitation, Invitation.Told.THEMSELVES, by=by)


def _sent(invitation: Invitation, how: str, *, by: User) -> None:
    invitation.sent_at, invitation.sent_how = timezone.now(), how
    invitation.save(update_fields=["sent_at", "sent_how"])
    noted(invitation.meeting, "sent an invitation", by=by, invitation=invitation.pk, how=how)


@transaction.atomic
def uninvite(*, invitation: Invitation, by: User) -> None:
    """Take an invitation back; a link that went with it opens nothing any more, and who had it is told."""
    held_still(invitation.meeting, by=by)
    link, pk = invitation.link, invitation.pk
    if invitation.sent_how in (Invitation.Told.NOTICE, Invitation.Told.MAIL):
        reach(invitation, "withdrawn", by=by)
    invitation.delete()
    if link:
        end_link(link=link, by=by)
    noted(invitation.meeting, "took an invitation back", by=by, invitation=pk)


@transaction.atomic
def answer(*, invitation: Invitation, reply: str, by: Any, words: str = "", to_be_said: str = "") -> Invitation:
    """Keep whether somebody comes; `by` is who said so, an account or the link they hold.

    :param words: about the answer, such as why they cannot come
    :param to_be_said: what they want said at the meeting, whether they come or not
    :raises ValidationError: when the meeting was held or cancelled
    """
    now = Invitation.objects.select_for_update(of=("self",)).select_related("meeting").get(pk=invitation.pk)
    if now.meeting.state != Meeting.State.ARRANGED:
        raise ValidationError(f"This meeting was {now.meeting.get_state_display().lower()}, so no answer is needed.")
    now.reply, now.reply_words, now.to_be_said = Invitation.Reply(reply), words.strip(), to_be_said.strip()
    now.replied_at = timezone.now()
    now.save(update_fields=["reply", "reply_words", "to_be_said", "replied_at"])
    noted(now.meeting, "answered an invitation", by=by, invitation=now.pk, reply=reply)
    return now
