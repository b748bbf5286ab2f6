"""What is due, on its pages: everything with its reason, more time from a manager, and why something is late."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from alongside.access.models import Change
from alongside.journey import due
from alongside.journey.actions import extend_deadline
from alongside.journey.models import DueRow
from alongside.journey.tests.making import World, today
from alongside.packs.actions import publish
from alongside.packs.format.standards import Standard
from alongside.packs.tests.shipped import default_pack
from alongside.people.tests.makers import make_family, make_user
from tests.pages import CheckedClient


def signed_in(user: object) -> CheckedClient:
    client = CheckedClient()
    client.force_login(user)  # type: ignore[arg-type]
    return client


def with_extensions() -> None:
    """Publish the pack again, its plan standard allowing more time by approval."""
    standards = [extendable(one) if one.id == "plan-agreed" else one for one in default_pack().standards]
    publish(pack=default_pack().model_copy(update={"version": "extensions", "standards": standards}), by=None)


def extendable(standard: Standard) -> Standard:
    told = standard.model_dump(by_alias=True, exclude_none=True, mode="json")
    return Standard.model_validate({**told, "extended_by": {"any_of": [{"event": "deadline.extended"}]}})


@pytest.fixture
def plan_row(world: World) -> DueRow:
    with_extensions()
    world.open_support(days_ago=60)
    return DueRow.objects.select_related("family", "person").get(standard="plan-agreed")


def in_days(days: int, **more: str) -> dict[str, str]:
    day = today() + timedelta(days=days)
    until = {"extension-until-day": day.day, "extension-until-month": day.month, "extension-until-year": day.year}
    return {"extend": "yes", "extension-why": "Rosa is in hospital."} | {k: str(v) for k, v in until.items()} | more


def address(row: DueRow) -> str:
    return reverse("family-due-row", args=[row.family_id, row.pk])


@pytest.mark.requirement("ALL-03")
def test_everything_the_standards_say_of_a_family_is_on_one_page(world: World) -> None:
    world.open_support(days_ago=30)
    text = signed_in(world.lead).get(reverse("family-due", args=[world.family.pk])).content.decode()
    for title in ("Due and overdue", "Not started yet", "Done"):
        assert title in text
    for row in DueRow.objects.all():
        assert row.title in text
    assert "5 working days" in text
    assert "West Sussex" in text


def test_a_manager_gives_more_time_with_a_reason_and_the_day_moves(world: World, plan_row: DueRow) -> None:
    before = plan_row.due_on
    assert before is not None
    assert before < today()
    assert signed_in(world.manager).post(address(plan_row), in_days(14)).status_code == 302
    row = DueRow.objects.get(pk=plan_row.pk)
    assert row.due_on == today() + timedelta(days=14)
    assert row.extended_to == row.due_on
    assert row.extension_reason == "Rosa is in hospital."
    assert row.state_on(today()) == "due"
    assert Change.objects.filter(action="gave more time").count() == 1
    assert {one.due_on for one in due.reckon(world.family.pk) if one.standard == "plan-agreed"} == {row.due_on}


@pytest.mark.parametrize(
    "sent", [in_days(-1), in_days(0) | {"extension-until-year": "x"}, in_days(9) | {"extension-why": " "}]
)
def test_more_time_needs_a_later_day_and_a_reason(world: World, plan_row: DueRow, sent: dict[str, str]) -> None:
    response = signed_in(world.manager).post(address(plan_row), sent)
    assert response.status_code == 422
    assert DueRow.objects.get(pk=plan_row.pk).extended_to is None


def test_only_who_signs_off_for_the_team_gives_more_time(world: World, plan_row: DueRow) -> None:
    assert "Give more time" not in signed_in(world.lead).get(address(plan_row)).content.decode()
    for who in (world.lead, make_user("manager"), make_user("administrator")):
        with pytest.raises(PermissionDenied):
            extend_deadline(row=plan_row, until=date(2099, 1, 1), why="I would like to.", by=who)
    assert signed_in(world.lead).post(address(plan_row), in_days(9)).status_code == 403


def test_a_standard_without_extensions_offers_none(world: World) -> None:
    world.open_support(days_ago=30)
    row = DueRow.objects.get(standard="first-contact")
    manager = signed_in(world.manager)
    assert "Give more time" not in manager.get(address(row)).content.decode()
    refused = manager.post(address(row), in_days(9))
    assert refused.status_code == 422
    assert "gives this deadline no extension" in refused.content.decode()


def test_a_row_is_found_only_through_its_own_family(world: World, plan_row: DueRow) -> None:
    other = make_family("Hayes", team=world.team)
    lead = signed_in(world.lead)
    assert lead.get(reverse("family-due-row", args=[other.pk, plan_row.pk])).status_code == 404
    assert signed_in(make_user("practitioner")).get(address(plan_row)).status_code == 404
    assert lead.get(reverse("family-due-row", args=[world.family.pk, 987654321])).status_code == 404
