"""What each face of a room shows: the same room, with what each may see and do of it."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any
from uuid import UUID, uuid4, uuid5

from django.http import HttpRequest
from django.middleware.csrf import get_token
from django.template.loader import render_to_string
from django.utils.html import format_html

from alongside.design import words
from alongside.design.pictures import Picture
from alongside.packs.format.scales import Scale
from alongside.plans.fields.actions import day_from
from alongside.room.at_the_door import AtTheDoor
from alongside.room.models import Room, Seat
from alongside.room.queries import asked_in, state_of
from alongside.room.rules.asked import Asked, Heading
from alongside.room.rules.filling import owner_of
from alongside.room.rules.saying import CHAIR, MINUTES, PARTICIPANT, SCREEN
from alongside.room.rules.state import CONTENT, SAFETY, STEPS, Deed, Person, Placed, Round, State, Statement
from alongside.story.asking import Someone
from alongside.story.pictures import heap, spread

TITLES = {
    "welcome": "Welcome",
    "statements": "What we say together",
    "safety": "How safe it is",
    "decision": "What is decided",
    "plan": "The plan",
    "content": "How content we are with the plan",
}
# What of the room each step's page shows: when one of these changes, the page is drawn anew.
SHOWN = {
    "welcome": {"people"},
    "statements": {"statements"},
    "safety": {SAFETY},
    "decision": {"decision"},
    "plan": {"plan", "statements"},
    "content": {CONTENT},
}


@dataclass(frozen=True)
class Look:
    """A room as one face sees it. `seat` is a participant's own, `here` where its messages go."""

    request: HttpRequest
    room: Room
    state: State
    asked: Asked
    face: str
    here: str
    seat: Seat | None = None

    @property
    def me(self) -> int | None:
        """One's own seat, None for who holds the room and for screens."""
        return self.seat.pk if self.seat and self.face == PARTICIPANT else None

    @property
    def step(self) -> str:
        return self.state.step

    @property
    def title(self) -> str:
        """What the room is at."""
        return TITLES[self.step]

    @property
    def steps(self) -> list[tuple[str, str, bool]]:
        """Every step with its title, and whether the room is there."""
        return [(step, TITLES[step], step == self.step) for step in STEPS]

    @property
    def chairs(self) -> bool:
        return self.face == CHAIR

    @property
    def holds(self) -> bool:
        """Whether it is the chair’s face or the minute-taker’s."""
        return self.face in (CHAIR, MINUTES)

    @property
    def types(self) -> bool:
        """Whether this face types what is said: the minute-taker, or the chair when nobody else does."""
        return self.face == MINUTES or (self.chairs and not self.asked.has_writer)

    @property
    def takes_part(self) -> bool:
        return self.face == PARTICIPANT

    @property
    def is_screen(self) -> bool:
        return self.face == SCREEN

    @cached_property
    def headings(self) -> tuple[Heading, ...]:
        """The headings that this step's page shows statements under."""
        return (self.asked.goals,) if self.step == "plan" else self.asked.headings

    @property
    def code(self) -> str:
        """The code in two halves, which are easier read out."""
        return f"{self.room.code[:3]} {self.room.code[3:]}"

    def heading_of(self, statement: Statement) -> Heading:
        return next(one for one in (*self.asked.headings, self.asked.goals) if one.id == statement.group)

    @property
    def without_device(self) -> list[Person]:
        """Who is in the room and has no phone: chair and minute-taker type their answers."""
        return [one for one in self.state.taking_part if not one.has_device]

    @cached_property
    def csrf(self) -> str:
        """The hidden input that every form of a face has."""
        return format_html('<input type="hidden" name="csrfmiddlewaretoken" value="{}">', get_token(self.request))

    @cached_property
    def door(self) -> AtTheDoor:
        """Who knocks and who is invited; drawn for the chair alone."""
        return AtTheDoor(self.room, self.state)

    @cached_property
    def agenda(self) -> list[str]:
        """What the meeting talks about, as it was put on its agenda."""
        return [str(item) for item in self.room.meeting.items.select_related("family")]

    def off(self, group: str) -> list[Statement]:
        """What was taken off the screen under a heading."""
        return [one for one in self.state.statements.values() if one.group == group and one.off and one.words]

    @property
    def plan_texts(self) -> list[tuple[str, str]]:
        """The questions of the plan that are answered in words, each with its key."""
        texts = {"safety-plan": "safety_plan", "bottom-lines": "bottom_lines"}
        return [(key, self.asked.question("plan", name)) for key, name in texts.items()]

    @property
    def plan_days(self) -> list[tuple[str, str]]:
        """The questions of the plan that are answered by a day."""
        days = {"next-core-group": "next_core_group", "next-time": "next_time"}
        return [(key, self.asked.question("plan", name)) for key, name in days.items()]

    def owner_of(self, deed: Deed) -> str:
        """Who does something, by name."""
        owner = owner_of(deed.owner, deed.owner_words, self.asked)
        return owner["name"] if owner else "Nobody yet"

    def day_in_words(self, typed: str) -> str:
        """A day that was typed, in words where it is one."""
        day = day_from(typed)
        return words.day(day) if day else typed

    def still_to_answer(self) -> int:
        """How many statements wait for one's own answer."""
        those = [one for heading in self.headings for one in self.state.of_group(heading.id)]
        return sum(self.me not in one.answers for one in those if not one.typing)

    def new_id(self) -> str:
        """An id for what a page may send."""
        return str(uuid4())

    def next_statement(self, group: str) -> str:
        """The id of the next statement that this face begins under a heading: the same until it is begun."""
        count = sum(one.group == group for one in self.state.statements.values())
        return str(uuid5(UUID(str(self.room.uid)), f"{group} {count} {self.face}"))

    def next_deed(self) -> str:
        """The same for an action of the plan."""
        return str(uuid5(UUID(str(self.room.uid)), f"deed {len(self.state.deeds)} {self.face}"))

    def round(self, scale: str) -> Round:
        return self.state.scales[scale]

    def scale(self, scale: str) -> Scale:
        return self.asked.scales[scale]

    def placed(self, scale: str) -> Placed | None:
        """Where one has put oneself."""
        return self.round(scale).placed.get(self.me) if self.me else None

    def picture(self, scale: str) -> Picture:
        """Everybody's number, once it is revealed."""
        found = self.round(scale)
        here = {one.seat: one.who for one in self.state.taking_part}
        names = {seat: self.state.people[seat].who for seat in found.placed if seat in self.state.people} | here
        places = [(name, found.placed[seat].value if seat in found.placed else None) for seat, name in names.items()]
        return (heap if self.is_screen else spread)(places, self.scale(scale))

    def waiting(self, scale: str) -> list[Person]:
        """Who has put in no number yet."""
        return [one for one in self.state.taking_part if one.seat not in self.round(scale).placed]

    def words_with(self, scale: str) -> list[tuple[str, Placed]]:
        """What everybody said to their number, once it is revealed."""
        placed = self.round(scale).placed
        return [(self.state.people[seat].who, one) for seat, one in placed.items() if seat in self.state.people]

    def views(self, child: Someone) -> list[tuple[str, str, str]]:
        """Who would decide what for a child, and why."""
        views = self.state.views.get(child.id, {})
        return [(self.state.people[seat].who, self.asked.label(one.option), one.words) for seat, one in views.items()]

    def tally(self, child: Someone) -> list[tuple[str, int]]:
        """How many would decide what for a child."""
        chosen = [one.option for one in self.state.views.get(child.id, {}).values()]
        return [(one.label, chosen.count(one.id)) for one in self.asked.options if one.id in chosen]

    def parts_after(self, number: int) -> dict[str, str]:
        """Return the parts of this face's page that have changed since it heard so many things, drawn anew."""
        changed = self.state.changed_since(number)
        drawn = {}
        if {"step", "people"} & changed:
            drawn["top"] = self.draw("top")
        if "step" in changed and self.chairs:
            drawn["steps"] = self.draw("steps")
        if "people" in changed and self.chairs:
            drawn["people"] = self.draw("people")
        if ({"step"} | SHOWN[self.step]) & changed:
            drawn["stage"] = self.draw("stage")
        elif self.step in ("statements", "plan"):
            for statement in self._changed_statements(changed):
                drawn[f"statement-{statement.id}"] = self.draw("statement", statement=statement)
        if self.takes_part and drawn:
            drawn["top"] = self.draw("top")
        return drawn

    def _changed_statements(self, changed: set[str]) -> list[Statement]:
        shown = {one.id for one in self.headings}
        those = self.state.statements.values()
        return [one for one in those if f"statement:{one.id}" in changed and one.group in shown and not one.off]

    def draw(self, part: str, **more: Any) -> str:
        """Draw one part of the page."""
        return str(render_to_string(f"room/parts/{part}.jinja", {"look": self, **more}, self.request))


def look_at(request: HttpRequest, room: Room, *, face: str, here: str, seat: Seat | None = None) -> Look:
    """Return a room as a face sees it now."""
    return Look(request, room, state_of(room), asked_in(room), face, here, seat)
