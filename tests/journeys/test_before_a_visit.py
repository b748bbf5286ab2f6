"""What must be known before a visit, and what a life was like: dangers, voices and the chronology, on a phone too."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from alongside.people.actions import change_person
from alongside.story.models import ChronologyEvent, Danger, Entry
from alongside.story.tests.makers import World
from tests.browser import Console, axe, fits_its_width
from tests.journeys.given import open_support
from tests.journeys.steps import choose, finish, follow, press, question, start, told, write

pytestmark = pytest.mark.django_db(transaction=True)
SignIn = Callable[[Page, object], None]
DOG = "There is a large dog. Ring first, and it is shut away."


def on_a_narrow_screen(page: Page, *paths: str) -> None:
    """Each page fits a telephone of 320 pixels and is free of what axe finds, and prints."""
    for path in paths:
        page.goto(path)
        for width in (1280, 390, 320):
            page.set_viewport_size({"width": width, "height": 800})
            fits_its_width(page)
        axe(page)
    page.set_viewport_size({"width": 390, "height": 844})


@pytest.mark.requirement("EP-10")
def test_a_danger_is_added_at_once_seen_on_a_phone_and_ended_with_a_reason(
    page: Page, world: World, sign_in: SignIn, console: Console
) -> None:
    console.allow("status of 422")
    assert world.parent is not None
    change_person(person=world.parent, interpreter_needed=True, interpreter_languages="Igbo", by=world.practitioner)
    open_support(world, date(2026, 3, 2))
    sign_in(page, world.practitioner)
    page.goto(f"/families/{world.family.pk}/dangers/")
    page.get_by_label("Danger to visitors").check()
    page.get_by_label("What must anybody know?").fill(DOG)
    press(page, "Put it at the top of the page")
    told(page, "those who work with them are told")
    family = f"/families/{world.family.pk}"
    on_a_narrow_screen(page, f"{family}/", f"{family}/dangers/", f"{family}/visit-sheet/")
    for path in (f"{family}/", f"{family}/plan/", f"{family}/visit-sheet/"):
        page.goto(path)
        known = page.get_by_role("region", name="Before you visit or call")
        expect(known).to_contain_text(DOG)
        expect(known).to_contain_text("Interpreter needed: Nneka, Igbo")
    page.goto(f"{family}/")
    # The tabs are on the first screen of a telephone, dangers and all.
    tabs = page.get_by_role("navigation", name="The record of Okonjo").bounding_box()
    assert tabs is not None
    assert tabs["y"] + tabs["height"] < 844
    page.emulate_media(media="print")
    expect(page.get_by_role("region", name="Before you visit or call")).to_be_visible()
    page.emulate_media(media="screen")
    page.goto(f"{family}/dangers/")
    follow(page, "It is over")
    press(page, "It is over")
    told(page, "There is one thing to put right")
    page.get_by_label("Why is this no longer a danger, and how do you know?").fill("The dog lives elsewhere now.")
    press(page, "It is over")
    told(page, "It is taken down")
    assert Danger.objects.get().ended_why == "The dog lives elsewhere now."


@pytest.mark.requirement("EP-11")
@pytest.mark.requirement("EP-18")
def test_a_child_is_heard_and_what_they_told_is_marked_in_the_chronology(
    page: Page, world: World, sign_in: SignIn
) -> None:
    open_support(world, date(2026, 3, 2))
    sign_in(page, world.practitioner)
    family, zuri = f"/families/{world.family.pk}", world.child
    page.goto(f"{family}/voices/")
    told(page, f"Nothing of what {zuri.name} says or shows has been recorded yet.")
    press(page, f"Record what {zuri.name} says or shows")
    _say_day(page, "9", "3", "2026")
    choose(page, "means", "We talked")
    write(page, f"childs-view@{zuri.pk}", "Dad came to the school gate and I hid.")
    finish(page)
    press(page, "Mark as a significant event")
    expect(question(page, "event").locator("textarea")).to_have_value("Dad came to the school gate and I hid.")
    choose(page, "kind-of-event", "Worrying event")
    write(page, f"impact@{zuri.pk}", "She asks each morning who stands at the gate.")
    choose(page, "significance", "It is significant, and comes to supervision")
    finish(page)
    page.goto(f"{family}/chronology/")
    press(page, "Add one from long ago")
    write(page, "roughly-when", "spring 2019")
    write(page, "event", "They lived with a friend for some weeks.")
    choose(page, "kind-of-event", "Move of home")
    choose(page, "significance", "It was significant, and lies in the past")
    finish(page)
    page.goto(f"{family}/chronology/")
    events = page.get_by_role("list", name="Events in the order of time").get_by_role("listitem")
    expect(events).to_contain_text(["Spring 2019", "9 March 2026"])
    expect(events.nth(1)).to_contain_text("She asks each morning who stands at the gate.")
    follow(page, "I have gone through it")
    press(page, "It is complete")
    told(page, "Gone through and complete on")
    on_a_narrow_screen(page, f"{family}/voices/", f"{family}/voices/{zuri.pk}/", f"{family}/chronology/")
    assert ChronologyEvent.objects.get(kind="concern").entry.started_from == Entry.objects.get(
        form_id="voice-of-the-child"
    )


def _say_day(page: Page, *parts: Any) -> None:
    for label, value in zip(("Day", "Month", "Year"), parts, strict=True):
        question(page, "happened").get_by_label(label, exact=True).fill(value)


@pytest.mark.requirement("EP-13")
def test_a_child_may_not_be_chosen_to_interpret(page: Page, world: World, sign_in: SignIn) -> None:
    sign_in(page, world.practitioner)
    page.goto(f"/families/{world.family.pk}/")
    start(page, "Home visit")
    asked = question(page, "interpreter")
    asked.get_by_label("Or an adult of the family").select_option(label=world.child.name)
    press(page, "Check and finish")
    told(page, f"{world.child.name} is under 18 and may not interpret")
