"""Where a journey begins: written through the same actions as the pages use, on the day it is then."""

from datetime import date

from alongside.journey import actions as journey
from alongside.story import actions as story
from alongside.story.models import Entry
from alongside.story.tests.makers import World


def open_support(world: World, on: date) -> None:
    """The family talks with its practitioner, agrees, and is at level 2 with a lead practitioner."""
    entry = world.draft(happened_on=on)
    for key, value in world.needed().items():
        world.save(entry, key, value)
    entry.refresh_from_db()
    story.finalise(entry=entry, by=world.practitioner)
    journey.decide_level(
        family=world.family,
        level="level-2",
        why="A short plan with one person beside them is enough.",
        decided_on=on,
        by=world.practitioner,
        lead_practitioner=world.practitioner,
        standing=0,
    )


def closure_to_sign(world: World, on: date) -> Entry:
    """A closure record that waits for the manager."""
    entry = world.draft("closure", happened_on=on)
    words = {
        "initial-concerns": "Mornings were hard.",
        "desired-outcomes": "Calm mornings.",
        "work-done": "A list in the hall, and breakfast club.",
        "familys-feedback": "Somebody listened.",
        "familys-plan": "We keep the list.",
        "contingencies": "We ring Nneka’s sister.",
        "risks-left": "A hard week can come again. Zuri and Kit know whom to tell.",
        **{f"childs-view@{child.pk}": "It is better." for child in world.children},
    }
    for key, value in words.items():
        world.save(entry, key, value)
    attendance = {"percent": "95", "period": "This term", "unknown": ""}
    world.save(
        entry, "school-attendance", {str(child.pk): {"name": child.name, **attendance} for child in world.children}
    )
    world.save(entry, "whom-to-call", ["front-door"])
    world.save(entry, "agreed-with-family", ["agreed"])
    world.save(entry, "closure-reason", ["sorted-out"])
    world.save(entry, "level-after", ["level-1"])
    entry.refresh_from_db()
    return story.finalise(entry=entry, by=world.practitioner)
