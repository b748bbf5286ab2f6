"""Somebody is worried about two children: on a phone, without an account and without scripts, to a conversation."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from alongside.directory.tests.making import a_service, taken
from alongside.story.models import Entry
from alongside.story.tests.makers import World
from tests.browser import Console, axe, fits_its_width
from tests.journeys.steps import press

pytestmark = pytest.mark.django_db(transaction=True)
PHONE: Any = {"width": 390, "height": 844}


def looked_at(page: Page) -> None:
    """Free of what axe finds, and no wider than the narrowest telephone."""
    axe(page)
    page.set_viewport_size({"width": 320, "height": 640})
    fits_its_width(page)
    page.set_viewport_size(PHONE)


@pytest.mark.requirement("TH-02", "TH-03", "TH-04", "TH-05")
def test_from_an_everyday_word_to_a_conversation(
    page: Page, world: World, sign_in: Callable[[Page, object], None], console: Console
) -> None:
    taken(a_service("The Orchard way back", terms=["School attendance"], place=("YA6 2RH", 53.9, 0.1)))
    page.set_viewport_size(PHONE)
    page.goto("/thresholds/")
    expect(page.get_by_role("table")).to_be_hidden()
    page.get_by_label("What have you seen or heard?").fill("missing school")
    press(page, "Find")
    looked_at(page)
    page.get_by_role("link", name="Persistent absence from school").first.click()
    expect(page.get_by_role("region", name="A child in danger now")).to_contain_text("At this hour")
    expect(page.get_by_role("link", name="The Orchard way back")).to_be_visible()
    looked_at(page)
    page.get_by_role("button", name="I see this: choose it").click()
    page.get_by_label("Persistent absence from school").check()
    press(page, "What they add up to")
    page.get_by_role("link", name="Choose signs").click()
    page.get_by_label("How many children?").select_option("2")
    page.get_by_label("First name (optional)").first.fill("Zuri")
    looked_at(page)
    press(page, "Go on to the signs")
    press(page, "Next: Family and environment")
    page.locator("summary", has_text="Level 2").click()
    page.get_by_role("group", name="Low income affects achievement").get_by_label("Child 2").check()
    looked_at(page)
    press(page, "What they add up to")
    expect(page.get_by_role("region", name="Zuri: level 2 or 3")).to_be_visible()
    page.get_by_label("There was help, and the need goes on or grows").check()
    press(page, "Read again with these answers")
    expect(page.get_by_role("region", name="Zuri: level 3")).to_be_visible()
    page.get_by_label("Level 2: Early help, short term").check()
    page.get_by_label("Why this level").fill("A new school starts on Monday.")
    press(page, "Write down what I decide")
    expect(page.get_by_text("Differs: lower than the guide reads")).to_be_visible()
    looked_at(page)
    _into_a_conversation(page, world, sign_in)


def _into_a_conversation(page: Page, world: World, sign_in: Callable[[Page, object], None]) -> None:
    sign_in(page, world.practitioner)
    page.goto("/thresholds/carry/")
    page.get_by_role("link", name=world.family.name).click()
    expect(page.get_by_label("Who is “Zuri”?")).to_have_value(str(world.child.pk))
    page.get_by_label("Who is “Child 2”?").select_option(label="Kit")
    page.get_by_label("Initial conversation").check()
    looked_at(page)
    press(page, "Begin the record")
    # A group of boxes, one for each child, of which Zuri's is ticked; and what was said of help before is there too.
    sign = page.get_by_role("group", name="Persistent absence from school")
    expect(sign.get_by_label("Zuri")).to_be_checked()
    [row, _] = Entry.objects.get(form_id="initial-conversation").answers.get(key="signs").value["rows"]
    assert row["answers"] == {"continues-despite-help": "goes-on"}


def test_it_all_works_without_scripts(world: World, browser: Browser, live_server: Any) -> None:
    context = browser.new_context(java_script_enabled=False, base_url=live_server.url)
    page = context.new_page()
    page.goto("/thresholds/choose/parents-and-carers/")
    page.get_by_label("Find a sign by everyday words").fill("no food")
    press(page, "Find signs")
    page.get_by_label("Extreme poverty affecting child well-being").check()
    press(page, "What they add up to")
    expect(page.get_by_role("region", name="Child 1: level 4")).to_be_visible()
    context.close()
