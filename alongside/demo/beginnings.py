"""How a family comes to be known: its people, who is around it, and the first conversation."""

from collections import Counter
from datetime import date
from random import Random

from alongside.access.models import User
from alongside.demo.format import FamilyStory
from alongside.demo.households import Households
from alongside.demo.path import Event
from alongside.demo.staff import Staff
from alongside.demo.telling import Telling
from alongside.demo.words import Teller, naming
from alongside.demo.writing.conversations import conversation
from alongside.demo.writing.records import begin
from alongside.people import actions as people
from alongside.story import actions as story


def begin_family(
    key: str,
    told: FamilyStory,
    event: Event,
    *,
    staff: Staff,
    households: Households,
    often: "Counter[str]",
    today: date,
) -> Telling:
    """Make the family as whoever met it first, and write the first conversation."""
    lead, first = staff.people[told.lead], staff.people[told.path.first_with or told.lead]
    family = people.add_family(name=told.name, team=staff.teams[told.team], by=first)
    members = households.make(key, told, family=family, by=first, on=event.on)
    teller = Teller(_names(told, lead), often, Random(f"{key} {today}"))
    telling = Telling(key, told, staff, Random(f"words {key}"), teller, lead, family, members)
    _involve(telling, first)
    answers = conversation(telling, event.on, final=event.detail["final"])
    entry = begin(form="initial-conversation", by=first, team=family.team, on=event.on, answers=answers, family=family)
    if event.detail["final"]:
        story.finalise(entry=entry, by=first)
    return telling


def _names(told: FamilyStory, lead: User) -> dict[str, str]:
    """The names that texts may use: of the child, the parent, the school, the worker, and `of_` anybody by key."""
    child, parent = told.people[told.child], told.people[told.parent]
    names = {"school": told.school, "family": told.name, "worker": lead.name.split()[0]}
    names |= naming("child", child.called or child.given or "the baby", child.pronouns)
    names |= naming("parent", parent.called or parent.given, parent.pronouns)
    return names | {f"of_{name}": one.called or one.given or "the baby" for name, one in told.people.items()}


def _involve(telling: Telling, first: User) -> None:
    told, family = telling.story, telling.family
    for key in sorted({*told.with_them, *([told.path.first_with] if told.path.first_with else [])}):
        people.involve(family=family, role="professional", user=telling.staff.people[key], by=first)
    for title, name in told.others.items():
        person, _, agency = name.partition(", ")
        people.involve(family=family, role="professional", name=person, agency=agency or title, by=first)
    if told.path.goes in ("draft", "talked", "decided") and telling.lead == first:
        people.involve(family=family, role="co-worker", user=first, by=first)
    if told.restricted_because:
        people.restrict(family=family, reason=told.restricted_because, by=telling.manager)
