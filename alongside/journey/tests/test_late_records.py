"""A record that is written down too late says why, once; and a long record shows which of its parts are missing."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from alongside.journey.models import DueRow
from alongside.journey.tests.making import World, finished, make_world, today, written
from alongside.story import actions as story
from alongside.story.lateness import late_since
from alongside.story.models import Entry
from alongside.story.queries.entries import filled

WHY = "why-late"


@pytest.fixture
def world(db: None) -> World:
    """A family at level 3 with a lead practitioner, for a month."""
    world = make_world()
    world.decide("level-3", lead_practitioner=world.lead, days_ago=30)
    return world


@pytest.mark.requirement("EP-15")
def test_a_visit_written_up_late_asks_why_and_what_is_due_has_the_reason(client: Client, world: World) -> None:
    entry = written(world, form="home-visit", days_ago=20, why_late="")
    client.force_login(world.lead)
    check = reverse("entry-check", args=[entry.pk])
    assert "This should have been written down by" in client.post(check).content.decode()
    assert (
        "Why could this not be written up in time?"
        in client.get(reverse("entry-edit", args=[entry.pk])).content.decode()
    )
    revision = filled(entry).kept[WHY].revision
    story.save_answer(entry_id=entry.pk, key=WHY, value="I was ill.", revision=revision, by=world.lead)
    client.post(check)
    row = DueRow.objects.get(family=world.family, standard="visit-recorded")
    assert (Entry.objects.get(pk=entry.pk).status, row.met_late, row.late_reason) == ("final", True, "I was ill.")


def test_a_visit_written_up_in_time_is_asked_nothing_and_says_nothing_of_it(client: Client, world: World) -> None:
    entry = written(world, form="home-visit", why_late="")
    client.force_login(world.lead)
    for page in ("entry-edit", "entry-check"):
        assert "written up in time" not in client.get(reverse(page, args=[entry.pk])).content.decode()
    assert story.finalise(entry=entry, by=world.lead).is_final


def test_a_new_version_is_not_late_because_its_first_was_in_time(world: World) -> None:
    first = finished(world, form="home-visit")
    amended = story.amend(entry=first, why="A name was wrong.", by=world.lead)
    assert late_since(amended, today() + timedelta(days=60)) is None


@pytest.mark.requirement("EP-06")
def test_the_initial_assessment_shows_its_parts_as_a_list_that_fills_with_its_clock(
    client: Client, world: World
) -> None:
    entry = story.start(form_id="initial-assessment", by=world.lead, team=world.team, family=world.family)
    client.force_login(world.lead)
    edit, check = (reverse(name, args=[entry.pk]) for name in ("entry-edit", "entry-check"))
    page = client.get(edit).content.decode()
    assert [page.count(words) for words in ("Missing</strong>", "May wait</strong>")] == [4, 1]
    assert "The initial assessment: by" in page
    assert "15 working days" in page
    story.save_answer(entry_id=entry.pk, key="risk-summary", value="None found.", revision=0, by=world.lead)
    assert client.get(edit).content.decode().count(" to do</strong>") == 1
    assert client.post(check).status_code == 422
    whole = written(world, form="initial-assessment")
    assert client.get(reverse("entry-check", args=[whole.pk])).content.decode().count("Complete</strong>") == 4
