"""What a practitioner asks of the Local Solution Group, what the group says, and the conversation that says it then."""

from collections.abc import Callable
from datetime import date, time

import pytest
from playwright.sync_api import Page, expect

from alongside.story import actions as story
from alongside.story.tests.makers import World
from tests.browser import axe, fits_its_width
from tests.journeys.steps import choose, finish, follow, on_the_day, press, question, start, told, write

pytestmark = [pytest.mark.requirement("3C-04"), pytest.mark.django_db(transaction=True)]
ASKED, MET = date(2026, 3, 10), date(2026, 3, 17)


def test_a_request_reaches_the_group_and_what_it_says_is_a_new_version_of_the_conversation(
    page: Page, world: World, sign_in: Callable[[Page, object], None]
) -> None:
    story.finalise(entry=world.conversation(), by=world.practitioner)
    with on_the_day(ASKED):
        sign_in(page, world.manager)
        page.goto("/groups/arrange/")
        axe(page)
        for part, value in (("Day", MET.day), ("Month", MET.month), ("Year", MET.year), ("From", "10:00")):
            page.get_by_label(part, exact=True).fill(str(value))
        page.get_by_label("Where you meet").fill("Weir Lane library")
        press(page, "Arrange and invite")
        told(page, "Nothing was asked of this group yet")
        the_group = page.url

        sign_in(page, world.practitioner)
        page.goto(f"/families/{world.family.pk}/")
        start(page, "Request to the Local Solution Group")
        for part, value in (("Day", ASKED.day), ("Month", ASKED.month), ("Year", ASKED.year)):
            question(page, "happened").get_by_label(part, exact=True).fill(str(value))
        write(page, "question", "Who walks with children in the morning?")
        choose(page, "hoped-for", "Advice on what to try")
        write(page, "background", "Mornings have been hard since the move.")
        choose(page, "family-knows", "They know, and are content")
        finish(page)

    with on_the_day(MET, time(10, 15)):
        sign_in(page, world.manager)
        page.goto(the_group)
        told(page, "Asked by Ana Duarte")
        expect(page.get_by_role("main")).not_to_contain_text("Okonjo")  # the screen is shared
        page.set_viewport_size({"width": 320, "height": 700})
        fits_its_width(page)
        axe(page)
        page.set_viewport_size({"width": 1280, "height": 900})
        press(page, "Write what the group says")
        for part, value in (("Day", MET.day), ("Month", MET.month), ("Year", MET.year)):
            question(page, "happened").get_by_label(part, exact=True).fill(str(value))
        question(page, "who-talked").locator("textarea").fill("Jo Marsh; Priya Nair, Weir Lane School")
        write(page, "information-and-advice", "The walking bus leaves from the bridge at eight.")
        choose(page, "decision", "A service in the community helps")
        write(page, "decision-why", "It is company that is missing.")
        write(page, "who-tells-the-family", "Ana, on Friday")
        finish(page)
        told(page, "Answered")
        press(page, "The meeting is over")
        axe(page)

        sign_in(page, world.practitioner)
        page.goto("/notices/")
        told(page, "Your request was answered")
        page.goto(f"/families/{world.family.pk}/")
        follow(page, "Initial conversation")
        told(page, "The walking bus leaves from the bridge at eight.")
        told(page, "Mornings have been hard since the move.")
        follow(page, "Version 1")
        expect(page.get_by_role("main")).not_to_contain_text("walking bus")
        axe(page)
