"""A map is worked on where it stands: in place with a script, on pages of its own without, by two people at once."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from alongside.story.models import Statement
from alongside.story.tests.makers import World
from alongside.story.tests.test_statements import finished, row

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.requirement("CL-06")
def test_a_worry_is_reworded_in_place_by_two_people_and_sorted_out_without_a_script(
    page: Page, sign_in: Any, browser: Any, world: World
) -> None:
    # Given a worry on the map, and two places on the scale
    placed = [
        {"id": child.pk, "name": child.given_names, "value": value, "words": ""}
        for child, value in zip(world.children, (3, 8), strict=True)
    ]
    finished(world, worries=[row("Mornings are loud")], **{"sorted-out": placed})
    sign_in(page, world.practitioner)
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(f"/families/{world.family.pk}/map/")
    there = page.url
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    expect(page.get_by_text("5 apart; the middle is 5.5")).to_be_visible()

    # When it is reworded where it stands, while somebody else rewords it too
    page.get_by_role("link", name="Reword").click()
    box = page.get_by_label("How it should read")
    expect(box).to_have_value("Mornings are loud")
    expect(box).to_be_focused()
    box.fill("Mornings feel too short")
    page.get_by_label("Why").fill("Zuri put it like this")
    Statement.objects.update(words="Mornings are rushed", revision=2)
    worry = Statement.objects.get()
    worry.changes.create(
        at=worry.changes.get().at, by=world.manager, words=worry.words, state="living", what="reworded"
    )
    page.get_by_role("button", name="Reword").click()

    # Then both texts are there, and saving again is a choice
    expect(page.get_by_text("Jo Marsh changed this while you were writing")).to_be_visible()
    expect(page.get_by_text("Mornings are rushed")).to_be_visible()
    expect(page.get_by_label("How it should read")).to_have_value("Mornings feel too short")
    page.get_by_role("button", name="Reword").click()
    expect(page.get_by_text("The map has the new words.")).to_be_visible()
    assert page.url == there

    # And without a script it is sorted out on a page of its own, with all that became of it
    context = browser.new_context(java_script_enabled=False)
    context.add_cookies(page.context.cookies())
    plain = context.new_page()
    plain.goto(there)
    plain.get_by_role("link", name="Sorted out").click()
    plain.get_by_label("Why").fill("They get up earlier now")
    plain.get_by_role("button", name="Sorted out").click()
    for words in ("Marked as sorted out.", "They get up earlier now", "Mornings are rushed", "Mornings are loud"):
        expect(plain.get_by_text(words).first).to_be_visible()
    context.close()
