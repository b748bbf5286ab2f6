"""What became of a visit: made and written up, or nobody was in."""

from collections.abc import Iterable

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from alongside.access.models import User
from alongside.packs.queries import current_pack
from alongside.people.models import Person
from alongside.story import actions as story
from alongside.story.actions import NotReady
from alongside.story.models import Entry
from alongside.story.queries.entries import filled
from alongside.visits.actions.checks import held_still, noted
from alongside.visits.models import PlannedVisit
from alongside.visits.prefilling import answers_of
from alongside.visits.rules import ATTEMPTED, MADE, form_that_tells
from alongside.working_time import LONDON


@transaction.atomic
def begin_record(*, visit: PlannedVisit, seen: Iterable[Person] = (), by: User) -> Entry:
    """Begin the record of a visit with what was planned, and return the draft; one that is begun is returned as it is.

    :param seen: who of the family was there; nobody counts as seen only because it was planned
    :raises ValidationError: when the visit is still to come, or the pack has no record of visits
    """
    now = held_still(visit, by=by)
    if now.entry and now.entry.status != Entry.Status.SET_ASIDE:
        return now.entry
    form = form_that_tells(current_pack(), MADE)
    if form is None:
        raise ValidationError("The practice pack has no record of a visit. Ask your practice lead.")
    entry = _dated(now, form.id, by=by)
    now.entry = entry
    now.save(update_fields=["entry"])
    for key, value in answers_of(now, entry, list(seen)).items():
        story.save_answer(entry_id=entry.pk, key=key, value=value, revision=0, by=by)
    noted(now, "began to write up a visit", by=by, entry=entry.pk)
    return entry


@transaction.atomic
def not_in(*, visit: PlannedVisit, words: str, by: User) -> Entry:
    """Say that nobody was in: a short record on the family's story, which counts as tried and not as seen.

    :raises ValidationError: when nothing is said, or the visit is still to come
    """
    if not words.strip():
        raise ValidationError({"words": "Say what you did, such as leaving a card"})
    now = held_still(visit, by=by)
    form = form_that_tells(current_pack(), ATTEMPTED)
    if form is None:
        raise ValidationError("The practice pack has no record of a visit at which nobody was in.")
    entry = _dated(now, form.id, by=by)
    told = next(question for question in filled(entry).questions() if question.type == "narrative")
    story.save_answer(entry_id=entry.pk, key=told.key, value=words.strip(), revision=0, by=by)
    try:
        entry = story.finalise(entry=entry, by=by)
    except NotReady as not_ready:
        raise ValidationError([lack.says for lack in not_ready.lacks]) from None
    now.state, now.entry = PlannedVisit.State.NOT_IN, entry
    if now.safe_at is None and now.back_by:
        now.safe_at, now.safe_said_by = timezone.now(), by
    now.save()
    noted(now, "found nobody in", by=by, entry=entry.pk)
    return entry


def record_made(*, entry: Entry, by: User) -> None:
    """A visit was made once its record is final; a new version of the record takes the place of the one before."""
    if entry.amends_id:
        PlannedVisit.objects.filter(entry=entry.amends_id).update(entry=entry)
        return
    visit = PlannedVisit.objects.filter(entry=entry, state=PlannedVisit.State.PLANNED).first()
    if visit:
        visit.state = PlannedVisit.State.MADE
        visit.save(update_fields=["state"])
        noted(visit, "made a planned visit", by=by, entry=entry.pk)


def _dated(visit: PlannedVisit, form_id: str, *, by: User) -> Entry:
    at = visit.starts_at.astimezone(LONDON)
    if at.date() > timezone.localdate():
        raise ValidationError("This visit is still to come. Move it first, if you were there earlier.")
    entry = story.start(form_id=form_id, by=by, team=visit.family.team, family=visit.family, happened_on=at.date())
    story.date_draft(entry=entry, happened_on=at.date(), happened_time=at.time(), by=by)
    return entry
