"""My work: what is due and overdue, whose it is and why; what was done late; and what else waits."""

import csv
import io
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from alongside.access.models import Look
from alongside.design.sheets import cell_text
from alongside.insight.my_work.groups import heading
from alongside.journey.actions import decide_level, explain_lateness
from alongside.journey.models import DueRow
from alongside.journey.moments import moment_on
from alongside.journey.tests.making import World, draft, today, written
from alongside.people.actions import restrict
from alongside.people.tests.makers import make_family, make_user
from alongside.story import actions as story
from alongside.story import facts
from tests.pages import CheckedClient


def read(client: CheckedClient, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


def sheet(client: CheckedClient, address: str) -> str:
    """A spreadsheet, as text."""
    return b"".join(client.get(address).streaming_content).decode()  # type: ignore[attr-defined]


def signed_in(user: Any) -> CheckedClient:
    client = CheckedClient()
    client.force_login(user)
    return client


@pytest.fixture
def mine(world: World) -> CheckedClient:
    world.open_support(days_ago=30)
    return signed_in(world.lead)


@pytest.mark.requirement("ALL-04")
def test_what_is_due_and_overdue_of_a_worker_stands_with_its_family_day_and_reason(
    mine: CheckedClient, world: World
) -> None:
    text = read(mine, "/")
    row = DueRow.objects.filter(met_at=None, due_on__lt=today()).exclude(owner="manager")[0]
    assert row.title in text
    assert row.why.split(";")[0].split("’")[0] in text
    assert "Overdue" in text
    assert reverse("family", args=[world.family.pk]) in text


@pytest.mark.requirement("ALL-04")
def test_a_manager_sees_the_teams_work_by_worker(mine: CheckedClient, world: World) -> None:
    other = make_user("practitioner", world.team, name="Ola Other")
    family = make_family("Hayes", team=world.team)
    decide_level(
        family=family, level="level-2", why="They asked.", decided_on=today() - timedelta(days=30), by=world.manager,
        lead_practitioner=other,
    )  # fmt: skip
    manager = signed_in(world.manager)
    everybody = read(manager, "/team/")
    assert "Leo Lead" in everybody
    assert "Hayes" in everybody
    theirs = read(manager, f"/team/?worker={other.pk}")
    assert reverse("family", args=[family.pk]) in theirs
    assert reverse("family", args=[world.family.pk]) not in theirs


@pytest.mark.requirement("ALL-04")
def test_what_was_done_late_stands_with_the_reason_that_was_given(mine: CheckedClient, world: World) -> None:
    facts.record(name="family.contacted", family=world.family, by=world.lead, happened_at=moment_on(today()))
    row = DueRow.objects.get(standard="first-contact")
    assert row.met_late
    assert "Nobody has said why it was late" in read(mine, "/?show=late")
    address = reverse("family-due-row", args=[world.family.pk, row.pk])
    assert mine.post(address, {"why": "Rosa was in hospital."}).status_code == 302
    text = read(mine, "/?show=late")
    assert "Why late: Rosa was in hospital." in text
    assert DueRow.objects.get(pk=row.pk).late_reason == "Rosa was in hospital."


def test_a_managers_own_work_is_what_standards_ask_of_managers(mine: CheckedClient, world: World) -> None:
    text = read(signed_in(world.manager), "/")
    assert DueRow.objects.filter(owner="manager", met_at=None).exists()
    assert "Management oversight" in text
    assert "Seeing the family" not in text
    assert "Management oversight" not in read(mine, "/")


def test_a_restricted_family_leaves_the_teams_list(mine: CheckedClient, world: World) -> None:
    colleague = signed_in(make_user("practitioner", world.team))
    assert "Rowan" in read(colleague, "/team/")
    restrict(family=world.family, reason="Somebody here knows them.", by=world.manager)
    assert "Rowan" not in read(colleague, "/team/")
    assert "Rowan" not in sheet(colleague, "/due/team.csv")


def test_what_else_waits_is_there(mine: CheckedClient, world: World) -> None:
    draft(world, form="note")
    assert "last touched today" in read(mine, "/")


def test_an_entry_waits_for_the_manager_and_comes_back_with_a_comment(mine: CheckedClient, world: World) -> None:
    from alongside.journey.tests.test_ending_support import accounted

    entry = story.finalise(entry=written(world, form="closure", open_items=accounted(world)), by=world.lead)
    assert "Waiting for your sign-off" in read(signed_in(world.manager), "/")
    story.send_back(entry=entry, comment="What does Maya say?", by=world.manager)
    text = read(mine, "/")
    assert "Sent back to you" in text
    assert "What does Maya say?" in text


@pytest.mark.parametrize("role", ["auditor", "administrator", "practice-lead"])
def test_who_works_with_no_family_has_a_start_page_of_their_own(world: World, role: str) -> None:
    text = read(signed_in(make_user(role)), "/")
    assert "Good to see you" in text
    assert "Rowan" not in text


@pytest.mark.requirement("ALL-04")
def test_the_list_goes_out_as_a_spreadsheet_and_that_is_on_the_trail(mine: CheckedClient, world: World) -> None:
    rows = list(csv.reader(io.StringIO(sheet(mine, "/due/mine.csv?show=overdue"))))
    assert rows[0][0] == "State"
    assert len(rows) - 1 == DueRow.objects.filter(due_on__lt=today(), met_at=None).exclude(owner="manager").count()
    assert {row[0] for row in rows[1:]} == {"overdue"}
    assert Look.objects.filter(what__contains="spreadsheet").count() == 1


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("=1+1", "'=1+1"),
        ("@x", "'@x"),
        ("-5", "'-5"),
        ("+44", "'+44"),
        ("\t=1", "'\t=1"),
        (None, ""),
        (5, "5"),
        ("Rosa", "Rosa"),
    ],
)
def test_a_cell_that_a_spreadsheet_would_run_is_made_text(cell: object, text: str) -> None:
    assert cell_text(cell) == text


