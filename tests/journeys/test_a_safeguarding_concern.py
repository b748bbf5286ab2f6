"""A worry on a phone reaches a manager at once, who decides; it is referred, and what comes back is told."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from alongside.story.models import Document
from alongside.story.tests.makers import World
from tests.browser import axe, fits_its_width
from tests.journeys.steps import choose, finish, follow, press, question, run_waiting_jobs, told, write

pytestmark = [
    pytest.mark.requirement("EP-16"), pytest.mark.requirement("EP-30"), pytest.mark.django_db(transaction=True),
]  # fmt: skip
SignIn = Callable[[Page, object], None]


def looked_at(page: Page) -> None:
    axe(page)
    fits_its_width(page)


def test_raised_on_a_phone_decided_referred_and_answered(
    phone: Page, page: Page, world: World, sign_in: SignIn
) -> None:
    phone.set_viewport_size({"width": 320, "height": 640})
    sign_in(phone, world.practitioner)
    phone.goto(f"/families/{world.family.pk}/")
    follow(phone, "Raise a concern")
    told(phone, "Call 999")
    looked_at(phone)
    press(phone, "Write it down and tell a manager")
    choose(phone, "about-whom", "A child or young person")
    choose(phone, "danger-now", "Nobody is at this moment")
    write(phone, "concern", "Zuri had a handprint on her arm.")
    choose(phone, "manager-told", "Not yet")
    looked_at(phone)
    press(phone, "Send to a manager now")
    phone.wait_for_url(re.compile("/check/"))
    told(phone, "Does the family know")
    phone.get_by_role("link", name="Back to writing").click()
    write(phone, "family-told", "Not yet.")
    press(phone, "Send to a manager now")
    phone.wait_for_url(re.compile("/concerns/"))
    told(phone, "Sent. Jo Marsh was told just now.")
    looked_at(phone)

    sign_in(page, world.manager)
    page.goto("/")
    expect(page.get_by_role("navigation", name="Main")).to_contain_text("(1 new)")
    told(page, "Safeguarding concern")
    axe(page)
    page.goto("/notices/")
    press(page, re.compile("Safeguarding concern, Okonjo"))
    told(page, "To be decided by")
    looked_at(page)
    press(page, "Write the decision")
    expect(question(page, "concern").locator("textarea")).to_have_value("Zuri had a handprint on her arm.")
    write(page, "evidence", "What the class teacher saw.")
    write(page, "impact-on-child", "She is afraid to go home.")
    choose(page, "decision", "Refer now")
    choose(page, "refer-to", "The front door, for a child")
    write(page, "decision-why", "A mark, and no account of it.")
    finish(page)
    follow(page, "Safeguarding concern")

    press(page, "Safeguarding referral")
    question(page, "who-may-be-harmed").get_by_label(re.compile("^Zuri")).check()
    write(page, "family-told", "No: it may put Zuri at risk.")
    choose(page, "how-sent", "By telephone")
    write(page, "taken-by", "Bea Longhurst, front door")
    finish(page)
    run_waiting_jobs()
    assert Document.objects.filter(category="safeguarding", name__startswith="Safeguarding referral").count() == 1

    follow(page, "Safeguarding concern")
    press(page, "Record what came of it")
    write(page, "answered-by", "Bea Longhurst")
    choose(page, "answer", "They take it on")
    write(page, "their-words", "A social worker visits today.")
    choose(page, "we-agree", "We agree")
    write(page, "what-next", "We stay beside her at school.")
    finish(page)
    phone.goto("/notices/")
    told(phone, "There is an answer to a referral, Okonjo: They take it on")
    looked_at(phone)
    phone.goto("/concerns/")
    told(phone, "Finished")
    looked_at(phone)
