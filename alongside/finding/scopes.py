"""Where a row belongs, as words of the index that nobody can type: the sign before them is no letter to a search."""

from collections.abc import Iterable
from datetime import date, timedelta

SIGN = "§"
MOST_MONTHS = 24  # beyond so many, asking for each month costs more than it saves


def of_family(id: int) -> str:
    """The scope of a family's rows."""
    return f"{SIGN}f{id}"


def of_team(id: int) -> str:
    """The scope of the rows of a team's families, and of its rows about no family."""
    return f"{SIGN}t{id}"


def of_author(id: int) -> str:
    """The scope of somebody's rows about no family."""
    return f"{SIGN}a{id}"


def of_kind(kind: str) -> str:
    """The scope of the rows of a kind."""
    return f"{SIGN}k{kind}"


def of_month(day: date) -> str:
    """The scope of the rows of a month."""
    return f"{SIGN}m{day:%Y%m}"


def of_week(day: date) -> str:
    """The scope of the rows of a week."""
    return f"{SIGN}w{day:%G%V}"


def any_of(scopes: Iterable[str]) -> str:
    """Return the condition, as text of a tsquery, that a row is in one of these scopes; each was made here."""
    return "(" + " | ".join(f"'{scope}'" for scope in scopes) + ")"


def weeks_until(last: date, number: int) -> list[str]:
    """Return the scopes of this week and so many before it."""
    return [of_week(last - timedelta(weeks=before)) for before in range(number + 1)]


def months_between(first: date, last: date) -> list[str]:
    """Return the scope of each month from a day to another; none when there are too many to be of use."""
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    if not 0 < months <= MOST_MONTHS:
        return []
    begun = first.year * 12 + first.month - 1
    return [of_month(date(month // 12, month % 12 + 1, 1)) for month in range(begun, begun + months)]
