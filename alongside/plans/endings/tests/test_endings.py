"""Endings through the pages and the story: agreement withdrawn, oversight and who signs it, closing, opening again."""

from collections.abc import Callable
from typing import Any

import pytest
from django.urls import reverse

from alongside.journey.models import LevelDecision, Pathway
from alongside.journey.queries import open_due, standing_of
from alongside.journey.tests.making import World, final_entry, finished, today, written
from alongside.notices.models import Notice
from alongside.people.tests.makers import make_user
from alongside.plans.fields.open_items import still_open
from alongside.story import actions as story
from alongside.story.actions import NotReady
from alongside.story.models import Entry, Fact, Statement
from tests.pages import CheckedClient


@pytest.fixture
def supported(world: World) -> World:
    world.open_support(days_ago=20)
    return world


@pytest.fixture
def page(client: CheckedClient, supported: World) -> Callable[..., str]:
    """Read a page of the family as its lead practitioner."""
    client.force_login(supported.lead)

    def read(name: str, *more: Any) -> str:
        answer = client.get(reverse(name, args=[supported.family.pk, *more]))
        assert answer.status_code == 200
        return answer.content.decode()

    return read


def settled(world: World) -> dict[str, Any]:
    """An answer for everything that is open, so that support can end."""
    return {
        one.key: {"words": one.words, "state": "done" if one.is_action else "", "reason": "Talked through with Rosa."}
        for one in still_open(world.family.pk)
    }


def considered(world: World, **answers: Any) -> Entry:
    return story.finalise(
        entry=written(world, form="disengagement", what_happened=["hard-to-reach"], **answers), by=world.lead
    )


@pytest.mark.requirement("EP-27")
def test_agreement_that_is_withdrawn_is_seen_at_once_and_starts_the_oversight(
    supported: World, page: Callable[..., str]
) -> None:
    assert "Agreement withdrawn" not in page("family")
    finished(supported, form="agreement-for-service", stands=["withdrawn"])
    for name in ("family", "family-plan", "family-level"):
        assert "Agreement withdrawn" in page(name)
    assert Notice.objects.get(kind="agreement").to == supported.manager
    ending = page("family-ending")
    assert "The family withdrew its agreement" in ending
    assert "Start: Oversight of disengagement or consent withdrawn" in ending
    due = page("family-due")
    assert "Oversight when agreement is withdrawn" in due
    finished(supported, form="disengagement", what_happened=["consent-withdrawn"], from_social_care=["they-did-not"])
    assert not open_due(supported.family).filter(standard="withdrawal-considered").exists()
    finished(supported, form="agreement-for-service", stands=["agrees"])
    assert "Agreement withdrawn" not in page("family")


@pytest.mark.requirement("EP-27")
def test_a_senior_manager_decides_where_the_family_once_stepped_down_from_social_care(
    client: CheckedClient, supported: World
) -> None:
    world = supported
    senior = make_user("senior-manager", name="Sana Senior")
    usual = considered(world, from_social_care=["they-did-not"])
    assert usual.sign_offs.get().role == "manager"

    finished(
        world, form="step-across", days_ago=18, direction=["to-early-help"], outcome=["targeted-early-help"],
        bottom_lines="Nobody drinks while the children are here.",
    )  # fmt: skip
    waiting = considered(world, from_social_care=["they-did-not"])
    assert waiting.sign_offs.get().role == "senior-manager"
    assert Notice.objects.filter(to=senior, kind="sign-off").exists()
    here = reverse("entry-sign", args=[waiting.pk])
    client.force_login(world.manager)
    assert client.post(here, {"comment": "Close it."}).status_code == 403
    client.force_login(senior)
    assert client.post(here, {"comment": "The bottom lines hold."}).status_code == 302
    kept = Fact.objects.get(name="disengagement.considered", entry=waiting)
    assert kept.data["decision-why"]


def test_a_manager_who_writes_the_oversight_needs_nobody_else_but_a_senior_one_where_it_asks(supported: World) -> None:
    def by_the_manager(**answers: Any) -> Entry:
        entry = written(supported, form="disengagement", by=supported.manager, **answers)
        return story.finalise(entry=entry, by=supported.manager)

    assert by_the_manager(from_social_care=["they-did-not"]).is_final
    assert by_the_manager(from_social_care=["they-did"]).status == Entry.Status.AWAITING_SIGN_OFF


