"""A family with a team, a practitioner and a manager, and drafts of the default pack's forms. Nobody here exists."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.urls import reverse

from alongside.access.models import Team, User
from alongside.packs.actions import publish
from alongside.packs.tests.shipped import default_pack
from alongside.people.models import Family, Person
from alongside.people.tests.makers import make_family, make_member, make_team, make_user
from alongside.story import actions
from alongside.story.models import Entry

DAY = date(2026, 3, 9)


@dataclass
class World:
    """Who a test is about: a family of one team, its children, and who works there."""

    team: Team
    practitioner: User
    manager: User
    family: Family
    children: list[Person] = field(default_factory=list)
    parent: Person | None = None

    @property
    def child(self) -> Person:
        return self.children[0]

    def draft(self, form_id: str = "initial-conversation", **details: Any) -> Entry:
        """Begin a draft about the family, dated, by the practitioner."""
        usual: dict[str, Any] = {"by": self.practitioner, "team": self.team, "family": self.family, "happened_on": DAY}
        return actions.start(form_id=form_id, **(usual | details))

    def save(self, entry: Entry, key: str, value: Any, revision: int = 0, by: User | None = None) -> int:
        """Save one answer and return its revision."""
        by = by or self.practitioner
        answer = actions.save_answer(entry_id=entry.pk, key=key, value=value, revision=revision, by=by)
        return answer.revision

    def conversation(self, **answers: Any) -> Entry:
        """Return an initial conversation with all that it needs, ready to be made final."""
        entry = self.draft()
        for key, value in (self.needed() | answers).items():
            self.save(entry, key, value)
        entry.refresh_from_db()
        return entry

    def needed(self) -> dict[str, Any]:
        """Return answers to what the conversation cannot be final without."""
        return {
            "spoken-with": {"people": [{"id": self.child.pk, "name": self.child.name}], "others": ""},
            "reason": "Mornings have been hard since the move.",
            "agrees-to-record": ["agrees"],
            "practitioner-step": ["advice-given"],
            "practitioner-step-why": "They know whom to ask now.",
        }


def make_world() -> World:
    """Publish the default pack and make a family of one team."""
    practitioner = make_user(name="Ana Duarte")
    publish(pack=default_pack(), by=practitioner)
    team = make_team("Harbour")
    team.posts.create(user=practitioner, role="practitioner")
    manager = make_user("manager", team, name="Jo Marsh")
    world = World(team, practitioner, manager, make_family("Okonjo", team=team, by=practitioner))
    world.children = [
        make_member(world.family, given_names="Zuri", family_name="Okonjo", date_of_birth=date(2016, 5, 2)),
        make_member(world.family, given_names="Kit", family_name="Okonjo", date_of_birth=date(2019, 9, 21)),
    ]
    world.parent = make_member(
        world.family, role="parent-or-carer", given_names="Nneka", family_name="Okonjo", date_of_birth=date(1988, 1, 30)
    )
    return world


def edit_url(entry: Entry) -> str:
    """Where a draft is written."""
    return reverse("entry-edit", args=[entry.pk])
