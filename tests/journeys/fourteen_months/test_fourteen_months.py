"""A whole plan, from the front door's decision to its end fourteen months on, with every due date on the way.

Everything is written through the pages, most of it as their forms are sent, some of it in a browser; at each stop the
whole Due page is read and held against `expected`, which was worked out by hand.
"""

import re
from collections.abc import Callable
from datetime import date, time
from typing import Any

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from alongside.meetings.models import Meeting
from alongside.people.tests.makers import make_user
from alongside.safeguarding.models import Concern
from alongside.story.models import Entry
from alongside.story.tests.makers import World
from tests.browser import axe
from tests.journeys.fourteen_months.expected import beginning, first_months, last_months, later_months
from tests.journeys.fourteen_months.people import Story
from tests.journeys.fourteen_months.writing import (
    assessment,
    at_allocation,
    closing_record,
    day,
    distance,
    entry_at,
    hand_over,
    part,
    plan,
    review,
    risks_again,
    shared,
    summary,
    supervision,
    visits,
)
from tests.journeys.steps import choose, finish, follow, on_the_day, press, say_when, told, write

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.requirement("EP-04", "EP-06", "EP-07", "EP-09", "EP-10", "EP-14", "EP-15", "EP-17", "EP-18", "EP-19"),
    pytest.mark.requirement("EP-20", "EP-21", "EP-23", "EP-24", "EP-25", "EP-26", "EP-27", "EP-28", "ALL-03"),
]
SignIn = Callable[[Page, object], None]


@pytest.fixture
def story(world: World) -> Story:
    return Story(
        world, make_user("adviser", world.team, name="Nadia Sorrell"), make_user("duty-manager", name="Dora Duty"),
        make_user("practitioner", world.team, name="Wilma Worker"),
    )  # fmt: skip


def test_a_plan_of_fourteen_months_is_asked_for_what_the_guidance_asks_by_when_it_asks_for_it(
    page: Page, story: Story, sign_in: SignIn
) -> None:
    the_front_door_decides_and_help_starts(page, story, sign_in)
    the_family_is_allocated_and_met(story)
    easter(story)
    the_assessment_and_the_plan(page, story, sign_in)
    the_team_meets_and_three_months_are_over(story)
    summer(story)
    a_concern(page, story, sign_in)
    autumn(story)
    another_worker(story)
    winter(story)
    they_withdraw_and_come_back(story)
    spring(story)
    the_end(page, story, sign_in)


def stop(
    story: Story, on: date, stands: list[str], done: Any, *, after: date, at: time = time(10), also: date | None = None
) -> None:
    """Read the Due page on a day, as the manager sees it, and hold it against what was worked out by hand."""
    with on_the_day(on, at):
        assert story.stands() == stands
        assert story.done(after, also) == done


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


def the_team_meets_and_three_months_are_over(story: Story) -> None:
    worker, manager = story.world.practitioner, story.world.manager
    story.visit(date(2025, 6, 6))
    with on_the_day(date(2025, 6, 6), time(15)):
        meeting = Meeting.objects.get(family=story.world.family)
        story.write.post(
            worker, "meeting-begin", meeting.family_id, meeting.pk, form="team-around-the-family"
        )  # fmt: skip
        meeting.refresh_from_db()
        zuri, kit = story.children
        answers = {
            f"attendance:p{zuri}:came": "in-person", f"attendance:p{kit}:came": "absent",
            f"attendance:p{kit}:note": "His drawing was on the table.", "progress:*:state": "open",
        }  # fmt: skip
        assert meeting.entry
        story.write.write(worker, meeting.entry, answers)
    with on_the_day(date(2025, 6, 10)):
        story.write.record(manager, "management-oversight", {"occasion": "regular"}, on=date(2025, 6, 2))
    story.visit(date(2025, 6, 13))
    distance(story, date(2025, 6, 18), worker)
    stop(story, date(2025, 6, 19), first_months.PLANNED, first_months.PLANNED_DONE, after=date(2025, 5, 27))
    for on in (date(2025, 6, 20), date(2025, 6, 27)):
        story.visit(on)
    summary(story, date(2025, 6, 27), worker)
    supervision(story, date(2025, 6, 30), worker)
    stop(story, date(2025, 7, 1), first_months.THREE_MONTHS, first_months.THREE_MONTHS_DONE, after=date(2025, 6, 19))


