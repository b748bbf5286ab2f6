"""The latest things that fit what is looked for, of those that somebody may see: one statement, whatever it is.

A common word stands in hundreds of thousands of rows, and to weigh them all would take seconds. What is looked for is
what was said lately, more often than not, so the last weeks are looked through first, then months, then all there is,
until there is enough. The scopes in the index make each of these steps as quick as its result is small.
"""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from functools import cache
from typing import Any

from django.db import connection
from django.db.models import BooleanField, DateField, Exists, F, Func, OuterRef, Q, QuerySet, Value

from alongside.finding import scopes
from alongside.finding.models import Row
from alongside.people import need_to_know
from alongside.people.models import Family
from alongside.people.need_to_know import Viewer
from alongside.prepared import Among, Text

MOST_WEIGHED = 200
ENOUGH = 60
WEEKS, MONTHS, A_YEAR = 1, 2, 12

# Each step is made only if the one before did not find enough; each finds again what the one before found.
STEPS = """
    WITH weeks AS MATERIALIZED ({fitting}),
    months AS MATERIALIZED (SELECT * FROM ({fitting}) AS wider WHERE (SELECT count(*) FROM weeks) < {enough}),
    a_year AS MATERIALIZED (SELECT * FROM ({fitting}) AS wider
        WHERE (SELECT count(*) FROM weeks) < {enough} AND (SELECT count(*) FROM months) < {enough}),
    ever AS MATERIALIZED (SELECT * FROM ({fitting}) AS wider
        WHERE (SELECT count(*) FROM weeks) < {enough} AND (SELECT count(*) FROM months) < {enough}
            AND (SELECT count(*) FROM a_year) < {enough}),
    latest (step, id, day) AS (SELECT 0, * FROM weeks UNION ALL SELECT 1, * FROM months
        UNION ALL SELECT 2, * FROM a_year UNION ALL SELECT 3, * FROM ever)
    SELECT step, id, latest.day, ts_rank('{weights}', words, %s::tsquery, 1) FROM latest JOIN finding_row USING (id)
"""
AT_ONCE = """
    WITH latest (id, day) AS MATERIALIZED ({fitting})
    SELECT 3, id, latest.day, ts_rank('{weights}', words, %s::tsquery, 1) FROM latest JOIN finding_row USING (id)
"""
# What a word is worth in the text, as a name within it, and in the title.
WEIGHTS = "{0.2, 0.2, 0.4, 1}"
EVER = 3

# When it was, its id, and how well the words fit.
Weighed = tuple[int, date, float]


class Matches(Func):
    """The condition that words match a tsquery, given as text so that the database plans for these very words."""

    arg_joiner = " @@ "
    template = "(%(expressions)s::tsquery)"
    output_field = BooleanField()


class Latest(Func):
    """A day to order by, which no index offers: the database would walk through all days for words that are rare."""

    template = "(%(expressions)s + 0)"
    output_field = DateField()


def latest(
    who: Viewer, query: str, within: Iterable[str], days: tuple[date, date], *, in_steps: bool
) -> tuple[list[Weighed], bool]:
    """Return the latest that fit, at most 200, with how well they do; and whether these are all there are.

    :param within: conditions on scopes, all of which hold
    :param in_steps: whether to be content with those of the last weeks, months or year when there are 60 of them
    """
    narrowed = " & ".join([f"({query})", *within])
    text = _fitting(who)
    steps = [f"{narrowed} & {scopes.any_of(step)}" for step in _back_from(who.today)] if in_steps else []
    values = {"since": days[0], "until": days[1], **who.values}
    asked = [find({**values, "narrowed": step}) for step in [*steps, narrowed] for find in text.parameters]
    sql = (STEPS if in_steps else AT_ONCE).format(fitting=text.sql, enough=ENOUGH, weights=WEIGHTS)
    with connection.cursor() as cursor:
        cursor.execute(sql, [*asked, query])
        found = cursor.fetchall()
    last = max((step for step, *_ in found), default=EVER)
    these = [(id, day, fits) for step, id, day, fits in found if step == last]
    return these[:MOST_WEIGHED], last == EVER and len(these) <= MOST_WEIGHED


def which_fit(who: Viewer, queries: Sequence[str], within: Iterable[str], days: tuple[date, date]) -> list[int]:
    """Return the places of those queries that anything fits which this person may see, in one statement."""
    text, within = _fitting(who), list(within)
    values = {"since": days[0], "until": days[1], **who.values}
    narrowed = [" & ".join([f"({query})", *within]) for query in queries]
    sql = " UNION ALL ".join(f"SELECT {place} WHERE EXISTS ({text.sql})" for place in range(len(queries)))
    with connection.cursor() as cursor:
        cursor.execute(sql, [find({**values, "narrowed": one}) for one in narrowed for find in text.parameters])
        return [place for (place,) in cursor.fetchall()]


def seen_by(who: Viewer) -> Q:
    """The condition on a row that somebody may see it: its family, or of none, as they wrote it or their team did."""
    of_family = Exists(Family.objects.filter(need_to_know.seen_by(who), pk=OuterRef("family")))
    return Q(of_family) | Q(family=None) & (Q(author=who.user) | Q(Among("team", who.sees)))


def _back_from(today: date) -> list[list[str]]:
    months = [scopes.months_between(today - timedelta(days=31 * number), today) for number in (MONTHS, A_YEAR)]
    return [scopes.weeks_until(today, WEEKS), *months]


def _fitting(who: Viewer) -> Text:
    return _prepared(who.everywhere)(who)


@cache
def _prepared(everywhere: bool) -> Any:
    """The query for what fits, with its text kept after it was first asked."""
    kept: list[Text] = []

    def of(who: Viewer) -> Text:
        if not kept:
            kept.append(Text(build, {"narrowed": "", "since": who.today, "until": who.today, **who.values}))
        return kept[0]

    def build(*, narrowed: str, since: date, until: date, **values: Any) -> QuerySet[Row, Any]:
        rows = Row.objects.filter(Matches("words", Value(narrowed)), day__gte=since, day__lte=until)
        seen = rows.filter(seen_by(Viewer(**values, everywhere=everywhere)))
        return seen.order_by(Latest(F("day")).desc(), "-pk").values_list("pk", "day")[: MOST_WEIGHED + 1]

    return of
