"""What a manager sees, signs, sends back and is told of; and what a month without a visit looks like."""

import re
from collections.abc import Callable
from datetime import date, time

import pytest
from playwright.sync_api import Page, expect

from alongside.access.models import Look
from alongside.journey.models import Pathway
from alongside.people.models import Family
from alongside.people.tests.makers import make_team, make_user
from alongside.story.tests.makers import World
from tests.browser import Console, axe
from tests.journeys import given
from tests.journeys.steps import finish, follow, on_the_day, press, question, told

pytestmark = pytest.mark.django_db(transaction=True)
SignIn = Callable[[Page, object], None]

OPENED, A_WEEK_ON, A_MONTH_ON = date(2026, 3, 3), date(2026, 3, 9), date(2026, 4, 7)


@pytest.mark.requirement("ALL-04")
def test_after_a_month_without_a_visit_my_work_says_what_is_overdue_and_why(
    page: Page, world: World, sign_in: SignIn
) -> None:
    with on_the_day(OPENED):
        given.open_support(world, OPENED)

    with on_the_day(A_MONTH_ON):
        sign_in(page, world.practitioner)
        page.goto("/")
        follow(page, re.compile("^Overdue"))
        seen = page.get_by_role("listitem").filter(has_text="Seeing the family")
        seen.get_by_text("Why this is due").click()
        expect(seen).to_contain_text("17 Mar 2026")
        expect(seen).to_contain_text("Early help began on 3 March 2026")
        expect(seen).to_contain_text("practice guidance")
        axe(page)
        for child in world.children:
            expect(page.get_by_role("listitem").filter(has_text=f"Seeing the child {child.name}")).to_be_visible()

        seen.get_by_role("link", name="Seeing the family").click()
        page.get_by_label("Why this is late").fill("They were with family in Leeds until Easter.")
        press(page, "Keep the reason")
        told(page, "The reason is kept")
        axe(page)

        sign_in(page, world.manager)
        page.goto("/team/")
        lead = page.get_by_role("row").filter(has_text="Ana Duarte")
        assert lead.get_by_role("cell").all_text_contents()[0] == "1"
        told(page, "Why late: They were with family in Leeds until Easter.")
        axe(page)


def test_what_a_manager_sends_back_comes_again_and_is_signed(
    page: Page, world: World, sign_in: SignIn, console: Console
) -> None:
    console.allow("422")
    with on_the_day(OPENED):
        given.open_support(world, OPENED)
    with on_the_day(A_WEEK_ON):
        given.closure_to_sign(world, A_WEEK_ON)

        sign_in(page, world.manager)
        page.goto("/")
        told(page, "Waiting for your sign-off")
        follow(page, "Closure record")
        press(page, "Send back")
        told(page, "Say what needs to be done")
        page.get_by_label("Your comment").fill("Say who is there for Kit in the mornings.")
        press(page, "Send back")
        told(page, "sent back to its author")

        sign_in(page, world.practitioner)
        page.goto("/")
        told(page, "Sent back to you")
        told(page, "Say who is there for Kit in the mornings.")
        axe(page)
        follow(page, "Closure record")
        told(page, "Sent back by Jo Marsh")
        axe(page)
        question(page, "contingencies").locator("textarea").fill("We ring Nneka’s sister, who walks Kit to school.")
        finish(page)
        told(page, "waits for a manager")

        sign_in(page, world.manager)
        page.goto("/")
        follow(page, "Closure record")
        told(page, "Sent back by Jo Marsh")
        page.get_by_label("Your comment").fill("Now it is clear.")
        press(page, "Sign")
        told(page, "is signed and final")
        axe(page)
    assert Pathway.objects.get(family=world.family).closed_on == A_WEEK_ON


@pytest.mark.requirement("ALL-07")
def test_a_manager_is_told_of_emergency_access_and_it_ends_by_itself(
    page: Page, world: World, sign_in: SignIn, console: Console
) -> None:
    console.allow("404")
    elsewhere = make_user("practitioner", make_team("Hillside"), name="Bola Idris")
    with on_the_day(OPENED, at=time(19)):
        sign_in(page, elsewhere)
        page.goto(f"/families/{world.family.pk}/")
        told(page, re.compile("not find|no page|not here|is not", re.I))
        page.goto("/families/")
        press(page, "Open a record in an emergency")
        axe(page)
        page.get_by_label("Family reference").fill(world.family.reference)
        page.get_by_label("What has happened").fill("The police rang: nobody is home for Kit.")
        press(page, "Open the record")
        told(page, "You opened this record in an emergency")
        told(page, "Kit")
        axe(page)
    assert Look.objects.filter(family_id=world.family.pk, user_id=elsewhere.pk, emergency=True).exists()

    with on_the_day(date(2026, 3, 4)):
        sign_in(page, world.manager)
        page.goto("/")
        told(page, "Opened in an emergency")
        told(page, "Bola Idris")
        told(page, "The police rang: nobody is home for Kit.")
        axe(page)
        follow(page, "Look into them")
        page.get_by_label("What you found").fill("Right to look. Kit was at his aunt’s.")
        press(page, "I have looked into this")
        axe(page)

    with on_the_day(date(2026, 3, 5)):
        sign_in(page, elsewhere)
        page.goto(f"/families/{world.family.pk}/")
        expect(page.get_by_role("main")).not_to_contain_text("Kit")
    assert not Family.objects.for_user(elsewhere).filter(pk=world.family.pk).exists()
