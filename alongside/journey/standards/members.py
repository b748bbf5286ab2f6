"""Who belongs to the family, or works with it, and since when."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, NamedTuple

from alongside.journey.standards.facts import AGENCY_JOINED, AGENCY_LEFT, PERSON_JOINED, PERSON_LEFT
from alongside.journey.standards.history import IN_ORDER, Happening, History
from alongside.journey.standards.periods import Period


class Member(NamedTuple):
    """A person of the family or an agency that works with it; `roles` are the periods of each role, in order."""

    id: str
    name: str
    roles: dict[str, list[Period]]
    born: date | None
    unborn: bool

    def periods_as(self, role: str) -> list[Period]:
        """When they belonged to the family in this role; "person" stands for any role."""
        if role == "person":
            every = [period for periods in self.roles.values() for period in periods]
            return sorted(every, key=lambda period: (period.first, period.last or date.max))
        return self.roles.get(role, [])


def people(history: History) -> list[Member]:
    """Every person who ever joined the family, in the order of their ids."""
    return _members(history, PERSON_JOINED, PERSON_LEFT, "person")


def agencies(history: History) -> list[Member]:
    """Every agency that ever joined the work with the family, in the order of their ids."""
    return _members(history, AGENCY_JOINED, AGENCY_LEFT, "agency")


def _members(history: History, joined: str, left: str, kind: str) -> list[Member]:
    if kind not in history.found:
        told: dict[str, list[Happening]] = {}
        for happening in sorted(history.named(joined) + history.named(left), key=lambda one: IN_ORDER(one.fact)):
            if happening.day <= history.today and (who := getattr(happening.fact, kind)):
                told.setdefault(who, []).append(happening)
        history.found[kind] = [_member(who, told[who], joined) for who in sorted(told)]
    members: list[Member] = history.found[kind]
    return members


def _member(who: str, told: list[Happening], joined: str) -> Member:
    roles: dict[str, list[Period]] = {}
    role: str | None = None
    known: dict[str, Any] = {}
    for happening in told:
        joins = happening.fact.name == joined
        new = str(happening.fact.data.get("role", role or "person")) if joins else None
        if joins:
            known |= happening.fact.data
        if new == role:
            continue
        if role is not None:
            roles[role][-1] = roles[role][-1]._replace(last=happening.day)
        if new is not None:
            roles.setdefault(new, []).append(Period(happening.day, None, happening.fact))
        role = new
    return Member(who, str(known.get("name") or who), roles, day_in(known, "date_of_birth"), _is_unborn(known))


def _is_unborn(known: Mapping[str, Any]) -> bool:
    return day_in(known, "date_of_birth") is None and day_in(known, "due_date") is not None


def day_in(data: Mapping[str, Any], key: str) -> date | None:
    """The day that these data hold under a key, as a date or as 2026-03-31; None where there is none."""
    value = data.get(key)
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    try:
        return date.fromisoformat(str(value)[:10]) if value else None
    except ValueError:
        return None
