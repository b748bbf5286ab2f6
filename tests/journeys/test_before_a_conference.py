"""Before a conference: arranged with care, a report comes by link, the chair decides who reads it, packs are made."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone
from playwright.sync_api import Page, expect

from alongside.conferences.models import Conference
from alongside.conferences.queries.opened import opened_packs
from alongside.conferences.tasks import mail_pack
from alongside.contributions.tasks import mail_request
from alongside.journey import actions as journey
from alongside.meetings.tasks import mail_invitation
from alongside.people.actions import add_contact_point
from alongside.people.tests.makers import make_team, make_user
from alongside.story.tests.makers import World
from tests.browser import Console, axe, fits_its_width
from tests.journeys.steps import press, question, run_waiting_jobs, told, write

pytestmark = pytest.mark.django_db(transaction=True)
NARROWEST = {"width": 320, "height": 640}


@pytest.fixture(autouse=True)
def mails_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the job worker does, done at once; packs wait for the worker."""
    for task in (mail_request, mail_invitation, mail_pack):
        monkeypatch.setattr(task, "defer", task)


@pytest.mark.requirement("RC-01", "RC-02", "RC-03")
def test_a_conference_is_prepared_and_a_mother_reads_what_she_may(
    page: Page, phone: Page, world: World, sign_in: Callable[..., None], console: Console
) -> None:
    assert world.parent is not None
    mother = world.parent
    journey.decide_level(
        family=world.family, level="level-4", why="They may be hurt.", decided_on=timezone.localdate(),
        by=world.manager, lead_practitioner=world.practitioner,
    )  # fmt: skip
    add_contact_point(person=mother, kind="email", value="home@okonjo.example", safe="yes", by=world.manager)
    service = make_team("Conference service")
    chair = make_user("chair", service, name="Imogen Vale")
    make_user("minute-taker", service, name="Tobias Quill")

    # Arranged on one page, with everybody who is to come.
    sign_in(page, world.practitioner)
    page.goto(f"/families/{world.family.pk}/meetings/")
    page.get_by_role("link", name="Arrange a conference").click()
    day = timezone.localdate() + timedelta(days=14)
    for part, number in (("Day", day.day), ("Month", day.month), ("Year", day.year)):
        page.get_by_label(part, exact=True).fill(str(number))
    page.get_by_label("From").fill("10:00")
    page.get_by_label("Where you meet").fill("Civic centre")
    page.get_by_label("Who chairs?").select_option("Imogen Vale")
    page.get_by_label("Who writes the statements").select_option("Tobias Quill")
    page.get_by_label("Anybody else").fill("Ms Amin, Hill School, amin@hill.example\nThe uncle")
    axe(page)
    press(page, "Arrange and invite")
    told(page, "Be there from 09:30")

    # Two must not meet, and the page warns until that is seen to.
    page.get_by_text("Say who must not meet").click()
    page.get_by_label("Who", exact=True).select_option("Ms Amin")
    page.get_by_label("must not meet").select_option("The uncle")
    page.get_by_label("Each has a room of their own").check()
    press(page, "Keep them apart")
    told(page, "Ms Amin and The uncle")
    axe(page)
    page.get_by_role("link", name="Ask for reports").click()
    axe(page)
    press(page, "Ask for them")
    told(page, "Hill School")

    # The school writes on the narrowest phone.
    asked = next(one for one in mail.outbox if "/contribute/" in str(one.body))
    link = re.search(r"/contribute/\S+/", str(asked.body))
    assert link
    phone.set_viewport_size(NARROWEST)  # type: ignore[arg-type]
    phone.goto(link[0])
    write(phone, "agency", "Hill School, Ms Amin")
    write(phone, "how-known", "Since reception.")
    for child in world.children:
        write(phone, f"about-child@{child.pk}", f"{child.name} is tired on Mondays.")
    write(phone, "confidential", "A neighbour told us, and is afraid.")
    question(phone, "family-has-read").get_by_label("They have it").check()
    press(phone, "Read it through and send")
    press(phone, re.compile("^Send to"))
    told(phone, "it has been sent")

    # The chair sees what is restricted, has packs made, and the page says by itself when they are ready.
    conference = Conference.objects.get()
    sign_in(page, chair)
    page.goto(f"/families/{world.family.pk}/conferences/{conference.meeting_id}/reading/")
    told(page, "Without what is restricted")
    axe(page)
    page.get_by_role("link", name="Report of Hill School").click()
    axe(page)
    press(page, "Decide")
    press(page, "Make a pack for everybody")
    told(page, "being made")
    run_waiting_jobs()
    expect(page.get_by_text("Ready").first).to_be_visible()
    press(page, re.compile("^Send .* packs"))
    told(page, "Not opened yet")
    axe(page)

    # The mother opens hers from the mail, which names nobody.
    sent = next(one for one in mail.outbox if one.to == ["home@okonjo.example"] and "/reading-pack/" in str(one.body))
    assert "Okonjo" not in sent.body
    own = re.search(r"/reading-pack/\S+/", str(sent.body))
    assert own
    phone.goto(own[0])
    fits_its_width(phone)
    axe(phone)
    answer = phone.request.get(f"{own[0]}reading-pack.pdf")
    assert answer.body()[:4] == b"%PDF"
    assert len(opened_packs(conference)) == 1
