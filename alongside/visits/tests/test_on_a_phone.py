"""A visit from the plan to its record, on a telephone."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from alongside.journey.tests.making import World, make_world
from alongside.story.models import Entry
from alongside.visits.models import PlannedVisit
from tests.browser import axe, fits_its_width

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def world() -> World:
    world = make_world()
    world.decide("level-3", lead_practitioner=world.lead)
    return world


@pytest.mark.requirement("EP-08", "EP-10")
def test_a_visit_is_planned_made_and_written_up_on_a_telephone(phone: Page, sign_in: Any, world: World) -> None:
    sign_in(phone, world.lead)
    phone.goto(f"/families/{world.family.pk}/visits/")
    fits_its_width(phone)
    axe(phone)
    phone.get_by_role("button", name="Plan a visit").click()
    fits_its_width(phone)
    axe(phone)
    on = timezone.localdate()
    for part, number in (("Day", on.day), ("Month", on.month), ("Year", on.year)):
        phone.get_by_role("group", name="Day").get_by_label(part, exact=True).fill(str(number))
    for label, value in (("From", "10:00"), ("Where?", "At home"), ("What for", "Talk about mornings")):
        phone.get_by_label(label).first.fill(value)
    phone.get_by_label("Maya", exact=True).check()
    phone.get_by_label("Who is your buddy?").select_option("Miriam Manager")
    phone.get_by_label("By when will you say").fill("23:30")
    phone.get_by_role("button", name="Plan it").click()
    expect(phone.get_by_text("This is the first visit, and the risks")).to_be_visible()
    fits_its_width(phone)
    axe(phone)
    phone.get_by_label("I have read the dangers").check()
    phone.get_by_role("button", name="Note it").click()
    phone.get_by_role("button", name="I am safe").click()
    expect(phone.get_by_text("Safe: Leo Lead said so")).to_be_visible()
    visit = PlannedVisit.objects.get()
    assert visit.safe_at
    assert timezone.now() - visit.safe_at < timedelta(minutes=5)
    phone.goto("/calendar/")
    fits_its_width(phone)
    axe(phone)
    phone.get_by_role("link", name="Rowan", exact=True).click()
    phone.get_by_role("button", name="Done: write it up").click()
    phone.get_by_label("Maya", exact=True).check()
    phone.get_by_role("button", name="Begin the record").click()
    expect(phone.get_by_label("Why did you visit")).to_have_value("Talk about mornings")
    assert Entry.objects.get(planned_visit=visit).is_draft
