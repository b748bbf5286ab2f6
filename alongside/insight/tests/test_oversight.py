"""Oversight of practice: every thing due is counted once, for who may see the figure, and leads to its family."""

import io
import zipfile
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import count, product
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from alongside.access.models import Look, Team, User
from alongside.insight.oversight import counting
from alongside.insight.oversight.asked import STANDINGS, Asked
from alongside.journey.models import DueRow
from alongside.packs.actions import publish
from alongside.packs.tests.shipped import default_pack
from alongside.people import actions as people
from alongside.people.models import Family
from alongside.people.tests.makers import make_family, make_team, make_user

pytestmark = pytest.mark.django_db

TODAY = timezone.localdate()
_numbers = count(1)


@pytest.fixture(autouse=True)
def pack() -> None:
    publish(pack=default_pack(), by=None)


@pytest.fixture
def team() -> Team:
    return make_team("North")


@pytest.fixture
def manager(team: Team) -> User:
    return make_user("manager", team, name="Helen Brackley")


def make_row(family: Family, *, days: int = -3, **more: Any) -> DueRow:
    """Something due so many days from today."""
    given = {
        "standard": "family-seen", "title": "Seeing the family", "owner": "lead-practitioner", "why": "Because.",
        "due_on": TODAY + timedelta(days=days), "occurrence": str(next(_numbers)),
    }  # fmt: skip
    return DueRow.objects.create(family=family, **(given | more))


def half_a_year() -> Asked:
    return Asked(first=TODAY - timedelta(days=180), last=TODAY + timedelta(days=180))


def combinations() -> Iterator[dict[str, Any]]:
    """Every way in which a row can be: its day and moment, done or not, late or not, suspended or not."""
    now = timezone.now()
    for days, at, met, late, suspended in product(
        (-40, -1, 0, 1, 40), (None, -1, 1), (False, True), (False, True), (False, True)
    ):
        if late and not met:
            continue
        yield {
            "days": days,
            "due_at": now + timedelta(days=days, hours=at) if at else None,
            "met_at": now - timedelta(days=50 if not late else -days) if met else None,
            "met_late": late,
            "suspended": suspended,
        }


def test_every_row_stands_in_exactly_one_place_and_sums_agree(team: Team) -> None:
    family = make_family(team=team)
    rows = [make_row(family, **one) for one in combinations()]
    now, found = timezone.now(), counting.rows_of(half_a_year(), [team.pk])
    for row in rows:
        places = [
            name for name in STANDINGS if found.filter(counting.standing_is(name, now, TODAY), pk=row.pk).exists()
        ]
        assert len(places) == 1, (row.__dict__, places)
    months = sorted({f"{row.due_on:%Y-%m}" for row in rows if row.due_on})
    for lines in (
        counting.by_standard(found, {}, now, TODAY),
        counting.by_team(found, {team.pk: "North"}, now, TODAY),
        counting.by_worker(found, now, TODAY),
        counting.by_month(found, months, now, TODAY),
    ):
        assert sum(line.all for line in lines) == len(rows)


@pytest.mark.parametrize(
    ("row", "standing"),
    [
        ({"met_at": datetime(2026, 1, 5, tzinfo=UTC)}, "in-time"),
        ({"met_at": datetime(2026, 1, 5, tzinfo=UTC), "met_late": True}, "late"),
        ({}, "overdue"),
        ({"days": 0}, "due"),
        ({"days": 9}, "due"),
        ({"suspended": True}, "suspended"),
        ({"days": 0, "due_at": timezone.now() - timedelta(minutes=1)}, "overdue"),
        ({"days": 0, "due_at": timezone.now() + timedelta(hours=2)}, "due"),
    ],
)
def test_how_a_row_is_counted(team: Team, row: dict[str, Any], standing: str) -> None:
    make_row(make_family(team=team), **row)
    (line,) = counting.by_standard(counting.rows_of(half_a_year(), [team.pk]), {}, timezone.now(), TODAY)
    assert line.standings == dict.fromkeys(STANDINGS, 0) | {standing: 1}


def test_a_thing_counts_for_whoever_led_on_the_day_it_was_due(team: Team) -> None:
    family, by = make_family(team=team), make_user()
    first, second = (make_user("practitioner", team, name=name) for name in ("Amara Nwosu", "Joe Dunn"))
    people.assign_lead_practitioner(family=family, user=first, by=by, from_date=TODAY - timedelta(days=60))
    people.assign_lead_practitioner(family=family, user=second, by=by, from_date=TODAY - timedelta(days=20))
    for days in (-90, -30, -20, -1):
        make_row(family, days=days)
    lines = counting.by_worker(counting.rows_of(half_a_year(), [team.pk]), timezone.now(), TODAY)
    assert {line.title: line.all for line in lines} == {"Amara Nwosu": 1, "Joe Dunn": 2, "Nobody led": 1}


