"""Short ways to write a standard and a history down, for the tests."""

from datetime import UTC, date, datetime
from itertools import count
from typing import Any

from alongside.journey.standards import Due, Fact, evaluate, explain
from alongside.packs.format.standards import Standard
from alongside.working_time import WorkingCalendar, london_moment

ENGLAND = WorkingCalendar()
OPEN = {"since": "pathway.opened", "until": "pathway.closed"}
_numbers = count(1)


def standard(**keys: Any) -> Standard:
    """A standard with these keys; `while_` stands for `while`."""
    told = {
        "id": "review",
        "title": "Review",
        "owner": "lead-practitioner",
        "per": "family",
        "source": {"document": "Guidance", "passage": "Reviews"},
        **{key.rstrip("_"): value for key, value in keys.items()},
    }
    return Standard.model_validate(told)


def moment(text: str) -> datetime:
    """ "2026-03-03" is noon of that day in London, "2026-03-03 14:30" that time in London."""
    told = datetime.fromisoformat(text)
    if len(text) == 10:
        told = told.replace(hour=12)
    return london_moment(told.date(), told.time())


def fact(name: str, happened: str, /, *, recorded: str | None = None, id: str | None = None, **about: Any) -> Fact:
    """A fact of one family; what is not a field of a fact goes into its data."""
    fields = {key: about.pop(key) for key in ("person", "agency", "entry", "replaces") if key in about}
    return Fact(
        id=id or f"f{next(_numbers):05}",
        name=name,
        happened=moment(happened),
        recorded=moment(recorded or happened),
        family="rowan",
        data=about,
        **fields,
    )


def child(id: str, joined: str = "2026-01-01", **data: Any) -> Fact:
    """A child joins the family."""
    return fact("person.joined", joined, person=id, **{"name": id.title(), "role": "child", **data})


def due(one: Standard | list[Standard], facts: list[Fact], today: str = "2026-06-01") -> list[Due]:
    """What is due today; today with a time is a moment in London."""
    return evaluate(one if isinstance(one, list) else [one], facts, _today(today), ENGLAND)


def explained(one: Standard | list[Standard], facts: list[Fact], today: str = "2026-06-01") -> list[Due]:
    """What is due today, with what has not started."""
    return explain(one if isinstance(one, list) else [one], facts, _today(today), ENGLAND)


def days(rows: list[Due]) -> list[tuple[str, str, str]]:
    """From when, by when and how it stands, as text."""
    return [(str(row.starts_from), str(row.due), row.state) for row in rows]


def utc(*when: int) -> datetime:
    """A moment in UTC."""
    return datetime(*when, tzinfo=UTC)  # type: ignore[arg-type, misc]


def _today(text: str) -> date | datetime:
    return date.fromisoformat(text) if len(text) == 10 else moment(text)


def states(rows: list[Due]) -> list[str]:
    """The state of each row, in order."""
    return [row.state for row in rows]
