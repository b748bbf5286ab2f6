"""What it costs to know what is due: one date beside a look-up, a family's whole list beside reading its facts.

    python -m bench.recompute [--json] [--processor]

On a busy machine take `--processor`: not what the clock says, but how long this process and the database's have worked.

Forty standards in two ways: “everyday” ones, most about a step of their own as guidance has them, and “crowded” ones,
every single one of them about visits, children seen and reviews. docs/reference/speed.md says what the figures mean.
"""

import argparse
import gc
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from functools import partial
from itertools import cycle
from time import perf_counter, process_time
from typing import TYPE_CHECKING

from alongside.working_time import WorkingCalendar
from bench.figures import Figure, middle, milliseconds, show
from bench.serving.server import prepared

if TYPE_CHECKING:
    from alongside.packs.format.pack import Pack

Clock = Callable[[], float]
DAYS = 1_000
TURNS = 15


def main() -> None:
    """Measure, and print the figures."""
    parser = argparse.ArgumentParser(prog="python -m bench.recompute")
    parser.add_argument("--json", action="store_true", help="print JSON, not a table")
    parser.add_argument("--processor", action="store_true", help="time of the processor, not of the clock")
    options = parser.parse_args()
    with prepared():
        from bench.people.world import processor_clock

        figures = what_is_due(processor_clock if options.processor else perf_counter)
    dates = a_due_date(process_time if options.processor else perf_counter)
    show(dates, against="a look-up in a precomputed table of working days", as_json=options.json)
    show(figures, against="reading the facts from the database", as_json=options.json)


def a_due_date(clock: Clock) -> list[Figure]:
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

    return _figures(
        [("a thousand look-ups: the floor", by_table, None), ("a thousand due dates", by_calendar, 2)], 20, clock
    )


def what_is_due(clock: Clock) -> list[Figure]:
    """A family's due rows made equal to its facts, as after each record, beside reading those facts."""
    from alongside.journey.due import reckon
    from alongside.journey.history import COLUMNS, facts_of
    from alongside.packs.queries import current_pack
    from alongside.story.models import Fact
    from bench.world import accounts, clocks

    team = accounts.make_teams()[0]
    worker = accounts.make_worker(team)
    family = clocks.make_history(team, by=worker).pk

    def read() -> object:
        return list(Fact.objects.filter(family=family).order_by().values_list(*COLUMNS))

    work: list[tuple[str, Callable[[], object], float | None]] = [
        ("reading 300 facts with a plain query: the floor", read, None),
        ("reading them as the standards do", partial(facts_of, family), None),
    ]
    for name, standards in (("everyday", clocks.everyday_standards()), ("crowded", clocks.crowded_standards())):
        own = clocks.make_history(team, by=worker).pk
        packs = [current_pack().model_copy(update={"standards": one}) for one in clocks.then_and_now(standards)]
        most = 3 if name == "everyday" else None
        work += [
            (f"40 {name} standards: read and reckoned", partial(reckon, own, pack=packs[0], now=clocks.NOW), None),
            (f"40 {name} standards: rows kept true", _keeping_true(own, packs), most),
        ]
    # As in alongside/config/wsgi.py: looking through all that was loaded is no part of either.
    gc.freeze()
    gc.set_threshold(5_000, 20, 20)
    return _figures(work, 4, clock)


def _keeping_true(family: int, packs: Iterable["Pack"]) -> Callable[[], None]:
    """Keep a family's rows true by one pack after the other, so that some rows have to be written each time."""
    from alongside.journey.due import recompute
    from bench.world.clocks import NOW

    turns = cycle(packs)
    return lambda: recompute(family, pack=next(turns), now=NOW)


def _figures(work: list[tuple[str, Callable[[], object], float | None]], number: int, clock: Clock) -> list[Figure]:
    """Do each in turns, `number` times a turn, once everything is warm; the first is the floor."""
    spent: list[list[float]] = [[] for _ in work]
    for turn in range(TURNS + 1):
        for (_, do, _), times in zip(work, spent, strict=True):
            took = milliseconds(do, number, clock)
            times += [took] if turn else []
    floor = middle(spent[0])
    return [
        Figure(what, middle(times), middle(times) / floor, most)
        for (what, _, most), times in zip(work, spent, strict=True)
    ]


if __name__ == "__main__":
    main()
