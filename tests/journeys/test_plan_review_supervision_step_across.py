"""A targeted plan in a browser: agreed, reviewed and given, thought through in supervision, and handed to a school."""

import re
from collections.abc import Callable
from datetime import date

import pytest
from playwright.sync_api import Page, expect

from alongside.journey.actions import decide_level
from alongside.journey.models import Pathway
from alongside.story.models import Entry, Fact
from alongside.story.tests.makers import World
from tests.browser import axe, fits_its_width
from tests.journeys.fourteen_months.recording import Recorder
from tests.journeys.steps import (
    agree_action,
    choose,
    finish,
    follow,
    on_the_day,
    press,
    question,
    say_when,
    start,
    state,
    told,
    write,
)

pytestmark = [
    pytest.mark.requirement("EP-21", "EP-23", "EP-26", "EP-28"), pytest.mark.django_db(transaction=True),
]  # fmt: skip
SignIn = Callable[[Page, object], None]
OPENED, PLANNED, REVIEWED = date(2026, 3, 2), date(2026, 3, 9), date(2026, 4, 20)
SUPERVISED, AGREED, ENDED = date(2026, 4, 27), date(2026, 5, 11), date(2026, 5, 18)


def test_a_plan_is_agreed_reviewed_thought_through_and_goes_on_with_one_service(
    page: Page, world: World, sign_in: SignIn
) -> None:
    with on_the_day(OPENED):
        decide_level(
            family=world.family, level="level-3", why="Several things at once.", decided_on=OPENED, by=world.manager,
            lead_practitioner=world.practitioner,
        )  # fmt: skip
    with on_the_day(PLANNED):
        sign_in(page, world.practitioner)
        a_plan_is_agreed(page, world)
        signed_by_the_manager(page, world, sign_in, "Early help action plan")
    with on_the_day(REVIEWED):
        sign_in(page, world.practitioner)
        the_plan_is_reviewed_and_given(page, world)
    with on_the_day(SUPERVISED):
        both_prepare_supervision_and_sign_it(page, world, sign_in)
    with on_the_day(AGREED):
        sign_in(page, world.practitioner)
        a_step_across_is_talked_through(page, world)
    with on_the_day(ENDED):
        the_help_ends_and_the_school_goes_on(page, world, sign_in)
    assert Pathway.objects.get(family=world.family).closed_on == ENDED
    stepped = Fact.objects.get(family=world.family, name="family.stepped-across")
    assert stepped.data["agency"] == "Weir Lane School"


def a_plan_is_agreed(page: Page, world: World) -> None:
    page.goto(f"/families/{world.family.pk}/")
    start(page, "Early help action plan")
    say_when(page, PLANNED)
    choose(page, "who-made-it", "Nneka")
    state(page, "worries", "The evenings are loud")
    choose(page, "outcomes", "Getting a good education")
    for name, words in (
        ("words", "Zuri is at school on time"),
        ("baseline", "Late 3 days of 5"),
        ("measure", "Register"),
    ):
        question(page, "outcomes-agreed").locator(f"[name='outcomes-agreed:0:{name}']").fill(words)
    question(page, "outcomes-agreed").locator("[name='outcomes-agreed:0:need']").select_option("education")
    question(page, "outcomes-agreed").locator("[name='outcomes-agreed:0:by']").fill("2026-05-18")
    agree_action(page, "Walk with Zuri to school", who="Nneka", by=date(2026, 4, 13))
    write(page, "bottom-lines", "Nobody is hit.")
    write(page, "contingency", "We ring Nneka’s sister.")
    for child in world.children:
        write(page, f"childs-view@{child.pk}", "I want the list on the door.")
    assert world.parent
    question(page, "agreement").locator(f"[name='agreement:{world.parent.pk}:answer'][value=agrees]").check()
    choose(page, "goes-ahead", "It goes ahead")
    axe(page)
    finish(page)
    told(page, "waits for a manager")


def signed_by_the_manager(page: Page, world: World, sign_in: SignIn, title: str) -> None:
    sign_in(page, world.manager)
    page.goto("/")
    follow(page, title)
    page.get_by_label("Your comment").fill("It follows from what we know. Agreed.")
    press(page, "Sign")
    told(page, "is signed and final")


