"""How somebody who is asked to come is reached: a notice, a mail with a link, or not by the product at all."""

from datetime import timedelta

from django.urls import reverse

from alongside.access.models import User
from alongside.meetings.models import Invitation, Meeting
from alongside.meetings.rules import PAGES
from alongside.meetings.tasks import mail_invitation, mail_withdrawn
from alongside.notices.actions import tell
from alongside.people.models import Family

SAYS = {
    "invited": "You are invited to a meeting: {meeting}",
    "changed": "A meeting has changed: {meeting}",
    "called-off": "A meeting is called off: {meeting}",
    "withdrawn": "You need not come to a meeting: {meeting}",
}
A_DAY = timedelta(days=1)


def reach(invitation: Invitation, what: str, *, by: User) -> str:
    """Tell somebody of their invitation, and return how; empty when the product cannot reach them.

    An account is told within the product if it may open the family; everybody else by mail, with a link of their own.
    """
    if invitation.user and reads_here(invitation):
        meeting = invitation.meeting
        # `by` is not told by a notice of what they do themselves, and needs not be.
        tell(
            to=[invitation.user], kind="meeting", title=SAYS[what].format(meeting=meeting), href=address_of(invitation),
            by=by, family=meeting.family,
        )  # fmt: skip
        return Invitation.Told.NOTICE
    if not invitation.address:
        return ""
    if what == "withdrawn":
        mail_withdrawn.defer(meeting_id=invitation.meeting_id, email=invitation.address)
    else:
        mail_invitation.defer(invitation_id=invitation.pk, what=what)
    return Invitation.Told.MAIL


def reads_here(invitation: Invitation) -> bool:
    """Whether somebody with an account may open what the meeting is about; others get a link like everybody else."""
    family_id = invitation.meeting.family_id
    if invitation.user is None or not invitation.user.is_active:
        return False
    return family_id is None or Family.objects.for_user(invitation.user).filter(pk=family_id).exists()


def address_of(invitation: Invitation) -> str:
    """Return the page of the meeting within the product."""
    meeting = invitation.meeting
    if meeting.family_id:
        return reverse(PAGES.get(Meeting.Kind(meeting.kind), "family-meeting"), args=[meeting.family_id, meeting.pk])
    return reverse("group-meeting", args=[meeting.pk])
