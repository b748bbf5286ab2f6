"""The plan at work, a concern, and another worker: June 2025 to the new year."""

import re
from collections.abc import Callable
from datetime import date, time

from playwright.sync_api import Page

from alongside.meetings.models import Meeting
from alongside.safeguarding.models import Concern
from tests.journeys.fourteen_months.expected import first_months, later_months
from tests.journeys.fourteen_months.people import Story
from tests.journeys.fourteen_months.stopping import stop
from tests.journeys.fourteen_months.writing import (
    at_allocation,
    distance,
    entry_at,
    hand_over,
    review,
    risks_again,
    shared,
    summary,
    supervision,
    visits,
)
from tests.journeys.steps import choose, finish, on_the_day, press, say_when, told, write

SignIn = Callable[[Page, object], None]


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
