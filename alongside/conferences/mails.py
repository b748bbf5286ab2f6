"""Mails about conferences to people outside: a link of their own, until when it opens, and of whom it is, nothing."""

from datetime import datetime, time, timedelta
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone

from alongside.access.links import end_link, make_link
from alongside.access.models import User
from alongside.conferences.models import Letter, ReadingPack
from alongside.conferences.queries.packs import terms
from alongside.meetings.models import Invitation, Meeting
from alongside.working_time import LONDON, london_day

PACK, DECISIONS, FEEDBACK = "conference-pack-link", "conference-decisions", "conference-feedback"
SUBJECTS = {PACK: "Something to read before a meeting", DECISIONS: "What was decided at a meeting that you came to"}


def send_pack_link(pack_id: int, by_id: int) -> None:
    """Mail a link to a reading pack; an earlier one opens nothing any more. Whoever was taken off meanwhile gets none.

    The link is made here, so that its secret is stored nowhere.
    """
    pack = _around(ReadingPack).filter(pk=pack_id).first()
    if pack is None or pack.invitation is None or not pack.invitation.address:
        return
    meeting = pack.conference.meeting
    if meeting.state == Meeting.State.CANCELLED:
        return
    until = _end_of(london_day(meeting.ends_at) + timedelta(days=terms().packs_open_days))
    by = User.objects.get(pk=by_id)
    link = _new_link(pack, "link", PACK, until, pack.invitation, by=by)
    _send(pack.invitation.address, PACK, meeting, by=by, link=link, until=until)


def send_letter_link(letter_id: int) -> None:
    """Mail a link to what was decided, with one to the feedback form."""
    letter = _around(Letter).filter(pk=letter_id).first()
    if letter is None or letter.sent_by is None or not letter.invitation.address:
        return
    until = _end_of(timezone.localdate() + timedelta(days=terms().decisions_open_days))
    link = _new_link(letter, "link", DECISIONS, until, letter.invitation, by=letter.sent_by)
    feedback = "" if letter.has_answered else _new_link(
        letter, "feedback_link", FEEDBACK, until, letter.invitation, by=letter.sent_by
    )  # fmt: skip
    _send(
        letter.invitation.address, DECISIONS, letter.conference.meeting, by=letter.sent_by, link=link, until=until,
        feedback=feedback,
    )  # fmt: skip


def _around(model: Any) -> Any:
    around = ("conference__meeting__family", "invitation__person", "invitation__user", "link", "sent_by")
    return model.objects.select_related(*around)


def _end_of(day: Any) -> datetime:
    return datetime.combine(day + timedelta(days=1), time(), LONDON)


@transaction.atomic
def _new_link(of: Any, column: str, purpose: str, until: datetime, to: Invitation, *, by: User) -> str:
    before = getattr(of, column)
    made, token = make_link(
        purpose=purpose, about=str(of.pk), to_name=to.who, to_email=to.address,
        lasts=max(until - timezone.now(), timedelta(days=1)), by=by, family_id=of.conference.meeting.family_id,
    )  # fmt: skip
    setattr(of, column, made)
    of.save(update_fields=[column])
    if before:
        end_link(link=before, by=by)
    return settings.SITE_ADDRESS + reverse(purpose, args=[token])


def _send(to: str, what: str, meeting: Meeting, *, by: User, link: str, until: datetime, feedback: str = "") -> None:
    context = {
        "what": what, "meeting": meeting, "by": by, "link": link, "feedback": feedback,
        "until": until - timedelta(days=1),
    }  # fmt: skip
    EmailMessage(SUBJECTS[what], render_to_string("conferences/mail.txt", context), None, [to]).send()
