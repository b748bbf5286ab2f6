"""Moving, by pointer and by keys, the menu, and that nothing is lost on the way; in a real browser."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from alongside.genogram.models import Change
from alongside.genogram.queries import genogram_of
from alongside.people import actions as people
from alongside.story.tests.makers import World, make_world
from tests.browser import Console

pytestmark = [pytest.mark.requirement("EP-14"), pytest.mark.django_db(transaction=True)]
ALL_SEEN = """(place => place.scrollHeight <= place.clientHeight + 1 && place.scrollWidth <= place.clientWidth + 1)(
    document.querySelector('[data-scroll]'))"""


@pytest.fixture
def world(db: None) -> World:
    world = make_world()
    for child in world.children:
        assert world.parent
        people.relate(person=world.parent, kind="parent", of_person=child, by=world.practitioner, sure=True)
    return world


def place_of(world: World) -> list[int]:
    return genogram_of(world.family, None).state["places"].get(f"p{world.child.pk}", [])


def test_somebody_is_moved_by_hand_by_keys_and_through_a_lost_network(
    page: Page, world: World, sign_in: Callable[[Page, object], None], console: Console
) -> None:
    sign_in(page, world.practitioner)
    page.goto(f"/families/{world.family.pk}/genogram/")
    child = page.locator(f'[data-node="p{world.child.pk}"]')
    said = page.locator("[data-said]")
    # All of it is seen at first, and again when it is made to fit.
    assert page.evaluate(ALL_SEEN)
    page.get_by_role("button", name="Larger").click()
    page.get_by_role("button", name="Larger").click()
    page.get_by_role("button", name="Larger").click()
    assert not page.evaluate(ALL_SEEN)
    page.get_by_role("button", name="Fit").click()
    assert page.evaluate(ALL_SEEN)

    child.scroll_into_view_if_needed()
    box = child.bounding_box()
    assert box
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + 20)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] / 2 - 90, box["y"] + 60, steps=4)
    page.mouse.up()
    expect(said).to_contain_text("Saved at")
    dragged = place_of(world)
    assert Change.objects.count() == 1
    expect(page.get_by_role("button", name="Undo")).to_be_visible()

    child.focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Shift+ArrowDown")
    expect(said).to_contain_text("Not saved yet")
    expect(said).to_contain_text("Saved at")
    assert place_of(world) == [dragged[0] + 8, dragged[1] + 44]
    expect(child).to_be_focused()

    # Saved while the menu is open, so that the picture beneath it is drawn anew.
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog")).to_be_visible()
    expect(said).to_contain_text("Saved at")
    expect(page.get_by_role("dialog").get_by_role("link")).to_have_count(5)
    page.keyboard.press("Escape")
    expect(child).to_be_focused()
    page.keyboard.press("Control+z")
    expect(said).to_contain_text("taken back")
    expect(child).to_be_focused()
    assert place_of(world) == [dragged[0] + 8, dragged[1] + 44]

    console.allow("net::ERR_INTERNET_DISCONNECTED")
    page.context.set_offline(True)
    page.keyboard.press("ArrowLeft")
    expect(said).to_contain_text("kept on this device")
    page.context.set_offline(False)
    expect(said).to_contain_text("Saved at")
    assert place_of(world) == [dragged[0], dragged[1] + 44]
