"""Who opened their reading pack, or what was decided: the looks that the trail kept, which nobody can alter."""

import re
from dataclasses import dataclass
from datetime import datetime

from alongside.access.trail.models import Look
from alongside.conferences.models import Conference

SUBJECT = re.compile(r"(reading pack|decisions) (\d+), version (\d+)")


@dataclass(frozen=True)
class Opened:
    """When somebody last opened what was theirs, in which version, and under which name."""

    at: datetime
    version: int
    who: str


def opened_packs(conference: Conference) -> dict[int, Opened]:
    """Return by reading pack when its own reader last opened it; one query."""
    return _opened(conference, "reading pack")


def opened_letters(conference: Conference) -> dict[int, Opened]:
    """Return by letter when its own reader last opened what was decided; one query."""
    return _opened(conference, "decisions")


def _opened(conference: Conference, what: str) -> dict[int, Opened]:
    looks = Look.objects.filter(family_id=conference.meeting.family_id, subject__startswith=f"{what} ")
    since = looks.filter(at__gte=conference.meeting.arranged_at).order_by("pk")
    found: dict[int, Opened] = {}
    for subject, at, who in since.values_list("subject", "at", "user_name"):
        if named := SUBJECT.fullmatch(subject):
            found[int(named[2])] = Opened(at, int(named[3]), who)
    return found
