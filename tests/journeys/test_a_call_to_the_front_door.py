"""A teacher gets ready on her phone, with no account; an adviser takes it in the call, decides, and tells her."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from alongside.frontdoor import actions
from alongside.frontdoor.models import Contact
from alongside.frontdoor.tests.conftest import decide, sent
from alongside.people.models import Family
from alongside.people.tests.makers import make_user
from alongside.story.models import Statement
from alongside.story.tests.makers import World
from tests.browser import axe, fits_its_width
from tests.journeys.steps import choose, finish, follow, press, question, run_waiting_jobs, told, write

pytestmark = pytest.mark.django_db(transaction=True)
SignIn = Callable[[Page, object], None]


@pytest.mark.requirement("FD-01", "FD-02", "FD-06")
def test_prepared_on_a_phone_taken_in_the_call_decided_and_told(
    phone: Page, page: Page, world: World, sign_in: SignIn, mailoutbox: list[object]
) -> None:
    adviser = make_user("adviser", world.team, name="Nadia Sorrell")
    earlier = actions.take(contact=sent(about=["unnamed"]), team=world.team, by=adviser)
    decide(earlier, adviser, outcome=["advice-only"])

    phone.set_viewport_size({"width": 320, "height": 640})
    phone.goto("/front-door/prepare/")
    told(phone, "Whom to call, at this hour")
    write(phone, "caller", "Priya Nair")
    choose(phone, "caller-service", "A school or college")
    write(phone, "caller-email", "priya@millbrook.example")
    choose(phone, "about", "A family that I name")
    choose(phone, "spoken-with-family", "They know, and are content")
    write(phone, "worry", "Tomas falls asleep in class.")
    row = question(phone, "household").locator("[data-row]").first
    row.get_by_label(re.compile("^Name")).fill("Tomas Lindgren")
    row.get_by_label(re.compile("^Born")).fill("9/3/2016")
    row.get_by_label(re.compile("^A child")).check()
    said = question(phone, "said").locator("[data-row]").first
    said.get_by_label(re.compile("^What")).fill("There is nothing in the fridge.")
    said.get_by_label(re.compile("^How is it known")).select_option("child-said")
    expect(phone.locator("[data-guide-state]")).to_contain_text("Kept on this device")
    expect(question(phone, "which-place")).to_be_hidden()
    axe(phone)
    fits_its_width(phone)
    phone.reload()  # the bus went into a tunnel
    expect(question(phone, "worry").locator("textarea")).to_have_value("Tomas falls asleep in class.")
    expect(question(phone, "said").locator("select").first).to_have_value("child-said")
    press(phone, "Send it to the front door")
    told(phone, "Your guide was sent")
    contact = Contact.objects.get(caller="Priya Nair", decided_on=None)
    told(phone, contact.reference)
    axe(phone)
    fits_its_width(phone)
    assert phone.evaluate("localStorage.getItem('alongside.guide')") is None

    sign_in(page, adviser)
    page.goto("/")
    follow(page, "Front door", within="nav.app-nav")
    told(page, contact.reference)
    axe(page)
    press(page, re.compile(f"Take it.*{contact.reference}"))
    expect(question(page, "worry").locator("textarea")).to_have_value("Tomas falls asleep in class.")
    expect(page.locator(".draft-mark").first).to_have_text("From the caller’s guide")
    expect(page.locator("[data-call-found]")).to_contain_text(earlier.reference)  # found by itself
    question(page, "worry").locator("textarea").focus()
    page.keyboard.press("Alt+ArrowDown")
    expect(question(page, "said").locator("textarea").first).to_be_focused()
    axe(page)
    follow(page, "Make a family of those named")
    axe(page)
    press(page, "Make the family")
    told(page, "The Lindgren family is made")
    choose(page, "level", "Early help, short term")
    choose(page, "outcome", "Early help by one service or a lead practitioner")
    write(page, "advice", "Food today, and a talk with his mother.")
    for part, value in zip(("day", "month", "year"), _today(contact), strict=True):
        page.locator(f"[name='decided-on:{part}']").fill(str(value))
    choose(page, "caller-told", "They still have to be told")
    finish(page)
    told(page, "Early help by one service")
    axe(page)
    press(page, "Tell the caller in writing")
    told(page, "Food today")
    axe(page)
    press(page, "Send the link")
    told(page, "A mail with a link is on its way")
    run_waiting_jobs()
    family = Family.objects.get(name="Lindgren")
    page.goto(f"/families/{family.pk}/")
    told(page, "Front door conversation")
    assert Statement.objects.get(family=family).words == "There is nothing in the fridge."

    link = re.search(r"/front-door/answer/\S+/", str(getattr(mailoutbox[-1], "body", "")))
    assert link
    phone.goto(link[0])
    told(phone, "Food today, and a talk with his mother.")
    axe(phone)
    fits_its_width(phone)


def _today(contact: Contact) -> tuple[int, int, int]:
    on = contact.received_at.date()
    return on.day, on.month, on.year
