"""How each outcome stands: its actions, what it does not say yet, and its need in numbers against the start."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from alongside.packs.format.pack import Pack
from alongside.plans.models import Action, Outcome
from alongside.plans.outcomes.rules import missing_of, state_shown
from alongside.plans.rules import state_shown as action_shown
from alongside.story.queries.ratings import Told

Numbers = dict[str, tuple[str, int, int]]


@dataclass(frozen=True)
class Standing:
    """An outcome as the plan shows it. `numbers` is its need's title with the number then and now, where rated."""

    outcome: Outcome
    state: str
    missing: list[str]
    actions: list[tuple[Action, str]]
    numbers: tuple[str, int, int] | None
    need: str

    @property
    def is_open(self) -> bool:
        """Whether it is still worked towards."""
        return self.state in ("open", "overdue")


def standing(
    outcomes: Iterable[Outcome], actions: Iterable[Action], told: Iterable[Told], pack: Pack, today: date
) -> list[Standing]:
    """Return how each of these outcomes stands, in their order."""
    hung: dict[object, list[tuple[Action, str]]] = defaultdict(list)
    for action in actions:
        hung[action.outcome_id].append((action, action_shown(action, today)))
    numbers, titles = then_and_now(told, pack), {one.id: one.title for one in pack.outcomes}
    return [
        Standing(
            one, state_shown(one, today), missing_of(one), hung[one.pk], numbers.get(one.need), titles.get(one.need, "")
        )
        for one in outcomes
    ]


def then_and_now(told: Iterable[Told], pack: Pack) -> Numbers:
    """Return, by need, the star's part that rates it: its title, the first number and the latest.

    A part of a star rates the need of the same id; readings come oldest first.
    """
    needs = {one.id for one in pack.outcomes}
    parts = {(star.id, area.id): area.title for star in pack.stars for area in star.areas if area.id in needs}
    found: Numbers = {}
    for one in told:
        if title := parts.get((one.scale, one.area)):
            first = found[one.area][1] if one.area in found else one.value
            found[one.area] = (title, first, one.value)
    return found
