"""Claims through the pages: what is missing is said, an outcome is claimed for once, and a list is taken out."""

import io
from typing import Any
from zipfile import ZipFile

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from alongside.access.models import Look
from alongside.journey.tests.making import World, finished, make_world
from alongside.people.tests.makers import make_family
from alongside.plans.claims.actions import claim_outcome
from alongside.plans.claims.models import Claim
from alongside.story.models import Fact
from tests.pages import CheckedClient

NEEDS = ["education", "health", "secure-housing"]


def shown(title: str) -> dict[str, Any]:
    return {
        "title": title, "baseline": "", "state": "reached", "now": "Steady since spring.", "shown_by": "A letter",
        "document": None, "since": {"day": "1", "month": "2", "year": "2024"},
    }  # fmt: skip


@pytest.fixture
def ready(db: None) -> World:
    """A family with all that a claim asks for."""
    world = make_world()
    world.open_support(days_ago=30)
    finished(world, form="initial-assessment", days_ago=20, needs=NEEDS, baseline_education="Half of the lessons.")
    finished(world, form="inter-agency-assessment", days_ago=18)
    finished(world, form="family-plan", days_ago=15)
    for days in (10, 5):
        finished(world, form="review", days_ago=days)
    answers = {"outcomes_shown": {need: shown(need) for need in NEEDS}}
    finished(
        world,
        form="distance-travelled",
        days_ago=2,
        needs=NEEDS,
        distance={"health": {"value": 8, "words": ""}},
        **answers,
    )
    return world


@pytest.mark.requirement("EP-29")
def test_what_is_missing_is_said_and_an_outcome_is_claimed_for_once(client: CheckedClient, ready: World) -> None:
    world, address = ready, reverse("family-claim", args=[ready.family.pk])
    client.force_login(world.manager)
    page = client.get(address).content.decode()
    assert "3 outcomes ready to be claimed for" in page
    assert "Half of the lessons." in page
    assert client.post(address, {"outcome": "education"}).status_code == 302
    assert client.post(address, {"outcome": "education"}).status_code == 422
    assert client.post(address, {"outcome": "early-years"}).status_code == 422
    assert Claim.objects.get().claimed_by == world.manager
    assert Fact.objects.filter(family=world.family, name="claim.made").count() == 1
    with pytest.raises(ValidationError, match="Claimed on"):
        claim_outcome(family=world.family, outcome="education", by=world.manager)
    client.force_login(world.lead)
    assert "Mark as claimed" not in client.get(address).content.decode()
    assert client.post(address, {"outcome": "health"}).status_code == 403
    other = make_family("Larch", team=world.team, by=world.lead)
    client.force_login(world.manager)
    assert "3 asked for" in client.get(reverse("family-claim", args=[other.pk])).content.decode()


@pytest.mark.requirement("EP-29")
def test_the_list_is_of_who_is_ready_and_is_taken_out_with_a_line_on_the_trail(
    client: CheckedClient, ready: World
) -> None:
    client.force_login(ready.manager)
    assert "Rowan" in client.get(reverse("claims")).content.decode()
    with CaptureQueriesContext(connection) as asked:
        client.get(reverse("claims"), {"show": "all"})
    assert len([one for one in asked if not one["sql"].startswith(("SAVEPOINT", "RELEASE"))]) <= 15
    lines = b"".join(client.get(reverse("claims-csv")).streaming_content).decode().splitlines()  # type: ignore[attr-defined]
    assert len(lines) == 4
    assert "Getting a good education" in lines[1]
    book = ZipFile(io.BytesIO(client.get(reverse("claims-xlsx")).content))
    assert "xl/worksheets/sheet1.xml" in book.namelist()
    assert Look.objects.filter(what__startswith="claims").count() == 2
    client.force_login(ready.lead)
    assert client.get(reverse("claims")).status_code == 403
