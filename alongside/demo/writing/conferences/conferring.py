"""One conference of the demo while it is told: what its parts share."""

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any

from alongside.access.models import User
from alongside.conferences.models import Conference
from alongside.demo.format import Record
from alongside.demo.telling import Telling
from alongside.demo.writing import further
from alongside.demo.writing.conferences.told import ConferenceTold
from alongside.demo.writing.gatherings import Alderbridge
from alongside.meetings.models import Invitation
from alongside.room.models import Room
from alongside.working_time import LONDON

CHAIR, WRITER = "imogen", "tobias"


@dataclass
class Conferring:
    """What is told of one conference, and what was made of it so far; `asked` is named as in the story."""

    demo: Alderbridge
    told: ConferenceTold
    asked: dict[str, Invitation] = field(default_factory=dict)
    conference: Conference | None = None
    room: Room | None = None

    @property
    def made(self) -> Conference:
        """The conference. Raises AssertionError before it was arranged: the story is told out of order."""
        assert self.conference, f"the conference of {self.told.family} is not arranged"
        return self.conference

    @property
    def telling(self) -> Telling:
        return self.demo.tellings[self.told.family]

    @property
    def chair(self) -> User:
        return self.demo.staff.people[CHAIR]

    @property
    def writer(self) -> User:
        return self.demo.staff.people[WRITER]

    def day(self, days: int) -> date:
        """The working day that lies so many days from today, or the one next to it further away."""
        day, calendar = self.demo.today + timedelta(days=days), self.demo.calendar
        return calendar.previous_working_day(day) if days < 0 else calendar.next_working_day(day)

    def at(self, days: int, clock: time) -> datetime:
        return datetime.combine(self.day(days), clock, LONDON)

    def answers(self, form: str, told: dict[str, Any], on: date) -> dict[str, Any]:
        """What the story answers to this form, completed as the demo completes every record."""
        return further.answers(self.telling, Record(form=form, after=0, answers=told), on, "fair")
