"""A whole plan, from the front door's decision to its end fourteen months on, with every due date on the way.

Everything is written through the pages, most of it as their forms are sent, some of it in a browser; at each stop the
whole Due page is read and held against `expected.py`, which was worked out by hand.
"""

import re
from collections.abc import Callable
from datetime import date, time, timedelta
from typing import Any

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from alongside.access.models import User
from alongside.journey.models import Transfer
from alongside.meetings.models import Meeting
from alongside.people.tests.makers import make_user
from alongside.safeguarding.models import Concern
from alongside.story.models import Entry
from alongside.story.tests.makers import World
from tests.browser import axe
from tests.journeys.fourteen_months import expected
from tests.journeys.fourteen_months.people import DISTANCE, Story
from tests.journeys.steps import choose, finish, follow, on_the_day, press, say_when, told, write

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.requirement("EP-04", "EP-06", "EP-07", "EP-09", "EP-10", "EP-14", "EP-15", "EP-17", "EP-18", "EP-19"),
    pytest.mark.requirement("EP-20", "EP-21", "EP-23", "EP-24", "EP-25", "EP-26", "EP-27", "EP-28", "ALL-03"),
]
SignIn = Callable[[Page, object], None]
EVERY_WEEK = timedelta(days=7)


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
        assert story.stands() == expected.DECIDED
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
        assert story.stands(page.content()) == expected.STARTED
        axe(page)
        follow(page, "A Family Plan")
        told(page, "12 May 2025")  # to aim for: six weeks
        assert story.done(decided) == expected.STARTED_DONE