@pytest.mark.requirement("ALL-04")
def test_a_manager_reads_figures_and_goes_from_one_to_its_family(client: Client, team: Team, manager: User) -> None:
    family = make_family("Hayes", team=team)
    make_row(family, late_reason="The family was away")
    make_row(family, met_at=timezone.now(), met_late=True, late_reason="The family was away")
    make_row(family, days=-2, met_at=timezone.now() - timedelta(days=5))
    client.force_login(manager)
    page = text(client, reverse("oversight"))
    assert "Of 3 things that should have been done by now, 1 were done in time, 1 late, and 1 are overdue." in page
    assert "The family was away" in page
    rows = text(client, reverse("oversight-rows") + "?standard=family-seen&standing=overdue")
    assert reverse("family", args=[family.pk]) in rows
    assert "Why late: The family was away" in rows


def test_each_sees_the_figures_of_the_teams_they_answer_for(client: Client, team: Team, manager: User) -> None:
    other = make_team("South")
    make_row(make_family("Hayes", team=team))
    make_row(make_family("Okafor", team=other))
    client.force_login(manager)
    assert "Of 1 thing that" in text(client, reverse("oversight") + f"?team={other.pk}")
    client.force_login(make_user("duty-manager", other))
    assert "Of 2 things that" in text(client, reverse("oversight"))
    client.force_login(make_user("practitioner", team))
    assert client.get(reverse("oversight")).status_code == 403


def test_who_sees_no_family_reads_figures_without_a_name(client: Client, team: Team) -> None:
    make_row(make_family("Hayes", team=team))
    client.force_login(make_user("practice-lead", team))
    assert "Of 1 thing that" in text(client, reverse("oversight"))
    rows = text(client, reverse("oversight-rows"))
    assert "1 of them is about families that you may not open" in rows
    assert "Hayes" not in rows


def test_a_restricted_family_is_counted_and_not_named(client: Client, team: Team, manager: User) -> None:
    family = make_family("Hayes", team=team)
    make_row(family)
    people.restrict(family=family, reason="A worker lives next door", by=manager)
    client.force_login(make_user("duty-manager"))
    assert "Of 1 thing that" in text(client, reverse("oversight"))
    assert "Hayes" not in text(client, reverse("oversight-rows"))


def test_the_workbook_holds_the_figures_and_no_formula_and_is_noted(client: Client, team: Team, manager: User) -> None:
    make_row(make_family(team=team), late_reason="=HYPERLINK(1)")
    client.force_login(manager)
    answer = client.get(reverse("oversight-sheet"))
    book = zipfile.ZipFile(io.BytesIO(answer.content))
    pages = [book.read(name).decode() for name in book.namelist() if "worksheets/" in name]
    assert "=HYPERLINK(1)" in book.read("xl/sharedStrings.xml").decode()
    assert not any("<f>" in page for page in pages)
    assert Look.objects.filter(what="figures of practice, as a workbook", user_id=manager.pk).exists()


@pytest.mark.parametrize(
    "query",
    [
        "from=2026-13",
        "from=x&to=%00",
        "team=999999999999999999",
        "worker=%27",
        "month=2026-01&standing=none",
        "from=0001-01",
        "to=9999-12",
    ],
)
def test_an_address_that_makes_no_sense_shows_figures_all_the_same(client: Client, manager: User, query: str) -> None:
    client.force_login(manager)
    assert client.get(reverse("oversight") + "?" + query).status_code == 200
    assert client.get(reverse("oversight-rows") + "?" + query).status_code == 200


def test_the_page_costs_the_same_queries_whatever_there_is(
    client: Client, team: Team, manager: User, django_assert_max_num_queries: Any
) -> None:
    client.force_login(manager)
    for number in range(60):
        make_row(make_family(f"Family {number}", team=team), standard=f"standard-{number % 9}", days=-number)
    client.get(reverse("oversight"))
    with django_assert_max_num_queries(12):
        client.get(reverse("oversight"))


def text(client: Client, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def test_months_run_on_over_the_end_of_a_year() -> None:
    asked = Asked(first=date(2025, 11, 1), last=date(2026, 2, 28))
    assert asked.months == ["2025-11", "2025-12", "2026-01", "2026-02"]
