"""A telephone call recorded by keyboard alone, and a first conversation where no script runs (ALL-11)."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from alongside.story.models import Entry, Statement
from alongside.story.tests.makers import World
from tests.journeys.steps import choose, finish, press, question, rate, say_when, start, state, told, write

pytestmark = [pytest.mark.requirement("ALL-11"), pytest.mark.django_db(transaction=True)]
SignIn = Callable[[Page, object], None]

# What has the focus: how it is named, and whether an eye can tell.
FOCUSED = """() => {
    const one = document.activeElement;
    const label = one.labels && one.labels.length ? one.labels[0] : one;
    const looks = [one, label, one.nextElementSibling].filter(Boolean).flatMap(part =>
        [getComputedStyle(part), getComputedStyle(part, '::before')]);
    const seen = looks.some(look => look.outlineStyle !== 'none' && look.outlineWidth !== '0px'
        || look.boxShadow !== 'none') || one.type === 'date';  // a browser draws the ring of a date's parts itself
    return [(one.getAttribute('aria-label') || label.textContent).replace(/\\s+/g, ' ').trim(), seen];
}"""


def tab_to(page: Page, name: str) -> None:
    """Press Tab until something of this name has the focus; whatever has it on the way can be seen to."""
    for _ in range(120):
        page.keyboard.press("Tab")
        focused, seen = page.evaluate(FOCUSED)
        assert seen, f"nobody can see that “{focused}” has the focus"
        if focused == name:
            return
    raise AssertionError(f"nothing named “{name}” can be reached by Tab")


def test_a_call_is_recorded_by_keyboard_alone(page: Page, world: World, sign_in: SignIn) -> None:
    sign_in(page, world.practitioner)
    page.goto(f"/families/{world.family.pk}/")
    tab_to(page, "Skip to main content")
    page.keyboard.press("Enter")
    tab_to(page, "Record something")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("What do you want to record?")
    tab_to(page, "Start Telephone call")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Telephone call")
    for part, number in (("Day", "9"), ("Month", "3"), ("Year", "2026")):
        tab_to(page, part)
        page.keyboard.press("Control+A")
        page.keyboard.type(number)
    tab_to(page, "Somebody of the family")
    page.keyboard.press("Space")
    tab_to(page, "Nneka")
    page.keyboard.press("Space")
    tab_to(page, "What was said that matters for the family?")
    page.keyboard.type("They would rather meet on Tuesday.")
    tab_to(page, "Check and finish")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Check before")
    tab_to(page, "Make final")
    page.keyboard.press("Enter")
    told(page, "“Telephone call” is final")
    assert Entry.objects.get().happened_on == date(2026, 3, 9)


@pytest.mark.requirement("3C-02", "CL-05")
def test_a_first_conversation_without_javascript(browser: Any, live_server: Any, world: World, sign_in: SignIn) -> None:
    page = browser.new_context(base_url=live_server.url, java_script_enabled=False).new_page()
    sign_in(page, world.practitioner)
    page.goto(f"/families/{world.family.pk}/")
    start(page, "Initial conversation")
    say_when(page, date(2026, 3, 9))
    choose(page, "spoken-with", "Zuri", "Nneka")
    write(page, "reason", "Nneka rang about the move.")
    choose(page, "agrees-to-record", "They are content")
    # More than the form has room for at first, and the columns in the order of the talk.
    state(page, "worries", "Zuri does not sleep", "Kit misses his friends", "The flat is damp")
    state(page, "going-well", "They eat together every day")
    rate(page, "sorted-out", "Zuri", 4)
    choose(page, "practitioner-step", "I gave advice or information, and the family takes it from here")
    write(page, "practitioner-step-why", "They know whom to ask now.")
    press(page, "Save draft")
    expect(question(page, "reason").locator("textarea")).to_have_value("Nneka rang about the move.")
    finish(page)
    told(page, "“Initial conversation” is final")
    told(page, "The flat is damp")
    assert Statement.objects.filter(column="worries").count() == 3
    page.context.close()
