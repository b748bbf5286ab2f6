"""Every write to what should be different."""

from datetime import date
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone

from alongside.access import rules as access
from alongside.access import trail
from alongside.access.models import User
from alongside.people.models import Family
from alongside.plans.outcomes import rules
from alongside.plans.outcomes.models import Outcome, OutcomeChange
from alongside.story.models import Entry


@transaction.atomic
def set_outcome(
    *, id: str, entry: Entry, by: User, words: str, need: str = "", baseline: str = "", measure: str = "",
    by_on: date | None = None,
) -> Outcome:  # fmt: skip
    """Keep an outcome that a final entry agrees on; one that an earlier version of it set is put right.

    :param id: the one its row had in the draft, so that saving twice makes one outcome
    :raises ValidationError: when it says nothing, or the entry is about no family
    """
    if entry.family is None or entry.happened_on is None:
        raise ValidationError("An outcome belongs to a family. This record is about none.")
    if not words.strip():
        raise ValidationError({"words": "Write what will be different."})
    said: dict[str, Any] = {
        "words": words.strip(),
        "need": need,
        "baseline": baseline,
        "measure": measure,
        "by_on": by_on,
    }
    outcome = Outcome.objects.select_for_update().filter(pk=id, family=entry.family).first()
    if outcome is None:
        outcome = Outcome.objects.create(id=id, family=entry.family, entry=entry, agreed_on=entry.happened_on, **said)
    elif _said_so_before(outcome, entry, said):
        return outcome
    return _kept(outcome, by=by, on=entry.happened_on, entry=entry, **said)


def _said_so_before(outcome: Outcome, entry: Entry, said: dict[str, Any]) -> bool:
    """Whether the version before this one said the same: what was changed since then is not turned back."""
    before = outcome.changes.filter(entry=entry.amends_id).last() if entry.amends_id else None
    parts = ("words", "baseline", "measure", "by_on")
    return outcome.need == said["need"] and all(getattr(before or outcome, part) == said[part] for part in parts)


@transaction.atomic
def change_outcome(
    *, outcome: Outcome, words: str, baseline: str, measure: str, by_on: date | None, why: str, by: User
) -> Outcome:
    """Say an outcome better, or give it more time, with the reason; how it was said before is kept.

    :raises PermissionDenied: when `by` does not write in the family's record
    :raises ValidationError: when it says nothing, or no reason is given
    """
    outcome = _open_to(outcome, by)
    if not words.strip():
        raise ValidationError({"words": "Write what will be different."})
    if not why.strip():
        raise ValidationError({"why": "Write why it changes, so that everybody can follow."})
    said: dict[str, Any] = {
        "words": words.strip(),
        "baseline": baseline.strip(),
        "measure": measure.strip(),
        "by_on": by_on,
    }
    return _kept(outcome, by=by, on=timezone.localdate(), now=why.strip(), **said)


@transaction.atomic
def look_at(
    *, outcome: Outcome, state: str, moved: str, now: str, on: date, by: User, entry: Entry | None = None
) -> Outcome:
    """Say how an outcome stands: nearer or not, reached, or with the reason no longer worked on.

    :param on: the London day on which it was looked at
    :raises PermissionDenied: when `by` does not write in the family's record
    :raises ValidationError: when something is missing
    """
    outcome = _open_to(outcome, by)
    rules.check_look(state, moved, now, day=on, agreed_on=outcome.agreed_on)
    ended = None if state == Outcome.State.OPEN else on
    return _kept(
        outcome, by=by, on=on, entry=entry, state=state, moved=moved, now=now.strip(), looked_at_on=on, ended_on=ended
    )


def _open_to(outcome: Outcome, by: User) -> Outcome:
    """Return the outcome as it is now, its row held, if this person may change it."""
    mine = Family.objects.for_user(by).filter(pk=outcome.family_id)
    if not access.may(by, "work_with_families") or not mine.exists():
        raise PermissionDenied("Only those who work with the family can change what it plans.")
    return Outcome.objects.select_for_update(of=("self",)).get(pk=outcome.pk)


def _kept(outcome: Outcome, *, by: User, on: date, entry: Entry | None = None, now: str = "", **said: Any) -> Outcome:
    """Store what is new of it, and how all of it stands now as one more step of its history."""
    for part, value in said.items():
        setattr(outcome, part, value)
    if "looked_at_on" in said:
        outcome.now = now
    outcome.save()
    OutcomeChange.objects.create(
        outcome=outcome, entry=entry, at=timezone.now(), by=by, told_on=on, state=outcome.state,
        moved=said.get("moved", ""), now=now, words=outcome.words, baseline=outcome.baseline, measure=outcome.measure,
        by_on=outcome.by_on,
    )  # fmt: skip
    trail.changed(
        by=by, action="changed an outcome", family_id=outcome.family_id, subject=f"outcome {outcome.pk}",
        detail={"state": str(outcome.state)},
    )  # fmt: skip
    return outcome