def summer(story: Story) -> None:
    worker = story.world.practitioner
    visits(story, date(2025, 7, 4), date(2025, 7, 25))
    review(story, date(2025, 7, 18), worker)
    shared(story, date(2025, 7, 31), worker)
    stop(story, date(2025, 8, 19), first_months.SUMMER, first_months.SUMMER_DONE, after=date(2025, 7, 1))


def a_concern(page: Page, story: Story, sign_in: SignIn) -> None:
    world, learnt, weighed = story.world, date(2025, 8, 22), date(2025, 8, 23)
    story.visit(learnt)
    story.explain(learnt, "Seeing the family", "They were with family in Enugu.")
    with on_the_day(learnt, time(16, 30)):
        begun = story.write.post(world.practitioner, "family-concern-begin", world.family.pk)
        story.write.write(
            world.practitioner, entry_at(begun),
            {"about-whom": "child", "danger-now": "not-now", "manager-told": "not-yet"}, at="16:00",
        )  # fmt: skip
    stop(story, learnt, first_months.CONCERNED, first_months.CONCERNED_DONE, at=time(17), after=date(2025, 8, 19))
    with on_the_day(weighed, time(11)):
        concern = Concern.objects.get(family=world.family)
        sign_in(page, world.manager)
        page.goto(f"/concerns/{concern.pk}/")
        told(page, re.compile("23 August 2025.*4:30 ?pm|16:30", re.S))
        press(page, "Write the decision")
        say_when(page, weighed)
        write(page, "evidence", "What Zuri said.")
        write(page, "impact-on-child", "She is afraid of the evenings.")
        choose(page, "decision", "Stay with the plan, and change it")
        write(page, "decision-why", "Her aunt moves in until September.")
        finish(page)
    with on_the_day(date(2025, 8, 26)):
        event = {"kind-of-event": "concern", "significance": "significant"}
        story.write.record(world.practitioner, "chronology-event", event, on=learnt)
    stop(story, date(2025, 8, 27), first_months.WEIGHED, first_months.WEIGHED_DONE, after=learnt)
    risks_again(story, date(2025, 8, 28), "risk-changed")


def autumn(story: Story) -> None:
    worker = story.world.practitioner
    visits(story, date(2025, 8, 29), date(2025, 9, 26))
    supervision(story, date(2025, 9, 1), worker, occasion="significant-event")
    review(story, date(2025, 9, 12), worker)
    summary(story, date(2025, 9, 26), worker)
    stop(story, date(2025, 9, 29), later_months.SEPTEMBER, later_months.SEPTEMBER_DONE, after=date(2025, 8, 27))
    shared(story, date(2025, 9, 30), worker, why="Nneka asked to have it in Igbo.")


def another_worker(story: Story) -> None:
    world, worker, handed_on = story.world, story.next_worker, date(2025, 10, 6)
    story.visit(date(2025, 10, 3))
    with on_the_day(handed_on):
        hand_over(story)
    stop(story, date(2025, 10, 7), later_months.HANDED_ON, later_months.HANDED_ON_DONE, after=date(2025, 9, 29))
    with on_the_day(date(2025, 10, 8)):
        story.write.record(worker, "telephone-call", {"spoke-with": "family", "with-whom:who": story.parent.pk})
    with on_the_day(date(2025, 10, 13)):
        at_allocation(story, world.manager)
    visits(story, date(2025, 10, 10), date(2025, 10, 24), by=worker)
    review(story, date(2025, 10, 24), worker)
    stop(
        story,
        date(2025, 10, 27),
        later_months.CLOCKS_BACK,
        later_months.CLOCKS_BACK_DONE,
        after=date(2025, 10, 7),
    )


