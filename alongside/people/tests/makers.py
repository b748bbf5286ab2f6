"""Made-up people for these tests. Nobody here exists."""

from datetime import date
from itertools import count
from typing import Any

from alongside.access.models import Post, Team, User
from alongside.people import actions
from alongside.people.models import Family, Person

_numbers = count(1)


def make_team(name: str = "") -> Team:
    return Team.objects.create(name=name or f"Team {next(_numbers)}")


def make_user(role: str = "", team: Team | None = None, *, name: str = "") -> User:
    """An account, with a post when a role is given."""
    number = next(_numbers)
    user = User.objects.create_user(email=f"user{number}@alderbridge.example", name=name or f"User {number}")
    if role:
        Post.objects.create(user=user, team=team or make_team(), role=role)
    return user


def make_family(name: str = "Hayes", *, team: Team | None = None, by: User | None = None) -> Family:
    return actions.add_family(name=name, team=team or make_team(), by=by or make_user())


def make_person(*, by: User | None = None, **details: Any) -> Person:
    """A person, Maya Hayes born on 14 June 2018 unless said otherwise."""
    if not details.keys() & {"given_names", "family_name", "preferred_name", "unborn"}:
        details |= {"given_names": "Maya", "family_name": "Hayes"}
    if not details.keys() & {"date_of_birth", "unborn"}:
        details["date_of_birth"] = date(2018, 6, 14)
    return actions.add_person(by=by or make_user(), **details)


def make_member(family: Family, *, role: str = "child", by: User | None = None, **details: Any) -> Person:
    """A person who belongs to this family."""
    by = by or make_user()
    person = make_person(by=by, **details)
    actions.add_member(family=family, person=person, role=role, by=by, joined_on=date(2025, 1, 6))
    return person
