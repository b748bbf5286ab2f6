"""A child with a tablet fills three houses (CL-03): by finger, pen, mouse and keyboard, and nothing of it is lost."""

import re
import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from alongside.story.models import Answer, Entry
from alongside.story.tests.makers import World
from tests.browser import _profile, axe, fits_its_width

pytestmark = [pytest.mark.requirement("CL-03"), pytest.mark.django_db(transaction=True)]
PASSWORD = "a-long-demo-password"
SIZES = ({"width": 320, "height": 640}, {"width": 1280, "height": 900}, {"width": 768, "height": 1024})


@pytest.fixture
def tablet(browser: Any, live_server: Any, console: Any) -> Iterator[Page]:
    """A tablet held upright, touched with a finger."""
    for profile in _profile(browser, live_server, console, viewport=SIZES[-1], has_touch=True):
        yield profile.new_page()


@pytest.fixture
def houses(world: World) -> Entry:
    world.practitioner.set_password(PASSWORD)
    world.practitioner.save()
    return world.draft("three-houses", about="person", person=world.child)


def given_to_the_child(page: Page, entry: Entry, world: World, sign_in: Callable[..., None]) -> None:
    sign_in(page, world.practitioner)
    page.goto(f"/entries/{entry.pk}/edit/")
    page.get_by_role("button", name=re.compile("Draw.*Zuri’s three houses")).click()
    page.get_by_role("button", name="Hand over to Zuri").click()
    page.get_by_role("button", name="Draw in: House of worries").wait_for()


def kept(sheet: str = "worries") -> list[dict[str, Any]]:
    answer = Answer.objects.filter(key__startswith="houses-drawn").first()
    return answer.value.get(sheet, []) if answer else []


def becomes(check: Callable[[list[dict[str, Any]]], bool], sheet: str = "worries", within: float = 8) -> None:
    until = time.monotonic() + within
    while not check(kept(sheet)) and time.monotonic() < until:
        time.sleep(0.05)
    assert check(kept(sheet)), kept(sheet)


# A finger or a pen as the browser tells of it; playwright itself has a mouse and single taps only.
HAND = """([selector, kind, points]) => {
    const sheet = document.querySelector(selector), box = sheet.getBoundingClientRect();
    const tell = (name, [x, y, pressure]) => sheet.dispatchEvent(new PointerEvent(name, {
        pointerId: 1, pointerType: kind, pressure, isPrimary: true, bubbles: true, cancelable: true,
        clientX: box.left + x / 1200 * box.width, clientY: box.top + y / 1000 * box.height}));
    sheet.setPointerCapture = () => {};
    tell('pointerdown', points[0]);
    points.slice(1).forEach(point => tell('pointermove', point));
    tell('pointerup', points[points.length - 1]);
}"""

# A hand lies down, slides a little, and then the pen it holds begins to draw.
HAND_BEFORE_ITS_PEN = """selector => {
    const sheet = document.querySelector(selector), box = sheet.getBoundingClientRect();
    const tell = (name, pointerId, pointerType, x, y) => sheet.dispatchEvent(new PointerEvent(name, {
        pointerId, pointerType, pressure: 0.5, bubbles: true, clientX: box.left + x, clientY: box.top + y}));
    sheet.setPointerCapture = () => {};
    tell('pointerdown', 7, 'touch', 200, 200); tell('pointermove', 7, 'touch', 260, 230);
    tell('pointerdown', 8, 'pen', 90, 90); tell('pointermove', 7, 'touch', 280, 240);
    tell('pointermove', 8, 'pen', 150, 120); tell('pointerup', 8, 'pen', 150, 120);
    tell('pointerup', 7, 'touch', 280, 240);
}"""


def draws(page: Page, kind: str, *points: tuple[float, float, float], sheet: str = "worries") -> None:
    page.evaluate(HAND, [f"[data-sheet={sheet}] [data-picture]", kind, [list(point) for point in points]])


def test_a_child_draws_by_finger_pen_and_mouse_and_the_device_comes_back(
    tablet: Page, houses: Entry, world: World, sign_in: Callable[..., None]
) -> None:
    given_to_the_child(tablet, houses, world, sign_in)
    for size in SIZES:
        tablet.set_viewport_size(size)  # type: ignore[arg-type]
        axe(tablet)
        fits_its_width(tablet)
    tablet.get_by_role("button", name="Draw in: House of worries").tap()
    for size in SIZES:
        tablet.set_viewport_size(size)  # type: ignore[arg-type]
        axe(tablet)
        fits_its_width(tablet)

    draws(tablet, "touch", (300, 600, 0.5), (400, 620, 0.5), (500, 600, 0.5))
    becomes(lambda marks: len(marks) == 1, within=4)
    tablet.get_by_role("button", name="Red").tap()
    draws(tablet, "pen", (300, 700, 0.1), (420, 720, 0.9), (520, 700, 0.4))
    box = tablet.locator("[data-sheet=worries] [data-picture]").bounding_box()
    assert box
    tablet.mouse.move(box["x"] + box["width"] * 0.3, box["y"] + box["height"] * 0.5)
    tablet.mouse.down()
    tablet.mouse.move(box["x"] + box["width"] * 0.6, box["y"] + box["height"] * 0.5, steps=8)
    tablet.mouse.up()
    becomes(lambda marks: [mark["pen"] for mark in marks] == [False, True, False])
    pen = kept()[1]
    assert (pen["colour"], pen["points"]) == ("red", [3000, 7000, 100, 4200, 7200, 900, 5200, 7000, 400])

    tablet.get_by_role("button", name="Rubber").tap()
    # The pen rubs too; a touch so soon after a pen would be taken for the hand that holds it.
    draws(tablet, "pen", (400, 560, 0.5), (400, 660, 0.5))
    becomes(lambda marks: len(marks) == 4)  # the finger's line was cut in two
    tablet.get_by_role("button", name="Undo").tap()
    becomes(lambda marks: len(marks) == 3)
    tablet.get_by_role("button", name="Do it again").tap()
    becomes(lambda marks: len(marks) == 4)
    expect(tablet.locator("[data-state]")).to_contain_text("Your picture is safe")
    tablet.get_by_role("button", name="Pen").tap()
    tablet.evaluate(HAND_BEFORE_ITS_PEN, "[data-sheet=worries] [data-picture]")
    becomes(lambda marks: [mark["pen"] for mark in marks[4:]] == [True])

    tablet.go_back()
    expect(tablet.get_by_role("button", name="Draw in: House of dreams")).to_be_visible()
    tablet.goto(f"/families/{world.family.pk}/")
    expect(tablet.get_by_role("heading", level=1)).to_have_text("Zuri’s three houses")
    tablet.get_by_role("link", name="For grown-ups").tap()
    tablet.get_by_label("Password").fill(PASSWORD)
    tablet.get_by_role("button", name="Go on").tap()
    tablet.get_by_role("button", name="Back to the record").tap()
    expect(tablet.get_by_role("heading", level=1)).to_have_text("Three houses")