def winter(story: Story) -> None:
    worker = story.next_worker
    shared(story, date(2025, 11, 3), worker)
    visits(story, date(2025, 10, 31), date(2025, 12, 19), by=worker)
    supervision(story, date(2025, 12, 1), worker)
    review(story, date(2025, 12, 19), worker)
    summary(story, date(2025, 12, 22), worker)
    story.visit(date(2025, 12, 23), by=worker, written=date(2026, 1, 5))
    stop(story, date(2026, 1, 5), later_months.NEW_YEAR, later_months.NEW_YEAR_DONE, after=date(2025, 10, 27))
    story.visit(date(2026, 1, 6), by=worker)
    story.explain(date(2026, 1, 6), "Seeing the family", "We were closed until 2 January.", by=worker)


def they_withdraw_and_come_back(story: Story) -> None:
    world, worker = story.world, story.next_worker
    visits(story, date(2026, 1, 9), date(2026, 2, 6), by=worker)
    shared(story, date(2026, 1, 9), worker)
    with on_the_day(date(2026, 2, 9)):
        story.write.record(worker, "agreement-for-service", {
            "agreement:*:answer": "does-not-agree", "stands": "withdrawn",
        })  # fmt: skip
    stop(story, date(2026, 2, 10), last_months.WITHDRAWN, last_months.WITHDRAWN_DONE, after=date(2026, 1, 5))
    with on_the_day(date(2026, 2, 13)):
        story.write.record(world.manager, "disengagement", {
            "what-happened": "on-and-off", "tried:calls:done": "yes", "from-social-care": "they-did-not",
            "decision": "keep-trying",
        })  # fmt: skip
    with on_the_day(date(2026, 2, 16)):
        story.write.record(worker, "agreement-for-service", {
            "agreement:*:answer": "agrees", "agreement:covers": "keeps-a-record", "stands": "agrees",
        })  # fmt: skip
    stop(story, date(2026, 2, 18), last_months.CONSIDERED, last_months.CONSIDERED_DONE, after=date(2026, 2, 10))


def spring(story: Story) -> None:
    worker, manager = story.next_worker, story.world.manager
    visits(story, date(2026, 2, 20), date(2026, 3, 27), by=worker)
    review(story, date(2026, 2, 20), worker)
    story.explain(date(2026, 2, 23), "A review", "They had withdrawn, and came back on the 16th.", by=worker)
    supervision(story, date(2026, 2, 27), worker)
    shared(story, date(2026, 3, 4), worker)
    summary(story, date(2026, 3, 20), worker)
    review(story, date(2026, 3, 27), worker)
    stop(story, date(2026, 3, 30), last_months.CLOCKS_FORWARD, last_months.CLOCKS_FORWARD_DONE, after=date(2026, 2, 18))
    visits(story, date(2026, 4, 2), date(2026, 5, 21), by=worker)
    shared(story, date(2026, 4, 13), worker)
    with on_the_day(date(2026, 5, 11)):
        story.write.record(manager, "management-oversight", {"occasion": "regular"})
    with on_the_day(date(2026, 5, 21)):
        assessment(story, worker, "twelve-months")
    review(story, date(2026, 5, 21), worker, goes_on="can-end")
    stop(story, date(2026, 5, 22), last_months.A_YEAR_ON, last_months.A_YEAR_ON_DONE, after=date(2026, 3, 30))


def the_end(page: Page, story: Story, sign_in: SignIn) -> None:
    world, worker, ended = story.world, story.next_worker, date(2026, 6, 5)
    supervision(story, date(2026, 5, 27), worker)
    visits(story, date(2026, 5, 28), date(2026, 6, 4), by=worker)
    shared(story, date(2026, 6, 3), worker)
    with on_the_day(ended):
        closure = closing_record(story, worker)
        sign_in(page, world.manager)
        page.goto(f"/entries/{closure.pk}/")
        page.get_by_label("Your comment").fill("A good ending. Thank you.")
        press(page, "Sign")
        told(page, "is signed and final")
        page.goto(f"/families/{world.family.pk}/due/")
        told(page, "Nothing is due.")
        assert story.stands(page.content()) == []
        assert story.done(date(2026, 5, 22)) == last_months.ENDED_DONE
        page.goto(f"/families/{world.family.pk}/")
        expect(page.get_by_role("main")).to_contain_text("Level 1")
