"""From the front door's decision to the assessment and the plan: March to May 2025."""

import re
from collections.abc import Callable
from datetime import date

from django.urls import reverse
from playwright.sync_api import Page

from alongside.meetings.models import Meeting
from alongside.story.models import Entry
from tests.browser import axe
from tests.journeys.fourteen_months.expected import beginning
from tests.journeys.fourteen_months.people import Story
from tests.journeys.fourteen_months.stopping import stop
from tests.journeys.fourteen_months.writing import (
    assessment,
    at_allocation,
    day,
    entry_at,
    part,
    plan,
    risks_again,
)
from tests.journeys.steps import follow, on_the_day, press, told

SignIn = Callable[[Page, object], None]


def the_front_door_decides_and_help_starts(page: Page, story: Story, sign_in: SignIn) -> None:
    decided, started, family = date(2025, 3, 27), date(2025, 3, 31), story.world.family
    with on_the_day(decided):
        begun = story.write.post(story.adviser, "front-door-begin")
        contact = int(re.findall(r"\d+", begun["Location"])[-1])
        story.write.post(story.adviser, "front-door-link", contact, family=family.pk)
        call = {
            "caller": "Priya Nair", "caller-service": "school", "spoken-with-family": "they-know-and-agree",
            "worry": "Zuri is hungry at school.", "level": "level-3", "outcome": "targeted-early-help",
            "caller-told": "told-on-the-call", **day("decided-on", decided),
        }  # fmt: skip
        entry = Entry.objects.get(form_id="front-door-conversation")
        story.write.write(story.adviser, entry, call, page=reverse("front-door-call", args=[contact]))
        assert story.stands() == beginning.DECIDED
    with on_the_day(started):
        story.write.record(
            story.world.practitioner, "agreement-for-service",
            {"agreement:*:answer": "agrees", "agreement:covers": "keeps-a-record", "stands": "agrees"},
        )  # fmt: skip
        sign_in(page, story.world.practitioner)
        page.goto(f"/families/{family.pk}/start-help/")
        for need in ("Getting a good education", "Improved mental and physical health", "Secure housing"):
            page.get_by_label(need).check()
        page.get_by_label("Why this level").fill("Three services see it.")
        press(page, "Start")
        told(page, "Nobody leads yet.")
        page.goto(f"/families/{family.pk}/due/")
        assert story.stands(page.content()) == beginning.STARTED
        axe(page)
        follow(page, "A Family Plan")
        told(page, "12 May 2025")  # to aim for: six weeks
        assert story.done(decided) == beginning.STARTED_DONE


def the_family_is_allocated_and_met(story: Story) -> None:
    write, worker, manager = story.write, story.world.practitioner, story.world.manager
    with on_the_day(date(2025, 4, 2)):
        begun = write.post(story.duty, "first-oversight", story.world.family.pk)
        write.write(story.duty, entry_at(begun), {"came-from": "front-door"})
    with on_the_day(date(2025, 4, 3)):
        write.post(manager, "allocate-family", story.world.family.pk, worker=worker.pk, why="She knows the school.")
    stop(story, date(2025, 4, 3), beginning.ALLOCATED, beginning.ALLOCATED_DONE, after=date(2025, 3, 31))
    with on_the_day(date(2025, 4, 4)):
        write.record(worker, "telephone-call", {"spoke-with": "family", "with-whom:who": story.parent.pk})
        write.record(worker, "risk-assessment", {
            "occasion": "before-first-visit", "dangers:0:words": "A dog in the yard.", "dangers:0:kind": "visitors",
            "visiting": "with-care",
        })  # fmt: skip
    with on_the_day(date(2025, 4, 7)):
        at_allocation(story, manager)
    story.visit(date(2025, 4, 7))
    stop(story, date(2025, 4, 8), beginning.VISITED, beginning.VISITED_DONE, after=date(2025, 4, 3))


def easter(story: Story) -> None:
    worker = story.world.practitioner
    risks_again(story, date(2025, 4, 10), "family-met")
    story.visit(date(2025, 4, 14))
    with on_the_day(date(2025, 4, 23)):
        draft = Entry.objects.get(form_id="initial-assessment")
        story.write.write(worker, draft, {
            "agreement:*:answer": "agrees", "agreement:covers": "keeps-a-record", "agreement-stands": "agrees",
            "dangers:*:state": "standing", "visiting": "with-care", "first-meeting": "not-yet",
        }, signed_by=story.duty)  # fmt: skip
    stop(story, date(2025, 4, 24), beginning.AFTER_EASTER, beginning.AFTER_EASTER_DONE, after=date(2025, 4, 8))
    story.visit(date(2025, 4, 17), kit=False, written=date(2025, 4, 25))
    for on in (date(2025, 4, 25), date(2025, 5, 2), date(2025, 5, 9)):
        story.visit(on, kit=False)
    story.explain(date(2025, 4, 28), "Seeing the family", "They were at Nneka’s sister’s over Easter.")


def the_assessment_and_the_plan(page: Page, story: Story, sign_in: SignIn) -> None:
    world, family = story.world, story.world.family
    with on_the_day(date(2025, 5, 1)):
        story.write.post(
            world.practitioner, "meeting-arrange", family.pk, kind=Meeting.Kind.TEAM_AROUND_THE_FAMILY,
            starts="14:00", ends="15:00", place="Weir Lane School", **part("day", date(2025, 6, 6)),
        )  # fmt: skip
    with on_the_day(date(2025, 5, 12)):
        sign_in(page, world.manager)
        page.goto(f"/families/{family.pk}/due/")
        follow(page, "The detailed assessment")
        page.get_by_label("Day", exact=True).fill("30")
        page.get_by_label("Month", exact=True).fill("5")
        page.get_by_label("Year", exact=True).fill("2025")
        page.get_by_label("Why more time is needed").fill("The paediatrician reports at the end of May.")
        press(page, "Give more time")
        told(page, "More time is given")
    since, wrote_late = date(2025, 4, 24), date(2025, 4, 17)
    stop(story, date(2025, 5, 15), beginning.EXTENDED, beginning.EXTENDED_DONE, after=since, also=wrote_late)
    story.visit(date(2025, 5, 16))
    story.visit(date(2025, 5, 23))
    stop(story, date(2025, 5, 27), beginning.AFTER_MAY, beginning.AFTER_MAY_DONE, after=date(2025, 5, 15))
    with on_the_day(date(2025, 5, 28)):
        story.write.record(
            world.practitioner, "cultural-genogram",
            {"made-with:who": story.parent.pk, "drawing:drawn": "yes", "finished": "ready"},
        )  # fmt: skip
    story.visit(date(2025, 5, 30))
    with on_the_day(date(2025, 5, 30)):
        assessment(story, world.practitioner, "first")
        plan(story)
    story.explain(date(2025, 6, 2), "A Family Plan", "The assessment had to come first.")
