"""After a conference: what was decided is kept by child, sent to each, and how it was is asked."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from alongside.access import trail
from alongside.access.links import end_link
from alongside.access.models import SecretLink, User
from alongside.conferences import rules
from alongside.conferences.actions.checks import for_the_chair, locked, noted
from alongside.conferences.models import About, Conference, Feedback, Letter
from alongside.conferences.queries.packs import record_terms, terms
from alongside.conferences.reading.readers import attendees_of, invited_to
from alongside.conferences.tasks import mail_letter
from alongside.meetings.actions.reaching import reads_here
from alongside.meetings.models import Invitation, Meeting
from alongside.notices.actions import tell
from alongside.packs.queries import current
from alongside.story.models import Entry


def keep_decisions(conference: Conference, entry: Entry) -> None:
    """Keep by child what the final record says was decided; said again in a new version, that one holds."""
    said = record_terms(entry.pack)
    if said is None or said.form != entry.form_id:
        return
    answers = dict(entry.answers.values_list("key", "value"))
    for about in conference.about.select_related("child"):
        ids = (about.child_id, about.child.kept.pk)
        decision = _said(answers, said.decision, ids)
        if decision and decision[0] in About.Decision.values:
            about.decision, about.categories = decision[0], _said(answers, said.categories, ids)
            about.save(update_fields=["decision", "categories"])


def _said(answers: Mapping[str, Any], key: str, ids: Iterable[int]) -> list[str]:
    """The options that were chosen for a child, under whichever id the record knows them."""
    found: Any = next((answers[f"{key}@{id}"] for id in ids if answers.get(f"{key}@{id}")), [])
    return found if isinstance(found, list) else [found]


@transaction.atomic
def letters_for(*, conference: Conference, by: User) -> list[Letter]:
    """Make a letter for each of those who were invited, with the safe choice of what it holds; those there stay.

    :raises ValidationError: while the record is not final
    """
    now = _held(conference, by=by)
    invited = invited_to(now)
    there = set(now.letters.values_list("invitation", flat=True))
    attendees = attendees_of(now, invited)
    Letter.objects.bulk_create(
        Letter(conference=now, invitation=one, reads=rules.reads_record(attendees[one.pk]))
        for one in invited
        if one.pk not in there
    )
    return list(now.letters.select_related("invitation__user", "invitation__person"))


def _held(conference: Conference, *, by: User) -> Conference:
    now = locked(conference, by=by)
    if now.meeting.state != Meeting.State.HELD or now.meeting.entry_id is None:
        raise ValidationError("Make the record final first: then what was decided can be sent.")
    return now


@transaction.atomic
def send_letters(*, conference: Conference, reads: Mapping[int, str], by: User) -> tuple[list[Letter], list[Letter]]:
    """Send what was decided to those who have not got it, each as much as the chair says.

    Sent is sent: whoever got less and should have more is sent it again by another choice.

    :param reads: by the id of the letter, one of `Letter.Reads`
    :returns: those that went out, and those for whom no way to write is known
    :raises PermissionDenied: for who neither chairs nor writes
    :raises ValidationError: while the record is not final, or a letter is another conference's
    """
    now = for_the_chair(_held(conference, by=by), by=by)
    letters = Letter.objects.select_for_update(of=("self",)).filter(conference=now, pk__in=reads)
    found = {one.pk: one for one in letters.select_related("invitation__user", "invitation__person",
                                                           "invitation__meeting")}  # fmt: skip
    if set(found) != set(reads):
        raise ValidationError("Choose those who were invited to this conference.")
    sent, left = [], []
    for pk, level in reads.items():
        letter = found[pk]
        if letter.sent_at and letter.reads == level:
            continue
        letter.reads = Letter.Reads(level)
        letter.save(update_fields=["reads"])
        if level == Letter.Reads.TOLD:
            left.append(letter)
        elif _send(now, letter, by=by):
            sent.append(letter)
        else:
            left.append(letter)
    return sent, left


def _send(conference: Conference, letter: Letter, *, by: User) -> bool:
    invitation = letter.invitation
    if invitation.user and reads_here(invitation):
        how = Invitation.Told.NOTICE
        meeting = conference.meeting
        tell(
            to=[invitation.user], kind="decided", by=by, family=meeting.family,
            title=f"What was decided: {conference.get_kind_display().lower()}",
            href=reverse("conference-letter", args=[meeting.family_id, meeting.pk, letter.pk]),
        )  # fmt: skip
    elif invitation.address:
        how = Invitation.Told.MAIL
    else:
        return False
    _mark(conference, letter, how, by=by)
    if how == Invitation.Told.MAIL:
        mail_letter.defer(letter_id=letter.pk)
    return True


def _mark(conference: Conference, letter: Letter, how: str, *, by: User) -> None:
    letter.sent_at, letter.sent_how, letter.sent_by = timezone.now(), how, by
    letter.save(update_fields=["sent_at", "sent_how", "sent_by"])
    noted(conference, "sent what a conference decided", by=by, letter=letter.pk, how=how, reads=letter.reads)


@transaction.atomic
def letter_given(*, letter: Letter, by: User) -> None:
    """Note that somebody was told, or given theirs on paper.

    :raises PermissionDenied: for who neither chairs nor writes
    """
    now = for_the_chair(_held(letter.conference, by=by), by=by)
    if letter.sent_at is None:
        _mark(now, letter, Invitation.Told.THEMSELVES, by=by)


@transaction.atomic
def give_feedback(*, letter: Letter, answers: dict[str, Any], by: Any) -> None:
    """Keep how a conference was for somebody, under nobody's name; that they answered is kept beside it, once.

    :param by: the link they hold, or their account
    :raises PermissionDenied: for an account whose letter it is not
    :raises ValidationError: when they have answered already, or said nothing
    """
    now = Letter.objects.select_for_update(of=("self",)).select_related("conference__meeting", "invitation").get(
        pk=letter.pk
    )  # fmt: skip
    if isinstance(by, User) and now.invitation.user_id != by.pk:
        raise PermissionDenied("This was asked of somebody else.")
    if now.has_answered:
        raise ValidationError("You have answered already. Thank you.")
    _keep(now.conference, answers, on_paper=False)
    now.has_answered = True
    now.save(update_fields=["has_answered"])
    trail.changed(
        by=by, action="said how a conference was", family_id=now.conference.meeting.family_id,
        subject=f"conference {now.conference_id}",
    )  # fmt: skip
    if now.feedback_link and isinstance(by, SecretLink):
        end_link(link=now.feedback_link, by=now.feedback_link.made_by)


@transaction.atomic
def type_feedback(*, conference: Conference, answers: dict[str, Any], by: User) -> None:
    """Type up what somebody said on paper.

    :raises ValidationError: when it says nothing, or the conference is still to come
    """
    now = locked(conference, by=by)
    if now.meeting.starts_at > timezone.now():
        raise ValidationError("The conference is still to come.")
    _keep(now, answers, on_paper=True)
    noted(now, "typed up feedback from paper", by=by)


def _keep(conference: Conference, answers: dict[str, Any], *, on_paper: bool) -> None:
    given = {key: value for key, value in answers.items() if value}
    said = terms()
    if not set(given) - {said.came_as}:
        raise ValidationError("Answer at least one question, or leave it be.")
    Feedback.objects.create(
        conference=conference, form_id=said.feedback, pack_version=current(), given_on=timezone.localdate(),
        came_as=given.get(said.came_as, ""), answers=given, on_paper=on_paper,
    )  # fmt: skip
