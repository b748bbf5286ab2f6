"""The first weeks: the first contact, the professionals around the family, and the first meeting."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from alongside.journey.tests.making import World, finished, today
from alongside.meetings import actions as meetings
from alongside.people.actions import involve
from alongside.story.models import Fact


@pytest.mark.requirement("EP-07")
def test_first_steps_show_their_clocks_until_the_call_and_the_meeting_meet_them(by_lead: Client, world: World) -> None:
    here = reverse("first-steps", args=[world.family.pk])
    page = by_lead.get(here).content.decode()
    assert "A first contact with the family" in page
    assert "A first meeting of the team around the family" in page
    met = page.count("Met</strong>")
    finished(world, form="telephone-call", spoke_with=["family"])
    soon = timezone.now() + timedelta(days=20)
    meetings.arrange(
        kind="team-around-the-family", family=world.family, place="The hall", by=world.lead, starts_at=soon,
        ends_at=soon + timedelta(hours=1),
    )  # fmt: skip
    assert by_lead.get(here).content.decode().count("Met</strong>") == met + 2


@pytest.mark.requirement("EP-07")
def test_professionals_are_ticked_off_as_they_are_contacted(by_lead: Client, world: World) -> None:
    doctor = involve(family=world.family, role="professional", name="Dr Lee", agency="Weir Surgery", by=world.lead)
    here = reverse("first-steps", args=[world.family.pk])
    assert "0 of 1 contacted" in by_lead.get(here).content.decode()
    assert "You were in touch with Dr Lee" in by_lead.get(here, {"who": doctor.pk}).content.decode()
    on = today()
    said = {
        "who": doctor.pk,
        "on-day": on.day,
        "on-month": on.month,
        "on-year": on.year,
        "words": "She sees Rosa monthly",
    }
    assert by_lead.post(here, said | {"on-year": on.year + 1}).status_code == 422
    page = by_lead.post(here, said, follow=True).content.decode()
    assert "1 of 1 contacted" in page
    assert "She sees Rosa monthly" in page
    by_lead.post(here, {"who": doctor.pk, "take-back": "yes"})
    assert "0 of 1 contacted" in by_lead.get(here).content.decode()
    assert not Fact.objects.filter(name="professional.contacted", replaced_by=None).exists()
