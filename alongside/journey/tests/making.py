"""Made-up families on their journey, for tests. Nobody here exists."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

from django.utils import timezone

from alongside.access.models import Team, User
from alongside.journey import actions
from alongside.journey.models import LevelDecision
from alongside.packs.actions import publish
from alongside.packs.tests.shipped import default_pack
from alongside.people.actions import involve
from alongside.people.models import Family, Person
from alongside.people.tests.makers import make_family, make_member, make_team, make_user
from alongside.story import actions as story
from alongside.story.asking import Question
from alongside.story.models import Entry
from alongside.story.queries import filled
from alongside.story.queries.entries import REASON


@dataclass
class World:
    """A team with a manager and a lead practitioner, and a family of three."""

    team: Team
    manager: User
    lead: User
    family: Family
    child: Person
    parent: Person

    def decide(self, level: str, *, by: User | None = None, days_ago: int = 0, **more: Any) -> LevelDecision:
        """Decide a level so many days ago."""
        given: dict[str, Any] = {
            "family": self.family,
            "level": level,
            "why": "Rosa asked for help at home.",
            "by": by or self.lead,
        }
        return actions.decide_level(**given, decided_on=today() - timedelta(days=days_ago), **more)

    def open_support(self, *, days_ago: int = 0) -> LevelDecision:
        """Decide on level 2 with the practitioner as lead."""
        return self.decide("level-2", lead_practitioner=self.lead, days_ago=days_ago)

    def note(self, *, days_ago: int = 0, form: str = "note", by: User | None = None) -> Entry:
        """Make a final entry directly: what its form asks is beside the point."""
        return final_entry(self, form=form, days_ago=days_ago, by=by or self.lead)


def today() -> date:
    return timezone.localdate()


def make_world() -> World:
    """Publish the pack and make the people."""
    publish(pack=default_pack(), by=None)
    team = make_team()
    manager = make_user("manager", team, name="Miriam Manager")
    lead = make_user("practitioner", team, name="Leo Lead")
    family = make_family("Rowan", team=team, by=lead)
    child = make_member(family, by=lead, given_names="Maya", family_name="Rowan", date_of_birth=date(2018, 6, 14))
    parent = make_member(
        family, role="parent-or-carer", by=lead, given_names="Rosa", family_name="Rowan", date_of_birth=date(1990, 2, 1)
    )
    involve(family=family, user=lead, role="co-worker", by=manager)
    return World(team, manager, lead, family, child, parent)


def draft(world: World, *, form: str, days_ago: int = 0, by: User | None = None) -> Entry:
    """Begin an entry of this form."""
    return story.start(
        form_id=form, by=by or world.lead, team=world.team, family=world.family,
        happened_on=today() - timedelta(days=days_ago),
    )  # fmt: skip


def final_entry(world: World, *, form: str, days_ago: int = 0, by: User | None = None) -> Entry:
    """Put an entry on the story that says nothing but that it was; for pages, which do not ask how it came there."""
    entry = draft(world, form=form, days_ago=days_ago, by=by)
    entry.status, entry.finalised_at, entry.finalised_by = Entry.Status.FINAL, timezone.now(), by or world.lead
    entry.summary = "Rosa and Maya were at home. The mornings go better since the new routine."
    entry.save()
    return entry


def written(world: World, *, form: str, days_ago: int = 0, by: User | None = None, **answers: Any) -> Entry:
    """Begin an entry and answer all that its form needs; `answers` by question, underscores for hyphens."""
    entry = draft(world, form=form, days_ago=days_ago, by=by)
    given = {key.replace("_", "-"): value for key, value in answers.items()}
    for question in filled(entry).questions():
        value = given.get(question.key, _some_answer(question, world) if question.is_needed else None)
        # What agencies send is not typed: where nobody was asked, the reason stands in its place.
        key = f"{REASON}{question.key}" if question.type == "contributions" else question.key
        if value is not None and value is not False:
            story.save_answer(entry_id=entry.pk, key=key, value=value, revision=0, by=by or world.lead)
    return Entry.objects.get(pk=entry.pk)


def finished(world: World, *, form: str, days_ago: int = 0, **answers: Any) -> Entry:
    """Write an entry, make it final, and have the manager sign it where its form asks for that."""
    entry = story.finalise(entry=written(world, form=form, days_ago=days_ago, **answers), by=world.lead)
    if entry.status == Entry.Status.AWAITING_SIGN_OFF:
        entry = story.sign(entry=entry, comment="Read and agreed.", by=world.manager)
    return entry


def _some_answer(question: Question, world: World) -> Any:
    """Something that answers a needed question of this kind."""
    people = [{"id": world.parent.pk, "name": "Rosa"}]
    return {
        "choice": [question.field.options[0].id] if question.field.options else None,
        "people": {"people": people, "others": ""},
        "checklist": {one.id: {"done": True, "note": ""} for one in question.field.options[:1]},
        "people-seen": {"people": [people[0] | {"is_child": False, "how": "with-others"}], "others": ""},
        "actions": [an_action("Lay out clothes the evening before", world)],
        "agreement": {"people": [people[0] | {"answer": "agrees"}], "covers": [], "except": ""},
        "open-items": {},
        "progress": {},
        "dangers": [],
        "date": {"day": str(today().day), "month": str(today().month), "year": str(today().year)},
        "statements": [],
        "school-attendance": {
            str(world.child.pk): {"name": "Maya", "percent": "94", "period": "This term", "unknown": ""}
        },
        "outcome-evidence": {},
        "outcome-progress": {},
        "outcomes": [an_outcome("Everybody sleeps through")],
    }.get(question.type, "Rosa told us how it is at home.")


def an_outcome(words: str, *, by: str = "2026-09-01", **more: str) -> dict[str, str]:
    """A row of the question about what should be different."""
    said = {"need": "family-relationships", "baseline": "Up four times", "measure": "The sleep diary", "by": by}
    return {"id": str(uuid4()), "words": words} | said | more


def an_action(words: str, world: World, *, due: str = "") -> dict[str, Any]:
    """A row of the question about actions, to be done by the lead practitioner."""
    owner = {"kind": "user", "id": world.lead.pk, "name": world.lead.name}
    return {"id": str(uuid4()), "words": words, "owner": owner, "due": due}
