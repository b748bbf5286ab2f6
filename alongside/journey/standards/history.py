"""The standing history of a family: its facts in order, without those taken out, found by name."""

from collections.abc import Iterable
from datetime import date, datetime, time
from operator import attrgetter
from typing import Any, NamedTuple

from alongside.journey.standards.facts import FACT_WITHDRAWN, Fact
from alongside.working_time import LONDON, london_day

IN_ORDER = attrgetter("happened", "recorded", "id")
NOON = time(12)


class Happening(NamedTuple):
    """A fact on the day that counts for it, which may be a day its data name."""

    day: date
    moment: datetime
    fact: Fact

    @property
    def has_a_time(self) -> bool:
        """Is more known than its day? Noon stands for a day of which no time is known."""
        return self.moment.astimezone(LONDON).time() != NOON


class History:
    """The facts of one family as they stand on a day, read once. The order they are given in makes no difference."""

    def __init__(self, facts: Iterable[Fact], today: date | datetime) -> None:
        """Sort and index `facts` as on a day in London, or at an aware moment of it.

        :raises ValueError: when the facts belong to several families
        """
        self.now = today if isinstance(today, datetime) else None
        self.today = london_day(today) if isinstance(today, datetime) else today
        known = {fact.id: fact for fact in facts}
        gone = {fact.replaces for fact in known.values() if fact.replaces}
        standing = [fact for fact in known.values() if fact.id not in gone and fact.name != FACT_WITHDRAWN]
        standing.sort(key=IN_ORDER)
        self.family = _one_family(known)
        self.by_name: dict[str, list[Happening]] = {}
        self.of_people: set[str] = set()  # what happened to people of the family, each by a fact of their own
        for fact in standing:
            happening = Happening(london_day(fact.happened), fact.happened, fact)
            self.by_name.setdefault(fact.name, []).append(happening)
            if fact.person and fact.entry:
                self.of_people.add(fact.name)
        self.found: dict[Any, Any] = {}  # what was looked up once, by the rule's part and the subject

    def named(self, name: str) -> list[Happening]:
        """Everything of this name, in order, what is still to come included."""
        return self.by_name.get(name, [])

    def is_to_come(self, one: Happening) -> bool:
        """Is this later today than the moment looked from? Never, where that or the time of this is not known."""
        return self.now is not None and one.day == self.today and one.moment > self.now and one.has_a_time


def _one_family(known: dict[str, Fact]) -> str:
    families = {fact.family for fact in known.values()}
    if len(families) > 1:
        raise ValueError(f"these facts belong to {len(families)} families; evaluate each family by itself")
    return families.pop() if families else ""
