"""The pages of a family: what they show, to whom, and at what cost."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from alongside.access.models import Look
from alongside.journey.models import LevelDecision
from alongside.journey.tests.making import World, draft, today
from alongside.people.tests.makers import make_user
from alongside.story.models import Entry, PersonSeen
from tests.pages import CheckedClient

TABS = ("family", "family-map", "family-plan", "family-documents", "family-level", "family-due")


def page(client: CheckedClient, world: World, name: str = "family", query: str = "") -> str:
    response = client.get(reverse(name, args=[world.family.pk]) + query)
    assert response.status_code == 200
    return response.content.decode()


@pytest.fixture
def client(client: CheckedClient, world: World) -> CheckedClient:
    client.force_login(world.lead)
    return client


@pytest.mark.parametrize("name", TABS)
def test_every_page_reads_well_before_anything_happened(client: CheckedClient, world: World, name: str) -> None:
    text = page(client, world, name)
    assert "Rowan" in text
    assert "No level has been decided yet" in text


@pytest.mark.requirement("3C-01")
def test_the_level_stands_on_every_page_and_on_each_tab_with_who_when_and_why(
    client: CheckedClient, world: World
) -> None:
    world.open_support()
    for name in TABS:
        text = page(client, world, name)
        assert "Level 2: Early help, short term" in text
        assert "Lead practitioner: <strong>Leo Lead</strong>" in text
    for name in ("family", "family-map", "family-plan", "family-documents"):
        text = page(client, world, name)
        assert "decided by Leo Lead" in text
        assert "Rosa asked for help at home." in text
        assert "Support open since" in text


def test_the_header_shows_what_is_due_next_with_its_reason(client: CheckedClient, world: World) -> None:
    world.open_support(days_ago=30)
    text = page(client, world)
    assert "overdue" in text
    assert "Why this is due" in text
    assert "The family’s agreement" in text


@pytest.mark.parametrize("name", TABS)
def test_who_has_no_need_to_know_finds_nothing(world: World, name: str) -> None:
    for role in ("practitioner", "administrator", "auditor"):
        stranger = CheckedClient()
        stranger.force_login(make_user(role))
        response = stranger.get(reverse(name, args=[world.family.pk]))
        assert response.status_code == 404
        assert b"Rowan" not in response.content


def test_each_page_leaves_one_look(client: CheckedClient, world: World) -> None:
    page(client, world, "family-map")
    look = Look.objects.get(family_id=world.family.pk)
    assert look.what == "the map"


@pytest.mark.parametrize("name", TABS)
def test_pages_ask_as_little_of_a_long_record_as_of_a_short_one(client: CheckedClient, world: World, name: str) -> None:
    world.open_support(days_ago=60)
    many(world, 20)
    page(client, world, name)
    few = queries(client, world, name)
    many(world, 1980)
    assert queries(client, world, name) == few
    assert few <= 15


def queries(client: CheckedClient, world: World, name: str) -> int:
    with CaptureQueriesContext(
        connection,
    ) as asked:
        page(client, world, name)
    return len([one for one in asked if not one["sql"].startswith(("SAVEPOINT", "RELEASE", "ROLLBACK"))])


def many(world: World, number: int) -> None:
    """Put a long story on the record, quickly."""
    one = draft(world, form="note")
    Entry.objects.bulk_create(
        Entry(
            pack_version=one.pack_version,
            form_id="note",
            kind=one.kind,
            stands_in="note",
            title=one.title,
            about="family",
            family=world.family,
            team=world.team,
            author=world.lead,
            status="final",
            happened_on=today() - timedelta(days=place % 900),
            finalised_at=timezone.now(),
            finalised_by=world.lead,
            summary="Spoke with Rosa about the mornings.",
        )
        for place in range(number)
    )
    Entry.objects.filter(pk=one.pk).update(status="set-aside")


def test_a_level_is_decided_on_its_page(client: CheckedClient, world: World) -> None:
    now = today()
    sent = {
        "level": "level-2", "why": "Mornings are hard.", "lead_practitioner": world.lead.pk, "standing": 0,
        "decided_on-day": now.day, "decided_on-month": now.month, "decided_on-year": now.year,
    }  # fmt: skip
    address = reverse("family-level", args=[world.family.pk])
    response = client.post(address, sent)
    assert response.status_code == 302
    again = client.post(address, sent)
    assert again.status_code == 422
    assert "in the meantime" in again.content.decode()
    assert "Mornings are hard." in again.content.decode()
    assert LevelDecision.objects.count() == 1


def test_a_level_is_not_decided_by_a_role_that_may_not(world: World) -> None:
    from alongside.people.actions import involve

    partner = make_user("partner", world.team)
    involve(family=world.family, user=partner, role="professional", by=world.manager)
    client = CheckedClient()
    client.force_login(partner)
    assert "Decide</button>" not in page(client, world, "family-level")
    assert client.post(reverse("family-level", args=[world.family.pk]), {}).status_code == 403


@pytest.mark.parametrize(
    "wrong", ["?before=x", "?before=2026-01-01.x", "?person=99999", "?year=0", "?kind=%00", "?year=²²²²"]
)
def test_an_address_that_makes_no_sense_shows_the_story(client: CheckedClient, world: World, wrong: str) -> None:
    world.note()
    assert "The mornings go better" in page(client, world, "family", wrong)


def test_the_story_turns_its_pages_and_filters(client: CheckedClient, world: World) -> None:
    many(world, 60)
    first = page(client, world)
    assert "Older" in first
    assert "Newer" not in first
    mark = first.split("before=")[1].split('"')[0]
    assert "Newer" in page(client, world, "family", f"?before={mark}")
    assert "Nothing on the story fits" in page(client, world, "family", "?year=1999")


def test_the_story_of_one_person_holds_where_they_were_seen_or_written_about(
    client: CheckedClient, world: World
) -> None:
    visit, other = world.note(form="home-visit", days_ago=2), world.note(days_ago=1)
    PersonSeen.objects.create(entry=visit, person=world.child, alone=True, seen_on=today())
    everything = page(client, world)
    assert "saw Maya (alone)" in everything
    assert reverse("entry", args=[other.pk]) in everything
    hers = page(client, world, "family", f"?person={world.child.pk}&kind={visit.kind}&year={today().year}")
    assert reverse("entry", args=[visit.pk]) in hers
    assert reverse("entry", args=[other.pk]) not in hers
