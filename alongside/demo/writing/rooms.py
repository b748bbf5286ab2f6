"""The live room of a conference that was held: opened, sat in, answered in, and closed, as on that day."""

from typing import Any
from uuid import uuid4

from pydantic import Field

from alongside.access.models import User
from alongside.demo.format import Told
from alongside.demo.telling import Telling
from alongside.meetings.models import Invitation, Meeting
from alongside.room import actions
from alongside.room.models import Room, Seat
from alongside.room.queries import part_of, state_of
from alongside.room.rules.state import RISK
from alongside.story.models import Entry


class RoomTold(Told):
    """What happened in a room besides what its record tells: who sat there, and who saw what differently.

    People of the family are named by their key; whoever else came, as on the list of guests.
    """

    numbers: dict[str, int]
    content: dict[str, int]
    said_with: dict[str, str] = Field(default_factory=dict)
    differs: dict[str, str] = Field(default_factory=dict)
    views: dict[str, dict[str, str]] = Field(default_factory=dict)


class Holding:
    """A room while it is told."""

    def __init__(self, telling: Telling, meeting: Meeting, told: RoomTold, *, chair: User, writer: User) -> None:
        self.telling, self.told, self.chair, self.writer = telling, told, chair, writer
        self.room = actions.open_room(meeting=meeting, by=chair)
        self.seats: dict[str, Seat] = {}

    def sit(self, asked: dict[str, Invitation]) -> None:
        """Everybody whose number is told comes in with a phone, and is let in."""
        for who in self.told.numbers:
            name = asked[who].who
            seat, _ = actions.ask_to_come_in(room=self.room, name=name, agency="", part="participant")
            self.seats[who] = actions.admit(seat=seat, invitation=asked[who], by=self.chair)

    def agree_on(self, column: str, words: str) -> None:
        """A statement is typed, read out and answered by all; the proposed statement of risk is put in other words."""
        proposed = state_of(self.room).of_group(RISK) if column == RISK else []
        row = self.telling.statement(column, words) if column != RISK else {"id": str(uuid4()), "words": words}
        which = proposed[0].id if proposed else row["id"]
        self._say("statement.settled", self.writer, which=which, group=column, words=row["words"])
        self._say("statement.read", self.chair, which=which)
        version = str(1 + len(proposed))
        for who, seat in self.seats.items():
            differs = self.told.differs.get(who, "") if column == RISK else ""
            agrees = "no" if differs else "yes"
            self._say("answered", seat, which=which, version=version, agrees=agrees, words=self.telling.own(differs))
        self._say("statement.agreed", self.chair, which=which)

    def place(self) -> None:
        """Each puts in a number for safety, in private, and all are shown."""
        self._say("step", self.chair, step="safety")
        for who, value in self.told.numbers.items():
            words = self.telling.own(self.told.said_with.get(who, ""))
            self._say("placed", self.seats[who], scale="safety", value=str(value), words=words)
        self._say("revealed", self.chair, scale="safety")

    def decide(self, decisions: dict[str, str], categories: dict[str, str], why: dict[str, Any]) -> None:
        """Each says their view for each child, and the chair says what is decided."""
        self._say("step", self.chair, step="decision")
        for key, option in decisions.items():
            child = str(self.telling.people[key].pk)
            for who, seat in self.seats.items():
                view = self.told.views.get(key, {}).get(who, option)
                self._say("viewed", seat, child=child, option=view)
            words = self.telling.own(str(why.get(f"decision-why@{key}", "")))
            self._say("decided", self.chair, [categories.get(key, "")], child=child, option=option, why=words)

    def close(self) -> Entry:
        """Each says how content they are, and the chair closes the room; return the record that it began."""
        self._say("step", self.chair, step="content")
        for who, value in self.told.content.items():
            self._say("placed", self.seats[who], scale="content", value=str(value))
        self._say("revealed", self.chair, scale="content")
        self.room = actions.close_room(room=self.room, by=self.chair)
        assert self.room.record is not None
        return self.room.record

    def _say(self, kind: str, by: User | Seat, chosen: list[str] | None = None, **sent: str) -> None:
        part = part_of(by, self.room.meeting) if isinstance(by, User) else ""
        actions.say(
            room=self.room, message=uuid4(), kind=kind, sent=sent, chosen=lambda _: chosen or [], by=by, part=part
        )


def plan_of(room: Room | None) -> Entry | None:
    """Return the plan that a room began, as it is now."""
    return Entry.objects.get(pk=room.plan_id) if room and room.plan_id else None
