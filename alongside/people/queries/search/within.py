"""Among whose names a search looks: everybody's, or those of the families that are the searcher's to see.

Two ways lead to a family: a post in its team, and being let in oneself, by name or in an emergency. Names are looked
up by team in the index; of the few families that somebody is let into besides, all names are read at once.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Any

from django.db.models import QuerySet

from alongside.people import need_to_know
from alongside.people.models import NamePair, NameWord
from alongside.people.need_to_know import Viewer
from alongside.people.queries.search.lateral import COLUMNS, Kind, Row, Wish, look_up
from alongside.prepared import Prepared


class Within:
    """Those among whom one search of somebody looks. Whether each may be seen is asked when they are fetched."""

    def __init__(self, who: Viewer) -> None:
        self._who = who
        self._teams = None if who.everywhere else sorted({*who.sees, *who.manages})

    def look_up(self, kind: Kind, wishes: Sequence[Wish]) -> list[Row]:
        """Return who has a text in one of the ranges, of a team's people as many as is wished; in one query or two."""
        found = look_up(kind, wishes, teams=self._teams)
        return found if self._teams is None else [*found, *self._of_those_let_in(kind, wishes)]

    def _of_those_let_in(self, kind: Kind, wishes: Sequence[Wish]) -> Iterator[Row]:
        who = self._who
        names = sorted(BESIDES[kind].ask(teams=self._teams, user=who.user, today=who.today, now=who.now))
        for place, (low, high, _) in enumerate(wishes if names else ()):
            nth = bisect_left(names, (low,))
            while nth < len(names) and names[nth][0] < high:
                yield place, names[nth][1], names[nth][0]
                nth += 1


def _besides(kind: Kind) -> Prepared[Any]:
    """Names of the families that somebody is let into, but for those that these teams hold."""

    def build(*, teams: Any, **values: Any) -> QuerySet[Any, Any]:
        places = need_to_know.places_let_into(Viewer(**values, sees=(), manages=()), but_of_teams=teams)
        return kind._default_manager.filter(person__in=places.values("person")).values_list(COLUMNS[kind], "person_id")

    return Prepared(build)


BESIDES: dict[Kind, Prepared[Any]] = {NamePair: _besides(NamePair), NameWord: _besides(NameWord)}