@pytest.mark.requirement("EP-28")
def test_no_worry_no_child_at_school_and_nothing_open_is_passed_over(
    supported: World, page: Callable[..., str]
) -> None:
    world = supported
    worry = Statement.objects.create(
        family=world.family, entry=final_entry(world, form="note"), column="worries", words="Mornings are loud",
        said_on=today(),
    )  # fmt: skip
    assert "1 statement of the map not at the good end" in page("family-ending")

    def close(worries: list[dict[str, Any]], attendance: dict[str, Any]) -> Entry:
        entry = written(world, form="closure", open_items=settled(world), worries=worries, school_attendance=attendance)
        return story.finalise(entry=entry, by=world.lead)

    row: dict[str, Any] = {"id": str(worry.pk), "words": worry.words, "said_by": None, "about": [], "state": "living"}
    pupil = {str(world.child.pk): {"name": "Maya", "percent": "94", "period": "This term", "unknown": ""}}
    with pytest.raises(NotReady, match="Place “Mornings are loud” on the scale"):
        close([], pupil)
    with pytest.raises(NotReady, match="is not at 10: say why it can be left there"):
        close([row | {"rating": 8}], pupil)
    with pytest.raises(NotReady, match="Give the attendance of Maya"):
        close([row | {"rating": 10}], {})
    assert "Give the attendance of Maya" in page("family-ending")
    Entry.objects.filter(status="draft").update(status="set-aside")
    assert close([row | {"rating": 8, "why": "The aunt rings every morning."}], pupil).sign_offs.exists()


@pytest.mark.requirement("EP-28")
def test_the_family_and_each_child_get_a_letter_with_whom_to_call(
    client: CheckedClient, supported: World, page: Callable[..., str]
) -> None:
    world = supported
    said: dict[str, Any] = {f"childs-view@{world.child.pk}": "I am not late now."}
    entry = finished(
        world, form="closure", open_items=settled(world), contingencies="Two late days: we ring my sister.",
        whom_to_call=["front-door"], **said,
    )  # fmt: skip
    family = client.get(reverse("entry-letter", args=[entry.pk, "family"])).content.decode()
    child = client.get(reverse("entry-letter", args=[entry.pk, f"child-{world.child.pk}"])).content.decode()
    assert "Two late days: we ring my sister." in family
    assert "01632 960 300" in family
    assert "999" in family
    assert "I am not late now." not in family
    assert "I am not late now." in child
    pdf = client.get(reverse("entry-letter-pdf", args=[entry.pk, "family"]))
    assert pdf.content.startswith(b"%PDF")
    assert client.get(reverse("entry-letter", args=[entry.pk, "child-999999"])).status_code == 404
    assert "How far you have come" in page("family-ending")


@pytest.mark.requirement("EP-28")
def test_support_is_handed_to_one_service_or_social_care_and_the_history_names_them(
    supported: World, page: Callable[..., str]
) -> None:
    world = supported
    finished(
        world, form="step-across", direction=["to-single-service"], outcome=["another-service"],
        agency="Meadow Lane School", lead_there="Ms Marsh", carries_over="A weekly talk",
    )  # fmt: skip
    finished(
        world, form="closure", open_items=settled(world), agency="Meadow Lane School",
        closure_reason=["single-service"], lead_there="Ms Marsh", who_goes_on="School does.",
    )  # fmt: skip
    history = page("family-level")
    for told in ("A step across to one service was agreed", "Stepped across to one service", "Meadow Lane School",
                 "Support ended", "Support opened", "Level 1"):  # fmt: skip
        assert told in history
    assert standing_of(world.family).pathway is None


@pytest.mark.requirement("EP-28")
def test_support_opens_again_within_the_record_from_the_familys_own_plan(
    client: CheckedClient, supported: World, page: Callable[..., str]
) -> None:
    world = supported
    address = reverse("family-open-again", args=[world.family.pk])
    assert "Support is open" in page("family-open-again")
    finished(world, form="closure", open_items=settled(world), contingencies="We ring my sister.")
    asked = page("family-open-again")
    assert "We ring my sister." in asked
    assert "Level 1" not in asked.split("<main")[1].split("Lead practitioner")[0].split("<form")[1]
    latest = LevelDecision.objects.filter(family=world.family).first()
    day = today()
    sent = {
        "level": "level-2", "why": "The new term is hard.", "lead_practitioner": str(world.lead.pk),
        "decided_on-day": str(day.day), "decided_on-month": str(day.month), "decided_on-year": str(day.year),
        "standing": str(latest.pk if latest else 0),
    }  # fmt: skip
    assert client.post(address, sent).status_code == 302
    assert Pathway.objects.filter(family=world.family).count() == 2
    assert "Support was opened again" in page("family-level")
    assert Fact.objects.filter(family=world.family, name="support.reopened").count() == 1
    assert client.post(address, sent).status_code == 200
    assert Pathway.objects.filter(family=world.family).count() == 2


def test_an_ending_is_of_the_day_and_not_before_support_began(supported: World) -> None:
    entry = written(supported, form="closure", days_ago=30, open_items=settled(supported))
    waiting = story.finalise(entry=entry, by=supported.lead)
    with pytest.raises(NotReady, match="before it began"):
        story.sign(entry=waiting, comment="Fine.", by=supported.manager)
