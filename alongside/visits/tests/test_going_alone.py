"""Before leaving, and until word comes: the risks are read, and who is not back is missed."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from alongside.access.models import User
from alongside.journey.tests.making import World, finished
from alongside.notices.models import Notice
from alongside.people.actions import restrict
from alongside.people.tests.makers import make_team, make_user
from alongside.visits import tasks
from alongside.visits.models import PlannedVisit

Plan = Callable[..., PlannedVisit]


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the job worker does, done at once."""
    monkeypatch.setattr(tasks.miss, "defer", tasks.miss)


@pytest.fixture
def overdue(planned: Plan, buddy: User) -> PlannedVisit:
    """A visit whose visitor should have been heard of."""
    visit = planned(hours=-3, buddy=buddy, back_by=timezone.now() + timedelta(hours=9))
    PlannedVisit.objects.filter(pk=visit.pk).update(back_by=timezone.now() - timedelta(minutes=1))
    visit.refresh_from_db()
    return visit


@pytest.mark.requirement("EP-10")
def test_a_first_visit_without_a_risk_assessment_says_so_and_the_risks_are_ticked_as_read(
    by_lead: Client, world: World, planned: Plan
) -> None:
    here = reverse("family-visit", args=[world.family.pk, planned().pk])
    assert "This is the first visit, and the risks" in by_lead.get(here).content.decode()
    assert "Tick that you have read" in by_lead.post(here, {"do": "risks"}, follow=True).content.decode()
    assert "Read by Leo Lead" in by_lead.post(here, {"do": "risks", "read": "yes"}, follow=True).content.decode()
    finished(world, form="risk-assessment")
    assert "Risks last looked at" in by_lead.get(here).content.decode()


def test_who_is_not_back_is_missed_once_by_manager_and_buddy_and_no_notice_names_the_family(
    world: World, buddy: User, overdue: PlannedVisit
) -> None:
    assert tasks.miss_who_is_not_back(0) == 1
    assert tasks.miss_who_is_not_back(0) == 0
    told = Notice.objects.filter(kind="not-back")
    assert {one.to for one in told} == {world.manager, buddy}
    assert all(one.urgent and one.family is None for one in told)
    assert not [one for one in told if world.family.name in one.title or world.child.given_names in one.title]


def test_a_visitor_says_on_a_telephone_that_they_are_safe(by_lead: Client, world: World, overdue: PlannedVisit) -> None:
    here = reverse("family-visit", args=[world.family.pk, overdue.pk])
    assert "Nobody has heard that" in by_lead.get(here).content.decode()
    by_lead.post(here, {"do": "safe"})
    assert tasks.miss_who_is_not_back(0) == 0
    assert "Safe: Leo Lead said so" in by_lead.get(here).content.decode()


def test_a_buddy_who_does_not_know_the_family_sees_where_and_not_who(
    client: Client, world: World, planned: Plan, buddy: User
) -> None:
    restrict(family=world.family, reason="Somebody on the team knows them", by=world.manager)
    visit = planned(buddy=buddy, back_by=timezone.now() + timedelta(hours=26), lone_note="I come by bus")
    client.force_login(buddy)
    page = client.get(reverse("lone-visit", args=[visit.pk])).content.decode()
    assert "At home" in page
    assert "I come by bus" in page
    assert world.family.name not in page
    assert reverse("family-visit", args=[world.family.pk, visit.pk]) not in page
    assert client.get(reverse("family-visit", args=[world.family.pk, visit.pk])).status_code == 404
    client.force_login(make_user("practitioner", make_team("Elsewhere"), name="Sam Stranger"))
    assert client.get(reverse("lone-visit", args=[visit.pk])).status_code == 404


def test_a_buddy_needs_to_know_by_when(planned: Plan, buddy: User, world: World) -> None:
    with pytest.raises(ValidationError, match="by when your buddy"):
        planned(buddy=buddy)
    with pytest.raises(ValidationError, match="does not come along"):
        planned(buddy=world.lead, back_by=timezone.now() + timedelta(hours=26))