def the_plan_is_reviewed_and_given(page: Page, world: World) -> None:
    page.goto(f"/families/{world.family.pk}/plan/")
    told(page, "Zuri is at school on time")
    axe(page)
    page.goto(f"/families/{world.family.pk}/")
    start(page, "Review")
    say_when(page, REVIEWED)
    choose(page, "who-met", "Nneka", "Zuri")
    question(page, "outcomes-now").get_by_label(re.compile("^Nearer")).check()
    question(page, "progress").get_by_label(re.compile("^Done")).check()
    question(page, "progress").locator("textarea").first.fill("She began a week later, after the flu.")
    for child in world.children:
        write(page, f"childs-view@{child.pk}", "It is quieter.")
    choose(page, "is-it-working", "Yes")
    write(page, "familys-view", "Somebody rings back.")
    write(page, "difference", "Two late mornings in six weeks.")
    choose(page, "goes-on", "It goes on, and we prepare to end it")
    page.set_viewport_size({"width": 320, "height": 700})
    fits_its_width(page)
    page.set_viewport_size({"width": 1280, "height": 900})
    axe(page)
    record = page.url.replace("edit/", "")
    finish(page)
    page.goto(record)
    press(page, "Give it to the family")
    choose(page, "with-whom", "Nneka")
    write(page, "how", "On paper, and read aloud.")
    finish(page)
    told(page, "is final")


def both_prepare_supervision_and_sign_it(page: Page, world: World, sign_in: SignIn) -> None:
    sign_in(page, world.practitioner)
    page.goto(f"/families/{world.family.pk}/")
    start(page, "Case supervision record")
    address = page.url
    say_when(page, SUPERVISED)
    told(page, "Zuri is at school on time")  # what should be different, carried over from the plan
    choose(page, "occasion", "It is time")
    for key in ("last-three-months", "childs-voice", "progress"):
        write(page, key, "Mornings hold, evenings less.")
    press(page, "Save draft")
    sign_in(page, world.manager)
    page.goto(address)
    write(page, "manager-has-seen", "What happens between six and eight?")
    press(page, "Save draft")
    sign_in(page, world.practitioner)
    page.goto(address)
    expect(question(page, "manager-has-seen").locator("textarea")).to_have_value("What happens between six and eight?")
    for key in ("experience", "reflection", "analysis", "plan"):
        write(page, key, "We looked at the evening of the 22nd.")
    axe(page)
    finish(page)
    signed_by_the_manager(page, world, sign_in, "Case supervision record")


def a_step_across_is_talked_through(page: Page, world: World) -> None:
    page.goto(f"/families/{world.family.pk}/ending/")
    axe(page)
    press(page, "Start: Step across")
    say_when(page, AGREED)
    choose(page, "who-met", "Nneka")
    choose(page, "direction", "From an early help plan to one service")
    write(page, "history", "Mornings were hard, and hold now.")
    write(page, "agency", "Weir Lane School")
    write(page, "lead-there", "Priya Nair, at the school office")
    write(page, "carries-over", "Breakfast club, from Monday.")
    write(page, "familys-agreement", "We know Priya.")
    for part, value in (("Day", AGREED.day), ("Month", AGREED.month), ("Year", AGREED.year)):
        question(page, "decided-on").get_by_label(part, exact=True).fill(str(value))
    choose(page, "outcome", "Another service takes over")
    finish(page)
    told(page, "is final")


def the_help_ends_and_the_school_goes_on(page: Page, world: World, sign_in: SignIn) -> None:
    recorder = Recorder(world.family)
    begun = recorder.post(world.practitioner, "entry-start", world.family.pk, form="closure")
    entry = Entry.objects.get(pk=int(re.findall(r"\d+", begun["Location"])[0]))
    attendance = {f"school-attendance:{child.pk}:percent": "95" for child in world.children}
    attendance |= {f"school-attendance:{child.pk}:period": "This term" for child in world.children}
    recorder.write(world.practitioner, entry, {
        "worries:*:rating": "10", "agreed-with-family": "agreed", "whom-to-call": "front-door",
        "open-items:*:reason": "The school goes on with it.", "open-items:*:state": "done",
        "closure-reason": "single-service", "agency": "Weir Lane School", "lead-there": "Priya Nair",
        "level-after": "level-1", "reason:needs-evidence": "No needs were written down.", **attendance,
    }, waits=True)  # fmt: skip
    signed_by_the_manager(page, world, sign_in, "Closure record")
    page.goto(f"/families/{world.family.pk}/ending/")
    told(page, "Support ended on 18 May 2026")
    axe(page)
    follow(page, "How far you have come")
    told(page, "Weir Lane School")
    axe(page)
    page.goto(f"/families/{world.family.pk}/level/")
    told(page, "Stepped across to one service")
