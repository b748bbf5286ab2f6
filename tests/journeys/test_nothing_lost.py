"""Nothing typed is ever lost (ALL-05): each way of losing it, in a real browser."""

import time
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from alongside.story.models import Answer
from alongside.story.tests.makers import World

pytestmark = [pytest.mark.requirement("ALL-05"), pytest.mark.django_db(transaction=True)]

BOX = "#q-reason"
STATE = "[data-save-state]"


def kept(key: str = "reason") -> Any:
    """Return what the database holds now."""
    answer = Answer.objects.filter(key=key).first()
    return answer and answer.value


def becomes(wanted: Any, key: str = "reason", within: float = 4) -> None:
    """Wait until the database holds this answer."""
    until = time.monotonic() + within
    while kept(key) != wanted and time.monotonic() < until:
        time.sleep(0.05)
    assert kept(key) == wanted


def typed(page: Page, words: str, box: str = BOX) -> None:
    page.locator(box).press_sequentially(words, delay=5)


def test_what_is_typed_is_saved_within_two_seconds_of_stopping(writing: Page) -> None:
    typed(writing, "Mornings are hard")
    becomes("Mornings are hard", within=2)
    expect(writing.locator(STATE)).to_contain_text("Saved at")


def test_it_is_saved_while_somebody_goes_on_typing(writing: Page) -> None:
    box = writing.locator(BOX)
    box.press_sequentially("A long thought that does not stop, ", delay=100)
    assert (kept() or "").startswith("A long thought")


def test_the_browser_is_killed_in_mid_sentence(writing: Page, browser: Any) -> None:
    typed(writing, "She said that at night")
    becomes("She said that at night")
    writing.close()
    cookies: Any = writing.context.cookies()
    another_browser = browser.new_context(base_url=writing.url.split("/entries")[0])
    another_browser.add_cookies(cookies)
    again = another_browser.new_page()
    again.goto(writing.url)
    expect(again.locator(BOX)).to_have_value("She said that at night")


def test_the_page_is_closed_before_it_could_be_saved(writing: Page, page: Page) -> None:
    typed(writing, "Half a wor")
    writing.close(run_before_unload=True)
    again = page.context.new_page()
    again.goto(writing.url)
    expect(again.locator(BOX)).to_have_value("Half a wor")
    becomes("Half a wor")


# The server has it at once; the page hears of it late, as over a weak connection, or never.
UNHEARD = """wait => {
    const asked = window.fetch;
    window.fetch = (...what) => asked(...what).then(answer => new Promise(go => wait && setTimeout(go, wait, answer)));
}"""


def test_words_typed_while_the_last_ones_are_on_their_way_are_no_conflict_with_oneself(writing: Page) -> None:
    writing.evaluate(UNHEARD, 0)
    typed(writing, "Half a")
    becomes("Half a")
    writing.evaluate("() => { window.fetch = () => Promise.reject(new TypeError('no network')) }")
    typed(writing, " wor")
    writing.close()
    again = writing.context.new_page()
    again.goto(writing.url)
    becomes("Half a wor")
    expect(again.locator(STATE)).to_contain_text("Saved at")
    again.evaluate(UNHEARD, 60_000)
    typed(again, "d")
    becomes("Half a word")
    typed(again, ", whole")
    again.get_by_role("button", name="Check and finish").click()
    expect(again.get_by_role("heading", level=1)).to_contain_text("Check before")
    becomes("Half a word, whole")


def test_the_way_back_to_a_page_puts_no_old_words_over_newer_ones(writing: Page) -> None:
    typed(writing, "First words")
    becomes("First words")
    writing.get_by_role("link", name="Back to the family").click()
    answer = Answer.objects.get(key="reason")
    answer.value, answer.revision = "Said since by somebody else", 2
    answer.save()
    writing.go_back()
    expect(writing.locator(BOX)).to_have_value("Said since by somebody else")


def test_the_network_drops_and_comes_back(writing: Page, console: Any) -> None:
    console.allow("ERR_INTERNET_DISCONNECTED")
    writing.context.set_offline(True)
    typed(writing, "Written in a cellar")
    expect(writing.locator(STATE)).to_contain_text("No connection")
    assert kept() is None
    writing.context.set_offline(False)
    becomes("Written in a cellar", within=6)
    expect(writing.locator(STATE)).to_contain_text("Saved at")


