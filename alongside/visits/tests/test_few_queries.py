"""Pages of visits ask as little of many visits as of few."""

from collections.abc import Callable

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from alongside.journey.tests.making import World
from alongside.visits.models import PlannedVisit


def test_pages_of_visits_take_few_queries_however_many_there_are(
    by_lead: Client, world: World, planned: Callable[..., PlannedVisit]
) -> None:
    visit, family = planned(), world.family.pk
    pages = [
        reverse(name, args=args)
        for name, args in {
            "my-calendar": [], "family-visits": [family], "family-visit": [family, visit.pk], "family": [family],
            "visit-plan": [family], "first-steps": [family],
        }.items()
    ]  # fmt: skip
    few = [_queries(by_lead, page) for page in pages for _ in range(2)][1::2]
    for hours in range(30, 42):
        planned(hours=hours)
    assert [_queries(by_lead, page) for page in pages] == few
    assert max(few) <= 15, dict(zip(pages, few, strict=True))


def _queries(client: Client, page: str) -> int:
    with CaptureQueriesContext(connection) as asked:
        assert client.get(page).status_code == 200
    return len([one for one in asked if not one["sql"].startswith(("SAVEPOINT", "RELEASE"))])
