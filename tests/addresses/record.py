"""What an example is taken from: a family with one of everything."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from alongside.access.models import User
from alongside.people.models import Family, Person


@dataclass
class FamilyRecord:
    """A family with one of everything, in a team."""

    family: Family
    child: Person
    parent: Person
    account: User
    made: dict[str, Any]
