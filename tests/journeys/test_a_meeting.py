"""A team around the family, from the invitation to the minutes: on a laptop, and on a doctor's phone."""

import re
from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from django.core import mail
from django.utils import timezone
from playwright.sync_api import Page, expect

from alongside.journey import actions as journey
from alongside.meetings.models import Invitation, Meeting
from alongside.meetings.tasks import mail_invitation, mail_minutes
from alongside.story.tests.makers import World
from tests.browser import Console, axe, fits_its_width
from tests.journeys.steps import finish, press, question, told, write

pytestmark = pytest.mark.django_db(transaction=True)
NARROWEST = {"width": 320, "height": 640}


@pytest.fixture(autouse=True)
def mails_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the job worker does, done at once."""
    for task in (mail_invitation, mail_minutes):
        monkeypatch.setattr(task, "defer", task)


def link_in_last_mail() -> str:
    found = re.search(r"/(?:invitation|minutes)/\S+/", str(mail.outbox[-1].body))
    assert found
    return found[0]


def day_in(page: Page, name: str, day: datetime) -> None:
    for part, number in (("day", day.day), ("month", day.month), ("year", day.year)):
        page.locator(f"[name='{name}-{part}']").fill(str(number))


@pytest.mark.requirement("EP-22", "EP-21", "EP-23")
def test_a_team_meets_and_the_one_who_was_not_there_reads_what_was_agreed(
    page: Page, phone: Page, world: World, sign_in: Callable[..., None], console: Console
) -> None:
    console.allow("422")
    journey.decide_level(
        family=world.family, level="level-3", why="Several of us help.", decided_on=timezone.localdate(),
        by=world.manager, lead_practitioner=world.practitioner,
    )  # fmt: skip
    sign_in(page, world.practitioner)
    page.goto(f"/families/{world.family.pk}/meetings/")
    axe(page)
    press(page, "Arrange a meeting")
    day_in(page, "day", timezone.localtime())
    page.get_by_label("From").fill("10:00")
    page.get_by_label("Where you meet").fill("The school library")
    page.get_by_label("Anybody else").fill("Dr Lee, Weir Street Surgery, lee@surgery.example")
    axe(page)
    press(page, "Arrange and invite")
    expect(page.get_by_role("heading", name="Team around the family", level=1)).to_be_visible()
    axe(page)

    # The doctor, on a phone.
    phone.set_viewport_size(NARROWEST)  # type: ignore[arg-type]
    phone.goto(link_in_last_mail())
    fits_its_width(phone)
    axe(phone)
    phone.get_by_label("No, I cannot come").check()
    phone.get_by_label("What would you like to be said").fill("The inhaler must be at school.")
    press(phone, "Answer")
    told(phone, "Thank you.")

    # In the room: the screen begins with what is known, and keeps what is typed.
    page.reload()
    press(page, "Begin: Team around the family meeting")
    expect(page.get_by_text("What those who are asked have answered")).to_be_visible()
    fits_its_width(page)
    axe(page)
    page.set_viewport_size(NARROWEST)  # type: ignore[arg-type]
    fits_its_width(page)
    page.set_viewport_size({"width": 1280, "height": 900})
    here = question(page, "attendance")
    for box in here.get_by_label("In person").all():
        box.check()
    here.get_by_label("Came?").first.select_option("In person")
    for child in world.children:
        write(page, f"childs-voice@{child.pk}", f"{child.name} wants the bus back.")
    write(page, "what-was-said", "The inhaler goes to school on Monday.")
    day_in(page, "next-day", timezone.localtime() + timedelta(days=42))
    press(page, "Arrange the next meeting")
    told(page, "The next meeting is arranged")
    expect(question(page, "what-was-said").get_by_role("textbox")).to_have_value(
        "The inhaler goes to school on Monday."
    )
    finish(page)
    expect(page.get_by_role("heading", name="The minutes are ready")).to_be_visible()
    axe(page)
    press(page, "Tell those who were not there")
    told(page, "Dr Lee: told")
    assert Invitation.objects.get(name="Dr Lee", meeting__state=Meeting.State.HELD).told_at

    phone.goto(link_in_last_mail())
    expect(phone.get_by_text("The inhaler goes to school on Monday.").first).to_be_visible()
    fits_its_width(phone)
    axe(phone)
