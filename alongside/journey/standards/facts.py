"""A fact: something that happened to a family, as the clocks of its standards see it."""

from collections.abc import Mapping
from datetime import datetime
from types import MappingProxyType
from typing import Any, NamedTuple

# The names that the product itself gives meaning to. All others are the pack's: its forms write them, and its
# standards name them.
PERSON_JOINED = "person.joined"  # data: name, role, date_of_birth or due_date
PERSON_LEFT = "person.left"
AGENCY_JOINED = "agency.joined"  # data: name
AGENCY_LEFT = "agency.left"
LEVEL_DECIDED = "level.decided"  # data: level
FACT_WITHDRAWN = "fact.withdrawn"  # replaces: the fact that no longer stands


_nothing: Mapping[str, Any] = MappingProxyType({})


class Fact(NamedTuple):
    """Something that happened, and when it was recorded; both are aware moments in UTC.

    `replaces` names an earlier fact that no longer stands because of this one. `data` is what else is known, by the
    keys that the pack's standards look at.
    """

    id: str
    name: str
    happened: datetime
    recorded: datetime
    family: str
    person: str | None = None
    agency: str | None = None
    entry: str | None = None
    data: Mapping[str, Any] = _nothing
    replaces: str | None = None