def test_the_page_is_reloaded_without_a_network(writing: Page, console: Any) -> None:
    console.allow("ERR_INTERNET_DISCONNECTED|Failed to load")
    writing.context.set_offline(True)
    typed(writing, "Still here")
    expect(writing.locator(STATE)).to_contain_text("No connection")
    writing.close()
    again = writing.context.new_page()
    writing.context.set_offline(False)
    again.goto(writing.url)
    expect(again.locator(BOX)).to_have_value("Still here")
    becomes("Still here")


def test_the_session_ends_and_somebody_is_back_in_the_same_field(writing: Page, world: World, console: Any) -> None:
    console.allow("401")
    world.practitioner.set_password("a-long-demo-password")
    world.practitioner.save()
    writing.context.clear_cookies(name="sessionid")
    typed(writing, "Before the lunch break")
    expect(writing.locator(STATE)).to_contain_text("You have been signed out")
    writing.get_by_role("link", name="Sign in to go on").click()
    writing.get_by_label("Email address").fill(world.practitioner.email)
    writing.get_by_label("Password").fill("a-long-demo-password")
    writing.get_by_role("main").get_by_role("button", name="Sign in").click()
    expect(writing.locator(BOX)).to_have_value("Before the lunch break")
    expect(writing.locator(BOX)).to_be_focused()
    becomes("Before the lunch break")


def test_the_server_fails_for_a_while(writing: Page, console: Any) -> None:
    console.allow("502")
    writing.route("**/answers/", lambda route: route.fulfill(status=502, body="restarting"))
    typed(writing, "While it restarts")
    expect(writing.locator(STATE)).to_contain_text("Not saved yet")
    writing.unroute("**/answers/")
    becomes("While it restarts", within=6)


@pytest.mark.parametrize(
    ("choice", "stands"),
    [("Keep mine", "From the second tab"), ("Use theirs", "From the first tab"),
     ("Keep both", "From the first tab\n\nFrom the second tab")],
)  # fmt: skip
def test_two_tabs_write_in_the_same_field(writing: Page, console: Any, choice: str, stands: str) -> None:
    console.allow("409")
    second = writing.context.new_page()
    second.goto(writing.url)
    typed(writing, "From the first tab")
    becomes("From the first tab")
    typed(second, "From the second tab")
    expect(second.locator(".draft-conflict")).to_contain_text("From the first tab")
    expect(second.locator(BOX)).to_have_value("From the second tab")
    assert kept() == "From the first tab"
    second.get_by_role("button", name=choice).click()
    becomes(stands)
    expect(second.locator(BOX)).to_have_value(stands)


def test_rows_added_without_a_network_are_all_there_afterwards(writing: Page, console: Any) -> None:
    console.allow("ERR_INTERNET_DISCONNECTED|Failed to load")
    writing.context.set_offline(True)
    for number in range(3):
        if number == 2:
            writing.locator("[data-question=worries] [data-more]").click()
        typed(writing, f"Worry {number}", f"[data-question=worries] [data-rows] > :nth-child({number + 1}) textarea")
    writing.close()
    again = writing.context.new_page()
    writing.context.set_offline(False)
    again.goto(writing.url)
    boxes = again.locator("[data-question=worries] [data-rows] textarea")
    expect(boxes.nth(2)).to_have_value("Worry 2")
    until = time.monotonic() + 4
    while len(kept("worries") or []) < 3 and time.monotonic() < until:
        time.sleep(0.05)
    rows = kept("worries")
    assert [row["words"] for row in rows] == ["Worry 0", "Worry 1", "Worry 2"]
    assert len({row["id"] for row in rows}) == 3


def test_what_one_person_left_unsaved_is_not_shown_to_the_next(
    writing: Page, world: World, sign_in: Callable[..., None], console: Any
) -> None:
    console.allow("ERR_INTERNET_DISCONNECTED|Failed to load")
    writing.context.set_offline(True)
    typed(writing, "Only mine")
    writing.close()
    next_one = writing.context.new_page()
    writing.context.set_offline(False)
    sign_in(next_one, world.manager)
    next_one.goto(writing.url)
    expect(next_one.locator(BOX)).to_have_value("")


def test_without_javascript_nothing_is_lost_either(browser: Any, live_server: Any, world: World, sign_in: Any) -> None:
    page = browser.new_context(base_url=live_server.url, java_script_enabled=False).new_page()
    sign_in(page, world.practitioner)
    page.goto(f"/entries/{world.draft().pk}/edit/")
    page.fill(BOX, "Typed on an old tablet")
    page.context.clear_cookies(name="sessionid")
    page.get_by_role("button", name="Save draft").click()
    expect(page.get_by_text("Typed on an old tablet")).to_be_visible()
    page.context.close()
