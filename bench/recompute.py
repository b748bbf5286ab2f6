"""What it costs to know what is due: one date beside a look-up, a family's whole list beside reading its facts.

    python -m bench.recompute [--json]

Forty standards in two ways: “everyday” ones, most about a step of their own as guidance has them, and “crowded” ones,
every single one of them about visits, children seen and reviews. docs/reference/speed.md says what the figures mean.
"""

import argparse
from collections.abc import Callable
from datetime import date, timedelta
from functools import partial

from alongside.working_time import WorkingCalendar
from bench.figures import Figure, middle, milliseconds, show
from bench.serving.server import prepared

DAYS = 1_000
TURNS = 15


def main() -> None:
    """Measure, and print the figures."""
    parser = argparse.ArgumentParser(prog="python -m bench.recompute")
    parser.add_argument("--json", action="store_true", help="print JSON, not a table")
    options = parser.parse_args()
    with prepared():
        figures = what_is_due()
    show(a_due_date(), against="a look-up in a precomputed table of working days", as_json=options.json)
    show(figures, against="reading the facts from the database", as_json=options.json)


def a_due_date() -> list[Figure]:
    """A day so many working days later, beside looking it up in a table; each a thousand times."""
    calendar = WorkingCalendar()
    days = [date(2025, 1, 1) + timedelta(days=n) for n in range(DAYS)]
    position: dict[date, int] = {}
    worked: list[date] = []
    for day in (date(2024, 12, 1) + timedelta(days=n) for n in range(DAYS + 500)):
        if calendar.is_working_day(day):
            worked.append(day)
        position[day] = len(worked)

    def look_up(day: date, number: int) -> date:
        return worked[position[day] + number - 1]

    def by_table() -> None:
        for day in days:
            look_up(day, 10)

    def by_calendar() -> None:
        for day in days:
            calendar.add_working_days(day, 10)

    return _figures([("a thousand look-ups: the floor", by_table, None), ("a thousand due dates", by_calendar, 2)], 20)


def what_is_due() -> list[Figure]:
    """A family's due rows made equal to its facts, as after each record, beside reading those facts."""
    from alongside.journey.due import reckon, recompute
    from alongside.journey.history import COLUMNS, facts_of
    from alongside.packs.queries import current_pack
    from alongside.story.models import Fact
    from bench.world import accounts, clocks

    team = accounts.make_teams()[0]
    family = clocks.make_history(team, by=accounts.make_worker(team)).pk

    def read() -> object:
        return list(Fact.objects.filter(family=family).order_by().values_list(*COLUMNS))

    work: list[tuple[str, Callable[[], object], float | None]] = [
        ("reading 300 facts with a plain query: the floor", read, None),
        ("reading them as the standards do", partial(facts_of, family), None),
    ]
    for name, standards in (("everyday", clocks.everyday_standards()), ("crowded", clocks.crowded_standards())):
        pack = current_pack().model_copy(update={"standards": standards})
        most = 3 if name == "everyday" else None
        work += [
            (f"40 {name} standards: read and reckoned", partial(reckon, family, pack=pack, now=clocks.NOW), None),
            (f"40 {name} standards: rows kept true", partial(recompute, family, pack=pack, now=clocks.NOW), most),
        ]
    return _figures(work, 4)


def _figures(work: list[tuple[str, Callable[[], object], float | None]], number: int) -> list[Figure]:
    """Do each in turns, `number` times a turn, once everything is warm; the first is the floor."""
    spent: list[list[float]] = [[] for _ in work]
    for turn in range(TURNS + 1):
        for (_, do, _), times in zip(work, spent, strict=True):
            took = milliseconds(do, number)
            times += [took] if turn else []
    floor = middle(spent[0])
    return [
        Figure(what, middle(times), middle(times) / floor, most)
        for (what, _, most), times in zip(work, spent, strict=True)
    ]


if __name__ == "__main__":
    main()
