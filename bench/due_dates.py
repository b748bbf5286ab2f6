"""How long a due date takes, and a family's whole list of what is due.

    python -m bench.due_dates

Prints ratios of one run, so that the machine makes no difference: a due date over a look-up in a precomputed table of
working days (to stay at 2 or less), and evaluating 300 facts under 40 standards over reading 300 facts from
PostgreSQL (to stay at 3 or less; read only when DATABASE_URL names a server).
"""

import json
import os
import random
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from functools import partial
from timeit import repeat
from typing import Any

from alongside.journey.standards import Fact, evaluate
from alongside.packs.format.standards import Standard
from alongside.working_time import WorkingCalendar

FIRST, TODAY = datetime(2025, 1, 6, 10, tzinfo=UTC), date(2026, 6, 30)
STEPS = [f"{one}{two}" for one in "abcdef" for two in "vwxyz"]
CHILDREN = ("ava", "ben", "cass")
OPEN = {"since": "pathway.opened", "until": "pathway.closed"}
KINDS: tuple[dict[str, Any], ...] = (
    {"after": "allocation.made", "within": "6 weeks", "met_by": "assessment.finished"},
    {"after": "allocation.made", "target": "6 weeks", "within": "8 weeks", "met_by": "plan.agreed", "while": OPEN},
    {"after": "plan.agreed", "every": "8 weeks", "met_by": "review.held", "while": OPEN},
    {"after": "allocation.made", "first": "5 working days", "every": "2 weeks", "met_by": "visit.made", "while": OPEN,
     "values": [{"when": {"level": "3"}, "every": "1 week"}]},
    {"per": "child", "after": "allocation.made", "every": "1 month", "met_by": "child.seen",
     "while": [OPEN, {"age_under": 18}]},
    {"per": "event", "after": "visit.made", "recorded_within": "3 working days"},
    {"per": "event", "after": "concern.raised", "within": "24 hours", "met_by": "concern.told"},
    {"after": "review.held", "happens": "each time", "within": "10 working days", "met_by": "review.shared"},
    {"before": {"event": "conference.arranged", "date_in": "held_on"}, "at_least": "3 working days",
     "met_by": {"event": "report.shared", "same": ["conference"]}},
    {"after": "allocation.made", "checkpoints": ["10 working days", "20 working days", "45 working days"],
     "met_by": "supervision.held"},
)  # fmt: skip


def everyday_standards() -> list[Standard]:
    """Forty standards as guidance has them: ten about visits and reviews, thirty each about a step of its own."""
    own = [
        {"after": f"step-{step}.begun", "within": "10 working days", "met_by": f"step-{step}.done"} for step in STEPS
    ]
    return [_standard(number, keys) for number, keys in enumerate([*KINDS, *own])]


def crowded_standards() -> list[Standard]:
    """Forty standards of which every single one is about visits, children seen, reviews and the like."""
    return [_standard(number, KINDS[number % len(KINDS)]) for number in range(40)]


def _standard(number: int, keys: dict[str, Any]) -> Standard:
    source = {"document": "Guidance", "passage": "Timescales"}
    common = {"title": "Review", "owner": "lead-practitioner", "per": "family", "source": source}
    return Standard.model_validate({**common, **keys, "id": f"standard-{number}"})


def facts() -> list[Fact]:
    """Three hundred facts of a family over eighteen months, in the proportions of real work."""
    chance = random.Random(1)
    told = [
        _fact(who, "person.joined", 0, person=who, role="child", name=who, date_of_birth="2015-03-01")
        for who in CHILDREN
    ]
    told += [
        _fact(f"begin-{n}", name, 1) for n, name in enumerate(("pathway.opened", "allocation.made", "plan.agreed"))
    ]
    told.append(_fact("level", "level.decided", 100, level="3"))
    for step in STEPS:
        told += [
            _fact(f"{step}-begun", f"step-{step}.begun", 20),
            _fact(f"{step}-done", f"step-{step}.done", 40),
        ]
    names = [
        "visit.made",
        "child.seen",
        "child.seen",
        "note.written",
        "supervision.held",
        "review.held",
        "concern.raised",
    ]
    while len(told) < 300:
        name, day = chance.choice(names), chance.randrange(2, 500)
        who = chance.choice(CHILDREN) if name == "child.seen" else None
        told.append(_fact(f"f{len(told)}", name, day, person=who))
    return told


def _fact(id: str, name: str, day: int, /, *, person: str | None = None, **data: str) -> Fact:
    happened = FIRST + timedelta(days=day)
    recorded = happened + timedelta(days=2)
    return Fact(id=id, name=name, happened=happened, recorded=recorded, family="rowan", person=person, data=data)


def milliseconds(work: Callable[[], object], number: int) -> float:
    """The best of seven rounds, for each call."""
    return min(repeat(work, number=number, repeat=7)) / number * 1000


def a_due_date() -> tuple[float, float]:
    """A due date and a look-up in a table of working days, each in milliseconds."""
    calendar = WorkingCalendar()
    days = [date(2025, 1, 1) + timedelta(days=n) for n in range(1000)]
    position: dict[date, int] = {}
    worked: list[date] = []
    for day in (date(2024, 12, 1) + timedelta(days=n) for n in range(1500)):
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

    return milliseconds(by_calendar, 100) / 1000, milliseconds(by_table, 100) / 1000


def reading(told: list[Fact]) -> float | None:
    """Reading as many facts from PostgreSQL over an open connection, in milliseconds; None without a server.

    As the product does: the facts of one family out of the table, made into what `evaluate` takes.
    """
    url = os.environ.get("DATABASE_URL")
    if not url:
        return None
    import psycopg

    columns = "id text, name text, happened timestamptz, recorded timestamptz, person text, data jsonb"

    def read(cursor: "psycopg.Cursor") -> list[Fact]:
        rows = cursor.execute("select id, name, happened, recorded, person, data from told").fetchall()
        return [
            Fact(id=id, name=name, happened=happened, recorded=recorded, family="rowan", person=person, data=data)
            for id, name, happened, recorded, person, data in rows
        ]

    with psycopg.connect(url) as connection, connection.cursor() as cursor:
        cursor.execute(f"create temporary table told ({columns})")
        rows = [(f.id, f.name, f.happened, f.recorded, f.person, json.dumps(dict(f.data))) for f in told]
        cursor.executemany("insert into told values (%s, %s, %s, %s, %s, %s)", rows)
        return milliseconds(lambda: read(cursor), 50)


def main() -> None:
    """Print the ratios."""
    reckoned, looked_up = a_due_date()
    print(f"a due date: {reckoned * 1000:.3f} µs, {reckoned / looked_up:.2f} times a look-up (at most 2)")
    told = facts()
    read = reading(told)
    if read is None:
        print("reading 300 facts from PostgreSQL: not measured; set DATABASE_URL")
    else:
        print(f"reading {len(told)} facts from PostgreSQL: {read:.2f} ms")
    for name, rules in (("everyday", everyday_standards()), ("crowded", crowded_standards())):
        calendar = WorkingCalendar()
        rows = evaluate(rules, told, TODAY, calendar)
        spent = milliseconds(partial(evaluate, rules, told, TODAY, calendar), 20)
        times = f", {spent / read:.2f} times reading (at most 3)" if read else ""
        print(f"evaluating them under {len(rules)} {name} standards: {spent:.2f} ms for {len(rows)} rows{times}")


if __name__ == "__main__":
    main()
