"""From the front door's decision to a worker: started, overseen, decided at the meeting, and handed on to another."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from alongside.journey.starting.actions import start_help
from alongside.people.models import Family, Involvement
from alongside.people.tests.makers import make_user
from alongside.story.models import Entry
from alongside.story.tests.makers import World
from tests.browser import Console, axe, fits_its_width
from tests.journeys.steps import follow, on_the_day, press, say_when, told, write

pytestmark = pytest.mark.django_db(transaction=True)
SignIn = Callable[[Page, object], None]

STARTED, MET = date(2026, 3, 3), date(2026, 3, 5)


@pytest.mark.requirement("EP-03")
@pytest.mark.requirement("EP-05")
def test_help_starts_the_duty_manager_looks_and_the_meeting_gives_the_family_to_somebody(
    page: Page, world: World, sign_in: SignIn, console: Console
) -> None:
    console.allow("422")
    duty = make_user("duty-manager", world.team, name="Dora Duty")
    worker = make_user("practitioner", world.team, name="Wilma Worker")
    with on_the_day(STARTED):
        sign_in(page, world.practitioner)
        page.goto(f"/families/{world.family.pk}/")
        follow(page, "Start targeted early help")
        axe(page)
        page.set_viewport_size({"width": 320, "height": 700})
        fits_its_width(page)
        page.set_viewport_size({"width": 1280, "height": 900})
        page.get_by_label("Improved mental and physical health").check()
        page.get_by_label("Getting a good education").check()
        page.get_by_label("Why this level").fill("Three services see it.")
        press(page, "Start")
        told(page, "3 needs or more")
        axe(page)
        page.get_by_label("Secure housing").check()
        page.get_by_label("If they have not agreed yet").fill("They are asked tomorrow.")
        press(page, "Start")
        told(page, "Nobody leads yet.")

        sign_in(page, duty)
        page.goto("/")
        follow_duty(page)
        told(page, "Waiting 0 days")
        axe(page)
        press(page, "Write the oversight")
        say_when(page, STARTED)
        write(page, "considered", "The history, and what they want.")

        follow_duty(page)
        follow(page, "Allocation meetings")
        for label, value in (("Day", MET.day), ("Month", MET.month), ("Year", MET.year), ("Where", "Team room")):
            page.get_by_label(label, exact=True).fill(str(value))
        press(page, "Arrange")
        told(page, "The agenda fills itself")
        axe(page)

    with on_the_day(MET):
        sign_in(page, duty)
        page.goto("/meetings/allocation/")
        follow(page, "5 March 2026")
        told(page, "Waiting 2 days")
        page.set_viewport_size({"width": 320, "height": 700})
        fits_its_width(page)
        axe(page)
        page.set_viewport_size({"width": 1280, "height": 900})
        press(page, "Wait")
        told(page, "Say why the family has to wait")
        axe(page)
        card = page.get_by_role("region", name=world.family.name)
        card.get_by_label("Worker").select_option(str(worker.pk))
        card.get_by_label("Why", exact=True).fill("She knows the school.")
        press(page, "Allocate")
        told(page, "Wilma Worker leads the work from today. She knows the school.")
        press(page, "End the meeting")
        expect(page.get_by_text("Minutes", exact=True)).to_be_visible()

        sign_in(page, worker)
        page.goto("/notices/")
        told(page, "You lead the work with")
        page.goto(f"/families/{world.family.pk}/")
        told(page, "Lead practitioner: Wilma Worker")
    assert Involvement.objects.get(family=world.family, role="lead-practitioner").user == worker
    assert Entry.objects.filter(family=world.family, form_id="oversight-at-allocation").count() == 1


def follow_duty(page: Page) -> None:
    page.get_by_role("navigation").get_by_role("link", name="Duty", exact=True).first.click()


def test_a_family_is_handed_to_a_colleague_without_a_script(
    browser: Any, live_server: Any, world: World, sign_in: SignIn
) -> None:
    page = browser.new_context(base_url=live_server.url, java_script_enabled=False).new_page()
    old, new = world.practitioner, make_user("practitioner", world.team, name="Wilma Worker")
    with on_the_day(STARTED):
        start_help(
            family=world.family, source=None, why="Seen together.", on=STARTED, by=old, why_without_agreement="Asked.",
            needs=["education", "health", "early-years"],
        )  # fmt: skip
        sign_in(page, world.manager)
        page.goto(f"/families/{world.family.pk}/allocate/")
        page.get_by_label(old.name, exact=True).check()
        press(page, "Allocate")
        follow(page, "Hand over")
        page.get_by_label("To whom?").select_option(str(new.pk))
        page.get_by_label("Why?").fill("She moves to another town.")
        press(page, "Begin the handover")
        told(page, "Wilma Worker has not signed yet")
    assert Family.objects.for_user(old).filter(pk=world.family.pk).exists()
