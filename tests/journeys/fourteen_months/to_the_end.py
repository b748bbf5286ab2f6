"""Agreement withdrawn and given again, a year looked back on, and the end: January to June 2026."""

from collections.abc import Callable
from datetime import date

from playwright.sync_api import Page, expect

from tests.journeys.fourteen_months.expected import last_months
from tests.journeys.fourteen_months.people import Story
from tests.journeys.fourteen_months.stopping import stop
from tests.journeys.fourteen_months.writing import (
    assessment,
    closing_record,
    review,
    shared,
    summary,
    supervision,
    visits,
)
from tests.journeys.steps import on_the_day, press, told

SignIn = Callable[[Page, object], None]


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
