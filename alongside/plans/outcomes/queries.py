"""What should be different, by family, and what may be chosen while an entry is written."""

from dataclasses import dataclass

from django.db.models import F

from alongside.people.models import Family
from alongside.plans.outcomes.models import Outcome
from alongside.prepared import Prepared
from alongside.story.asking import Asking
from alongside.story.models import Answer

SOONEST_FIRST = (F("by_on").asc(nulls_last=True), "agreed_on", "pk")
MOST = 200


@dataclass(frozen=True)
class Towards:
    """An outcome that an action may hang on: its id, and its words."""

    id: str
    words: str


OF_A_FAMILY: Prepared[Outcome] = Prepared(
    lambda family: Outcome.objects.filter(family=family).order_by(*SOONEST_FIRST)[:MOST]
)


def outcomes_of(family: Family) -> list[Outcome]:
    """Return the family's outcomes, the soonest due first; one query."""
    return OF_A_FAMILY.ask(family=family.pk)


def open_outcomes(family_id: int | None) -> list[Outcome]:
    """Return what is still worked towards, the soonest due first; nothing for no family."""
    if family_id is None:
        return []
    return list(Outcome.objects.filter(family=family_id, state=Outcome.State.OPEN).order_by(*SOONEST_FIRST)[:MOST])


def to_hang_on(asking: Asking) -> list[Towards]:
    """Return the outcomes an action of this entry may hang on: those worked towards, and those it sets itself."""
    found = {str(one.pk): one.words for one in open_outcomes(asking.family_id)}
    keys = [field.id for field in asking.form.fields if field.type == "outcomes"]
    if keys and asking.entry_id:
        for rows in Answer.objects.filter(entry=asking.entry_id, key__in=keys).values_list("value", flat=True):
            found |= {row["id"]: row["words"] for row in rows or []}
    return [Towards(id, words) for id, words in found.items()]
