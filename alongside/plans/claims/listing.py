"""The list of claims: which families are shown, and as a sheet."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.db.models import QuerySet
from django.http import QueryDict

from alongside.access.models import Team, User
from alongside.packs.format.pack import Pack
from alongside.people.models import Family
from alongside.plans.claims.reading import ClaimOfFamily, claims_of, supported_families, with_something_reached

A_PAGE = 50
SHOWS = {"ready": "Ready to claim", "all": "Every family"}
STANDINGS = {
    "claimed": "Claimed",
    "ready": "Ready",
    "held-back": "Held back",
    "holding": "Has to hold longer",
    "not-reached": "Not reached",
    "not-shown": "Nothing shows it",
    "nothing": "No evidence",
}
HEADINGS = ("Family", "Reference", "Team", "Outcome", "Where it is", "Why", "What is missing", "Claimed on", "By")


@dataclass(frozen=True)
class Asked:
    """What somebody asked the list for: families that are ready or all, of one team or of all, from which place on."""

    show: str = "ready"
    team: int | None = None
    page: int = 0

    def query(self, **other: Any) -> str:
        """Return it as the query of an address, with some of it different."""
        parts = {"show": self.show, "team": self.team, "page": self.page} | other
        return urlencode({key: value for key, value in parts.items() if value})


def read(data: QueryDict) -> Asked:
    """Return what was asked for; what makes no sense is left out."""
    show = data.get("show", "ready")
    return Asked(show if show in SHOWS else "ready", _number(data.get("team", "")), _number(data.get("page", "")) or 0)


def _number(typed: str) -> int | None:
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 9 else None


def page_of(user: User, asked: Asked, pack: Pack, today: date) -> tuple[list[ClaimOfFamily], bool]:
    """Return some families as they stand, and whether more follow."""
    families = _families(user, asked)
    start = asked.page * A_PAGE
    found = list(families[start : start + A_PAGE + 1])
    standing = claims_of(found[:A_PAGE], pack, today=today)
    return [one for one in standing if asked.show == "all" or one.ready], len(found) > A_PAGE


def everything(user: User, asked: Asked, pack: Pack, today: date) -> Iterator[tuple[Any, ...]]:
    """Yield a row for each outcome of each family asked for; one for a family without any."""
    standing = claims_of(_families(user, asked).iterator(chunk_size=400), pack, today=today)
    titles = {outcome.id: outcome.title for outcome in pack.outcomes}
    for one in standing:
        if asked.show == "all" or one.ready:
            yield from _rows(one, titles)


def teams_of(user: User) -> list[Team]:
    """Return the teams whose families this person may see, by name."""
    return list(Team.objects.filter(families__in=Family.objects.for_user(user)).distinct().order_by("name"))


def _families(user: User, asked: Asked) -> QuerySet[Family]:
    families = supported_families(user)
    if asked.team:
        families = families.filter(team=asked.team)
    return with_something_reached(families) if asked.show == "ready" else families


def _rows(one: ClaimOfFamily, titles: dict[str, str]) -> Iterable[tuple[Any, ...]]:
    family = (one.family.name, one.family.reference, one.family.team.name)
    missing = "; ".join(check.title for check in one.missing)
    claimed = {claim.outcome: claim for claim in one.claims}
    for outcome in one.outcomes:
        claim = claimed.get(outcome.outcome)
        made = (claim.claimed_on, claim.claimed_by.name) if claim else (None, "")
        title = titles.get(outcome.outcome, outcome.outcome)
        yield (*family, title, STANDINGS[outcome.standing], outcome.says, missing, *made)
    if not one.outcomes:
        yield (*family, "", "", "", missing, None, "")
