"""Mails about meetings to people outside: when it is, a link of their own, and of whom it is, nothing."""

from datetime import timedelta
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone

from alongside.access.links import end_link, make_link
from alongside.meetings.calendar import as_calendar
from alongside.meetings.models import Invitation, Meeting

ANSWER, MINUTES = "meeting-invitation", "meeting-minutes"
# Long enough to come back from a holiday, short enough not to lie in a mailbox for ever.
MINUTES_LAST = timedelta(days=28)
A_DAY = timedelta(days=1)
SUBJECTS = {
    "invited": "You are invited to a meeting",
    "changed": "A meeting that you are invited to has changed",
    "called-off": "A meeting that you were invited to is called off",
    "withdrawn": "You need not come to a meeting",
    "minutes": "What was agreed at a meeting that you could not come to",
}


def send_invitation(invitation_id: int, what: str) -> None:
    """Mail one invitation as its meeting stands now. The link is made here, so that its secret is stored nowhere.

    Whoever was taken off meanwhile gets none.
    """
    around = Invitation.objects.select_related("meeting__arranged_by", "meeting__family", "person", "user", "link")
    invitation = around.filter(pk=invitation_id).first()
    if invitation is None or not invitation.address:
        return
    meeting = invitation.meeting
    if meeting.state == Meeting.State.CANCELLED:
        what = "called-off"
    link = "" if what == "called-off" else _answer_link(invitation)
    method = "CANCEL" if what == "called-off" else "REQUEST"
    _send(invitation.address, what, meeting, method=method, link=link)


def send_withdrawn(meeting_id: int, email: str) -> None:
    """Mail somebody that they need not come."""
    meeting = Meeting.objects.select_related("arranged_by").get(pk=meeting_id)
    _send(email, "withdrawn", meeting, method="CANCEL")


def send_minutes(invitation_id: int) -> None:
    """Mail a link to the minutes to who was not there; an earlier one opens nothing any more."""
    around = Invitation.objects.select_related("meeting__arranged_by", "person", "user", "told_by", "minutes_link")
    invitation = around.filter(pk=invitation_id).first()
    if invitation is None or not invitation.address or invitation.told_by is None:
        return
    link = _new_link(invitation, "minutes_link", MINUTES, MINUTES_LAST, by=invitation.told_by)
    _send(invitation.address, "minutes", invitation.meeting, link=link, until=timezone.now() + MINUTES_LAST)


def _answer_link(invitation: Invitation) -> str:
    """A link that works until the day after the meeting, and at least until tomorrow."""
    lasts = max(invitation.meeting.ends_at - timezone.now(), timedelta()) + A_DAY
    return _new_link(invitation, "link", ANSWER, lasts, by=invitation.meeting.arranged_by)


@transaction.atomic
def _new_link(invitation: Invitation, column: str, purpose: str, lasts: timedelta, *, by: Any) -> str:
    before = getattr(invitation, column)
    made, token = make_link(
        purpose=purpose, about=str(invitation.pk), to_name=invitation.who, to_email=invitation.address, lasts=lasts,
        by=by, family_id=invitation.meeting.family_id,
    )  # fmt: skip
    setattr(invitation, column, made)
    invitation.save(update_fields=[column])
    if before:
        end_link(link=before, by=by)
    return settings.SITE_ADDRESS + reverse(purpose, args=[token])


def _send(to: str, what: str, meeting: Meeting, *, method: str = "", link: str = "", until: Any = None) -> None:
    context = {"what": what, "meeting": meeting, "link": link, "until": until, "by": meeting.arranged_by}
    mail = EmailMessage(SUBJECTS[what], render_to_string("meetings/mail.txt", context), None, [to])
    if method:
        content = as_calendar(meeting, method=method, to=to).decode()
        mail.attach("meeting.ics", content, f"text/calendar; method={method}")
    mail.send()
