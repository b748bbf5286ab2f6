"""Searching in a real browser: by keyboard alone, without a script, and on the smallest phone."""

from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from alongside.finding.tests.test_search import told
from alongside.story.tests.makers import World, make_world
from tests.browser import axe, fits_its_width

pytestmark = pytest.mark.django_db(transaction=True)


def test_somebody_finds_what_was_said_by_keyboard_and_without_a_script(
    page: Page, browser: Browser, live_server: Any, sign_in: Any
) -> None:
    world: World = make_world()
    told(world, "Her bedtimes are hard when the caravan is cold.")
    sign_in(page, world.practitioner)
    page.goto("/")
    page.get_by_label("Search families, people and records").focus()
    page.keyboard.type("bedtime caravan")
    page.keyboard.press("Enter")
    expect(page.locator("mark").first).to_have_text("bedtimes")
    axe(page)
    page.set_viewport_size({"width": 320, "height": 640})
    fits_its_width(page)
    page.locator("summary").focus()
    page.keyboard.press("Enter")
    page.get_by_label("What").select_option("action")
    axe(page)
    fits_its_width(page)
    page.get_by_label("Search for a name, or for words in any record").press("Enter")
    expect(page.get_by_text("Nothing that you may see holds “bedtime caravan” with these filters.")).to_be_visible()
    plain = browser.new_context(base_url=live_server.url, java_script_enabled=False)
    without_script = plain.new_page()
    sign_in(without_script, world.practitioner)
    without_script.goto(f"/families/{world.family.pk}/")
    without_script.get_by_label("Search this record").fill("caravn")
    without_script.get_by_label("Search this record").press("Enter")
    without_script.get_by_role("link", name="caravan").click()
    expect(without_script.locator("mark")).to_have_text("caravan")
    without_script.get_by_role("listitem").get_by_role("link", name="Note").click()
    expect(without_script.get_by_text("Her bedtimes are hard when the caravan is cold.")).to_be_visible()
    plain.close()
