"""Finding what somebody may see, best first."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import QuerySet

from alongside.finding import scopes
from alongside.finding.asked import Asked, Wanted, read_all
from alongside.finding.latest import latest, which_fit
from alongside.people import need_to_know
from alongside.people.models import Involvement
from alongside.people.need_to_know import Viewer
from alongside.prepared import Prepared

MOST_BY_NAME = 200


@dataclass(frozen=True)
class Hit:
    """Something found: its row, when it was, and how well it fits (more is better)."""

    id: int
    day: date
    fits: float


@dataclass(frozen=True)
class Found:
    """What was found, best first; `more` says that there may be older ones, which were not weighed."""

    hits: list[Hit] = field(default_factory=list)
    more: bool = False


class Reach:
    """What somebody may see, worked out once for all that one page looks for."""

    def __init__(self, user: Any) -> None:
        self.who = need_to_know.viewer(user)
        self._places: list[str] | None = None

    def within(self, asked: Asked) -> list[str]:
        """The conditions on scopes that narrow a search to what is asked for, and to where they see anything at all."""
        if self._places is None:
            # Who sees everywhere, or very many by name, is not narrowed: each row's family says whether they see it.
            self._places = [] if asked.family or self.who is None or self.who.everywhere else _places(self.who)
        return [*_asked_for(asked), *self._places]


def find(reach: Reach, wanted: Wanted, asked: Asked) -> Found:
    """Return what this person may see that fits, best first, at most 200; nothing of what they may not see.

    How well something fits: the words in its title, how often they are there, how long it is, and how lately it was.
    """
    who = reach.who
    if who is None or not wanted.query:
        return Found()
    within = reach.within(asked)
    at_any_time = not (asked.family or asked.since or asked.until)
    weighed, all_of_them = latest(who, wanted.query, within, asked.days, in_steps=at_any_time)
    hits = [Hit(id, day, fits * _lately((who.today - day).days)) for id, day, fits in weighed]
    return Found(sorted(hits, key=_best_first), more=not all_of_them)


def first_that_finds(reach: Reach, texts: Sequence[str], asked: Asked) -> str:
    """Return the first of these texts that finds anything this person may see; empty when none does."""
    who = reach.who
    if who is None or not texts:
        return ""
    wanted = [(text, one.query) for text, one in zip(texts, read_all(texts), strict=True) if one.query]
    found = which_fit(who, [query for _, query in wanted], reach.within(asked), asked.days) if wanted else []
    return wanted[min(found)][0] if found else ""


def _best_first(hit: Hit) -> tuple[float, int, int]:
    return -hit.fits, -hit.day.toordinal(), -hit.id


def _lately(days: int) -> float:
    """What was said today is worth twice what was said long ago, and after three months half as much more."""
    return 1 + 1 / (1 + max(0, days) / 90)


def _asked_for(asked: Asked) -> list[str]:
    """The scopes of what a search is narrowed to."""
    found = [scopes.of_kind(asked.kind)] if asked.kind else []
    found += [scopes.of_family(asked.family)] if asked.family else []
    months = scopes.months_between(*asked.days)
    return [scopes.any_of([one]) for one in found] + ([scopes.any_of(months)] if months else [])


def _places(who: Viewer) -> list[str]:
    by_name = BY_NAME.ask(user=who.user, today=who.today, now=who.now)
    if len(by_name) > MOST_BY_NAME:
        return []
    teams = map(scopes.of_team, sorted({*who.sees, *who.manages}))
    families = (scopes.of_family(id) for (id,) in by_name)
    return [scopes.any_of([*teams, *families, scopes.of_author(who.user)])]


def _by_name(user: int, today: date, now: Any) -> QuerySet[Any, Any]:
    """The families that somebody is involved with by name, or sees in an emergency that lasts."""
    who = Viewer(user=user, sees=(), manages=(), today=today, now=now)
    involved = Involvement.objects.filter(need_to_know.in_force(today), user=user).order_by().values_list("family")
    return involved.union(need_to_know.in_emergency(who).values_list("family"))[: MOST_BY_NAME + 1]


BY_NAME: Prepared[Any] = Prepared(_by_name)
