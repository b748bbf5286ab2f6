"""Who knocks at a room, who of those invited they may be, and whom they must not meet. For the chair."""

from dataclasses import dataclass
from functools import cached_property

from alongside.meetings.models import Invitation
from alongside.room.models import Room
from alongside.room.queries import conference_of
from alongside.room.rules.state import Person, State


@dataclass(frozen=True)
class AtTheDoor:
    """The door of a room as it stands."""

    room: Room
    state: State

    @cached_property
    def invited(self) -> list[Invitation]:
        """Who is invited and does not sit in the room yet."""
        seated = {one.invitation for one in self.state.people.values() if one.admitted and not one.ended}
        asked = self.room.meeting.invitations.select_related("person", "user")
        return [one for one in asked if one.pk not in seated]

    def likely(self, person: Person) -> int | None:
        """Which of those who are invited somebody at the door is, going by their name; None when it may be several."""
        said = set(person.name.casefold().split())
        alike = [one.pk for one in self.invited if (known := set(one.who.casefold().split())) <= said or said <= known]
        return alike[0] if len(alike) == 1 else None

    @cached_property
    def must_not_meet(self) -> list[str]:
        """Pairs who must not meet, of whom one is in the room and the other is too, or knocks."""
        conference = conference_of(self.room.meeting)
        if conference is None:
            return []
        here = {one.invitation for one in self.state.taking_part}
        near = here | {self.likely(one) for one in self.state.knocking}
        kept = conference.kept_apart.select_related("one__person", "one__user", "other__person", "other__user")
        pairs = [one for one in kept if {one.one_id, one.other_id} <= near and {one.one_id, one.other_id} & here]
        return [f"{one} must not meet. {one.get_how_display()}." for one in pairs]