def the_family_is_allocated_and_met(story: Story) -> None:
    write, worker, manager = story.write, story.world.practitioner, story.world.manager
    with on_the_day(date(2025, 4, 2)):
        begun = write.post(story.duty, "first-oversight", story.world.family.pk)
        write.write(story.duty, entry_at(begun), {"came-from": "front-door"})
    with on_the_day(date(2025, 4, 3)):
        write.post(manager, "allocate-family", story.world.family.pk, worker=worker.pk, why="She knows the school.")
    stop(story, date(2025, 4, 3), expected.ALLOCATED, expected.ALLOCATED_DONE, after=date(2025, 3, 31))
    with on_the_day(date(2025, 4, 4)):
        write.record(worker, "telephone-call", {"spoke-with": "family", "with-whom:who": story.world.parent.pk})
        write.record(worker, "risk-assessment", {
            "occasion": "before-first-visit", "dangers:0:words": "A dog in the yard.", "dangers:0:kind": "visitors",
            "visiting": "with-care",
        })  # fmt: skip
    with on_the_day(date(2025, 4, 7)):
        at_allocation(story, manager)
    story.visit(date(2025, 4, 7))
    stop(story, date(2025, 4, 8), expected.VISITED, expected.VISITED_DONE, after=date(2025, 4, 3))


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
    stop(story, date(2025, 4, 24), expected.AFTER_EASTER, expected.AFTER_EASTER_DONE, after=date(2025, 4, 8))
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
    stop(story, date(2025, 5, 15), expected.EXTENDED, expected.EXTENDED_DONE, after=since, also=wrote_late)
    story.visit(date(2025, 5, 16))
    story.visit(date(2025, 5, 23))
    stop(story, date(2025, 5, 27), expected.AFTER_MAY, expected.AFTER_MAY_DONE, after=date(2025, 5, 15))
    with on_the_day(date(2025, 5, 28)):
        story.write.record(
            world.practitioner, "cultural-genogram",
            {"made-with:who": world.parent.pk, "drawing:drawn": "yes", "finished": "ready"},
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
        story.write.write(worker, meeting.entry, answers)
    with on_the_day(date(2025, 6, 10)):
        story.write.record(manager, "management-oversight", {"occasion": "regular"}, on=date(2025, 6, 2))
    story.visit(date(2025, 6, 13))
    distance(story, date(2025, 6, 18), worker)
    stop(story, date(2025, 6, 19), expected.PLANNED, expected.PLANNED_DONE, after=date(2025, 5, 27))
    for on in (date(2025, 6, 20), date(2025, 6, 27)):
        story.visit(on)
    summary(story, date(2025, 6, 27), worker)
    supervision(story, date(2025, 6, 30), worker)
    stop(story, date(2025, 7, 1), expected.THREE_MONTHS, expected.THREE_MONTHS_DONE, after=date(2025, 6, 19))


def summer(story: Story) -> None:
    worker = story.world.practitioner
    visits(story, date(2025, 7, 4), date(2025, 7, 25))
    review(story, date(2025, 7, 18), worker)
    shared(story, date(2025, 7, 31), worker)
    stop(story, date(2025, 8, 19), expected.SUMMER, expected.SUMMER_DONE, after=date(2025, 7, 1))


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
    stop(story, learnt, expected.CONCERNED, expected.CONCERNED_DONE, at=time(17), after=date(2025, 8, 19))
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
    stop(story, date(2025, 8, 27), expected.WEIGHED, expected.WEIGHED_DONE, after=learnt)
    risks_again(story, date(2025, 8, 28), "risk-changed")


def autumn(story: Story) -> None:
    worker = story.world.practitioner
    visits(story, date(2025, 8, 29), date(2025, 9, 26))
    supervision(story, date(2025, 9, 1), worker, occasion="significant-event")
    review(story, date(2025, 9, 12), worker)
    summary(story, date(2025, 9, 26), worker)
    stop(story, date(2025, 9, 29), expected.SEPTEMBER, expected.SEPTEMBER_DONE, after=date(2025, 8, 27))
    shared(story, date(2025, 9, 30), worker, why="Nneka asked to have it in Igbo.")


def another_worker(story: Story) -> None:
    world, worker, handed_on = story.world, story.next_worker, date(2025, 10, 6)
    story.visit(date(2025, 10, 3))
    with on_the_day(handed_on):
        hand_over(story)
    stop(story, date(2025, 10, 7), expected.HANDED_ON, expected.HANDED_ON_DONE, after=date(2025, 9, 29))
    with on_the_day(date(2025, 10, 8)):
        story.write.record(worker, "telephone-call", {"spoke-with": "family", "with-whom:who": world.parent.pk})
    with on_the_day(date(2025, 10, 13)):
        at_allocation(story, world.manager)
    visits(story, date(2025, 10, 10), date(2025, 10, 24), by=worker)
    review(story, date(2025, 10, 24), worker)
    stop(story, date(2025, 10, 27), expected.CLOCKS_BACK, expected.CLOCKS_BACK_DONE, after=date(2025, 10, 7))


def winter(story: Story) -> None:
    worker = story.next_worker
    shared(story, date(2025, 11, 3), worker)
    visits(story, date(2025, 10, 31), date(2025, 12, 19), by=worker)
    supervision(story, date(2025, 12, 1), worker)
    review(story, date(2025, 12, 19), worker)
    summary(story, date(2025, 12, 22), worker)
    story.visit(date(2025, 12, 23), by=worker, written=date(2026, 1, 5))
    stop(story, date(2026, 1, 5), expected.NEW_YEAR, expected.NEW_YEAR_DONE, after=date(2025, 10, 27))
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
    stop(story, date(2026, 2, 10), expected.WITHDRAWN, expected.WITHDRAWN_DONE, after=date(2026, 1, 5))
    with on_the_day(date(2026, 2, 13)):
        story.write.record(world.manager, "disengagement", {
            "what-happened": "on-and-off", "tried:calls:done": "yes", "from-social-care": "they-did-not",
            "decision": "keep-trying",
        })  # fmt: skip
    with on_the_day(date(2026, 2, 16)):
        story.write.record(worker, "agreement-for-service", {
            "agreement:*:answer": "agrees", "agreement:covers": "keeps-a-record", "stands": "agrees",
        })  # fmt: skip
    stop(story, date(2026, 2, 18), expected.CONSIDERED, expected.CONSIDERED_DONE, after=date(2026, 2, 10))


def spring(story: Story) -> None:
    worker, manager = story.next_worker, story.world.manager
    visits(story, date(2026, 2, 20), date(2026, 3, 27), by=worker)
    review(story, date(2026, 2, 20), worker)
    story.explain(date(2026, 2, 23), "A review", "They had withdrawn, and came back on the 16th.", by=worker)
    supervision(story, date(2026, 2, 27), worker)
    shared(story, date(2026, 3, 4), worker)
    summary(story, date(2026, 3, 20), worker)
    review(story, date(2026, 3, 27), worker)
    stop(story, date(2026, 3, 30), expected.CLOCKS_FORWARD, expected.CLOCKS_FORWARD_DONE, after=date(2026, 2, 18))
    visits(story, date(2026, 4, 2), date(2026, 5, 21), by=worker)
    shared(story, date(2026, 4, 13), worker)
    with on_the_day(date(2026, 5, 11)):
        story.write.record(manager, "management-oversight", {"occasion": "regular"})
    with on_the_day(date(2026, 5, 21)):
        assessment(story, worker, "twelve-months")
    review(story, date(2026, 5, 21), worker, goes_on="can-end")
    stop(story, date(2026, 5, 22), expected.A_YEAR_ON, expected.A_YEAR_ON_DONE, after=date(2026, 3, 30))


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
        assert story.done(date(2026, 5, 22)) == expected.ENDED_DONE
        page.goto(f"/families/{world.family.pk}/")
        expect(page.get_by_role("main")).to_contain_text("Level 1")


def visits(story: Story, first: date, last: date, *, by: User | None = None) -> None:
    """Visit every week from one day to another."""
    while first <= last:
        story.visit(first, by=by)
        first += EVERY_WEEK


def at_allocation(story: Story, manager: User) -> None:
    draft = Entry.objects.filter(form_id="oversight-at-allocation", status="draft").first()
    if draft:
        story.write.write(manager, draft, {})
    else:
        story.write.record(manager, "oversight-at-allocation", {})


def risks_again(story: Story, on: date, occasion: str) -> None:
    with on_the_day(on):
        story.write.record(
            story.world.practitioner, "risk-assessment",
            {"occasion": occasion, "dangers:*:state": "standing", "visiting": "with-care"},
        )  # fmt: skip


def assessment(story: Story, by: User, occasion: str) -> None:
    """An assessment; a later one begins with the last one's words, and says which of them still hold."""
    parent, zuri, kit = story.world.parent, *story.children
    still = [f"{key}@{child}" for key in ("childs-view", "health") for child in (zuri, kit)]
    still += [f"parents-view@{parent.pk}", "story-so-far", "absent-parent", "risks", "analysis", "what-follows"]
    story.write.record(by, "detailed-assessment", {
        "occasion": occasion, "who-took-part:who": parent.pk, "absent-parent": "none",
        "going-well:0:words": "Breakfast.", "worries:0:words": "The evenings.",
        "needs-to-happen:0:words": "Calm evenings.", "reason:contributions": "Each told us by telephone.",
        **({} if occasion == "first" else {"still": " ".join(still)}),
    }, signed_by=story.world.manager)  # fmt: skip


def plan(story: Story) -> None:
    parent = story.world.parent
    story.write.record(story.world.practitioner, "action-plan", {
        "who-made-it:who": parent.pk, "outcomes": ["education", "health", "secure-housing"],
        "outcomes-agreed:0:words": "Zuri is at school on time.",
        "outcomes-agreed:0:baseline": "Late three days of five.",
        "outcomes-agreed:0:measure": "The register.", "outcomes-agreed:0:need": "education",
        "outcomes-agreed:0:by": "2026-05-29",
        "actions:0:words": "Walk Zuri to school.", "actions:0:owner": f"person:{parent.pk}",
        "actions:0:due": "2026-05-29",
        "agreement:*:answer": "agrees", "agreement:covers": "keeps-a-record", "goes-ahead": "goes-ahead",
        "why-late": "The assessment had to come first.",
    }, signed_by=story.world.manager)  # fmt: skip


def distance(story: Story, on: date, by: User) -> None:
    with on_the_day(on):
        story.write.record(by, "distance-travelled", {"needs": ["education", "health", "secure-housing"], **DISTANCE})


def summary(story: Story, on: date, by: User) -> None:
    """The case summary, signed by the manager, and the chronology gone through."""
    with on_the_day(on):
        story.write.record(by, "case-summary", {}, signed_by=story.world.manager)
        story.write.post(by, "chronology-complete", story.world.family.pk, **part("on", on))


def supervision(story: Story, on: date, by: User, occasion: str = "regular") -> None:
    with on_the_day(on):
        story.write.record(
            by, "supervision-record", {"occasion": occasion, "last-actions:*:state": "open"},
            signed_by=story.world.manager,
        )  # fmt: skip


def review(story: Story, on: date, by: User, goes_on: str = "goes-on") -> None:
    with on_the_day(on, time(16)):
        story.write.record(by, "review", {
            "who-met:who": story.world.parent.pk, "outcomes-now:*:stands": "nearer", "progress:*:state": "open",
            "is-it-working": "works", "goes-on": goes_on,
        })  # fmt: skip


def shared(story: Story, on: date, by: User, why: str = "") -> None:
    with on_the_day(on):
        story.write.record(by, "shared-with-family", {
            "what": "review", "with-whom:who": story.world.parent.pk, "how": "On paper, read aloud.", "why-late": why,
        })  # fmt: skip


def hand_over(story: Story) -> None:
    """The manager hands the family to another worker of the team; both sign."""
    world, family = story.world, story.world.family
    story.write.post(
        world.manager, "family-transfer", family.pk, do="ask", to_team=world.team.pk, to_user=story.next_worker.pk,
        why="She moves to another town.",
    )  # fmt: skip
    transfer = Transfer.objects.get(family=family)
    assert transfer.handover
    story.write.write(world.practitioner, transfer.handover, {})
    for one in (world.practitioner, story.next_worker):
        story.write.post(one, "family-transfer", family.pk, do="sign", transfer=transfer.pk)


def closing_record(story: Story, by: User) -> Entry:
    """The closing record, sent to the manager and not signed yet."""
    zuri, kit = story.children
    begun = story.write.post(by, "entry-start", story.world.family.pk, form="closure")
    answers = {
        "worries:*:rating": "10", "agreed-with-family": "agreed",
        "needs-evidence:*:state": "reached", "needs-evidence:*:now": "As it should be.",
        "needs-evidence:*:since:day": "1", "needs-evidence:*:since:month": "3", "needs-evidence:*:since:year": "2026",
        "needs-evidence:*:shown": "The register, the surgery, the tenancy.",
        f"school-attendance:{zuri}:percent": "96", f"school-attendance:{zuri}:period": "This year",
        f"school-attendance:{kit}:percent": "94", f"school-attendance:{kit}:period": "This year",
        "whom-to-call": "front-door", "open-items:*:state": "done",
        "open-items:*:reason": "They go on with it.", "closure-reason": "sorted-out",
        "level-after": "level-1",
    }  # fmt: skip
    return story.write.write(by, entry_at(begun), answers, waits=True)


def entry_at(response: Any) -> Entry:
    """The draft that an answer leads to."""
    return Entry.objects.get(pk=int(re.findall(r"\d+", response["Location"])[0]))


def day(key: str, when: date) -> dict[str, str]:
    """A day as a question of a record sends it."""
    return {f"{key}:day": str(when.day), f"{key}:month": str(when.month), f"{key}:year": str(when.year)}


def part(name: str, when: date) -> dict[str, str]:
    """A day as a page's own form sends it."""
    return {f"{name}-day": str(when.day), f"{name}-month": str(when.month), f"{name}-year": str(when.year)}