def test_pictures_and_words_by_keyboard_alone(
    page: Page, houses: Entry, world: World, sign_in: Callable[..., None]
) -> None:
    given_to_the_child(page, houses, world, sign_in)
    page.get_by_role("button", name="Draw in: House of dreams").focus()
    page.keyboard.press("Enter")
    sheet = page.locator("[data-sheet=dreams] [data-picture]")
    expect(sheet).to_be_focused()
    page.keyboard.press("Space")
    for _ in range(4):
        page.keyboard.press("ArrowRight")
    page.keyboard.press("Space")
    becomes(lambda marks: [mark["kind"] for mark in marks] == ["line"], "dreams")
    page.get_by_role("button", name="Little pictures").press("Enter")
    page.get_by_role("button", name="Star", exact=True).press("Enter")
    sheet.focus()
    for key in ("ArrowRight", "ArrowRight", "ArrowUp", "Enter"):
        page.keyboard.press(key)
    becomes(lambda marks: marks[-1]["kind"] == "stamp", "dreams")
    assert (kept("dreams")[-1]["x"], kept("dreams")[-1]["y"], kept("dreams")[-1]["colour"]) == (7200, 5800, "yellow")
    page.get_by_role("button", name="Write words").press("Enter")
    page.keyboard.insert_text("😀" * 26)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    becomes(lambda marks: marks[-1].get("words") == "😀" * 24 + "\n" + "😀" * 2, "dreams")
    page.get_by_role("button", name="Undo").press("Enter")
    page.get_by_role("button", name="Write words").press("Enter")
    page.keyboard.type("A door that is mine")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("ArrowDown")
    becomes(lambda marks: marks[-1].get("words") == "A door that is mine" and marks[-1]["y"] == 4600, "dreams")
    page.keyboard.press("Control+z")
    becomes(lambda marks: marks[-1].get("y") == 4400, "dreams")
    # What was undone is in nobody's hand: the next arrow moves the place and brings no second words. Then they are
    # taken up where they lie, and moved again.
    for _ in range(7):
        page.keyboard.press("ArrowUp")
    for _ in range(6):
        page.keyboard.press("ArrowLeft")
    for key in ("Enter", "ArrowDown", "Enter"):
        page.keyboard.press(key)
    becomes(lambda marks: [mark["y"] for mark in marks if mark["kind"] == "words"] == [4600], "dreams")


def test_nothing_is_lost_without_a_network_and_two_devices_draw_together(
    tablet: Page, page: Page, houses: Entry, world: World, sign_in: Callable[..., None], console: Any
) -> None:
    console.allow("ERR_INTERNET_DISCONNECTED|Failed to load|401|502")
    for one in (tablet, page):
        given_to_the_child(one, houses, world, sign_in)
        one.get_by_role("button", name="Draw in: House of worries").click()
    tablet.context.set_offline(True)
    draws(tablet, "touch", (300, 600, 0.5), (500, 600, 0.5), (600, 500, 0.5))
    expect(tablet.locator("[data-state]")).to_contain_text("No internet")
    draws(page, "touch", (300, 800, 0.5), (500, 800, 0.5), (600, 850, 0.5))
    becomes(lambda marks: len(marks) == 1)
    tablet.close()
    again = tablet.context.new_page()
    tablet.context.set_offline(False)
    again.route("**/marks/", lambda route: route.fulfill(status=502, body="restarting"), times=1)
    again.goto(f"/entries/{houses.pk}/drawing/houses-drawn@{world.child.pk}/")
    expect(again.locator("[data-state]")).to_contain_text("We try again soon")
    expect(again.locator("[data-sheet=worries] [data-marks] > *")).to_have_count(2)
    becomes(lambda marks: len(marks) == 2)

    page.context.clear_cookies(name="sessionid")
    draws(page, "touch", (300, 700, 0.5), (500, 700, 0.5), (600, 750, 0.5))
    expect(page.locator("[data-state]")).to_contain_text("Please call your grown-up")
    page.get_by_role("link", name="For grown-ups: sign in").click()
    page.get_by_label("Email address").fill(world.practitioner.email)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("main").get_by_role("button", name="Sign in").click()
    page.get_by_role("button", name="Hand over to Zuri").click()
    becomes(lambda marks: len(marks) == 3)