@pytest.mark.parametrize(
    "query", ["?show=x", "?after=x", "?after=2026-02-31.1", "?after=2026-01-01.x", "?worker=x", "?worker=99999999"]
)
def test_an_address_that_makes_no_sense_shows_the_list(mine: CheckedClient, world: World, query: str) -> None:
    assert "My work" in read(mine, f"/{query}")
    assert "My team" in read(signed_in(world.manager), f"/team/{query}")


def test_rows_stand_under_the_week_they_are_due_in() -> None:
    wednesday = today().replace(year=2026, month=3, day=4)
    due = {days: DueRow(due_on=wednesday + timedelta(days=days)) for days in (-1, 0, 2, 5, 12)}
    assert [heading(row, wednesday) for row in due.values()] == [
        "Overdue", "Due today", "Later this week", "Next week", "Week of 16 March 2026",
    ]  # fmt: skip


def grow(world: World, number: int) -> None:
    """Give the lead practitioner more families, and each of them much that is due."""
    for _ in range(number):
        family = make_family("Hayes", team=world.team, by=world.lead)
        decide_level(
            family=family, level="level-2", why="They asked.", decided_on=today() - timedelta(days=40), by=world.lead,
            lead_practitioner=world.lead,
        )  # fmt: skip
        DueRow.objects.bulk_create(
            DueRow(
                family=family, standard=f"s{number}", occurrence="1", title="Review", owner="practitioner", why="So.",
                due_on=today() + timedelta(days=number % 50 - 20),
            )
            for number in range(70)
        )  # fmt: skip


@pytest.mark.requirement("ALL-04")
@pytest.mark.parametrize("address", ["/", "/team/"])
def test_my_work_asks_as_little_for_thirty_families_as_for_one(mine: CheckedClient, world: World, address: str) -> None:
    client = signed_in(world.manager) if address == "/team/" else mine
    grow(world, 1)
    read(client, address)
    few = asked_of(client, address)
    grow(world, 29)
    assert asked_of(client, address) == few
    assert few <= 15


def asked_of(client: CheckedClient, address: str) -> int:
    with CaptureQueriesContext(connection) as asked:
        read(client, address)
    return len([one for one in asked if not one["sql"].startswith(("SAVEPOINT", "RELEASE", "ROLLBACK"))])


def test_pages_follow_one_another_without_a_row_lost_or_shown_twice(mine: CheckedClient, world: World) -> None:
    from alongside.insight.my_work.asked import Asked
    from alongside.insight.my_work.due import mine as own
    from alongside.insight.my_work.due import page_of
    from alongside.insight.my_work.reach import reach_of

    grow(world, 3)
    seen: list[int] = []
    asked = Asked()
    while True:
        page = page_of(own(reach_of(world.lead)), asked, today())
        seen += [row.pk for row in page.rows]
        if page.older is None:
            break
        asked = Asked(after=page.older)
    expected = DueRow.objects.filter(met_at=None).exclude(owner="manager").count()
    assert len(seen) == len(set(seen)) == expected


def test_lateness_is_explained_once_for_what_is_late_only(mine: CheckedClient, world: World) -> None:
    from django.core.exceptions import ValidationError

    late = DueRow.objects.select_related("family", "person").filter(due_on__lt=today())[0]
    with pytest.raises(ValidationError):
        explain_lateness(row=late, why=" ", by=world.lead)
    on_time = DueRow.objects.select_related("family", "person").filter(due_on__gte=today())[0]
    with pytest.raises(ValidationError):
        explain_lateness(row=on_time, why="I am early.", by=world.lead)


def test_families_are_listed_by_name_with_where_they_stand(mine: CheckedClient, world: World) -> None:
    for number in range(55):
        make_family(f"Hayes {number:02}", team=world.team, by=world.lead)
    hidden = make_family("Zephyr")
    first = read(mine, "/families/")
    assert "Hayes 00" in first
    assert "More families" in first
    after = first.split("after=")[1].split('"')[0]
    rest = read(mine, f"/families/?after={after}")
    assert "Hayes 54" in rest
    assert "Level 2: Early help, short term" in rest
    assert hidden.name not in first + rest
    assert "Hayes 00" in read(mine, "/families/?after=²")


def test_emergency_access_stands_before_who_manages_the_team(mine: CheckedClient, world: World) -> None:
    from alongside.people.actions import use_emergency_access

    outsider = make_user("practitioner", name="Ola Outside")
    use_emergency_access(
        family=world.family, by=outsider, reason="The child is on the ward with me and nobody answers."
    )
    assert "Ola Outside" in read(signed_in(world.manager), "/")
    assert "Ola Outside" not in read(mine, "/")
