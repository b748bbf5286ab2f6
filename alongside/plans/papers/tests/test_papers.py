"""The plan on paper obeys what the family agreed to: whole, only their own part, or not at all."""

from typing import Any

import pytest
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from alongside.journey.tests.making import World, an_action, an_outcome, finished
from alongside.people import actions as people
from alongside.people.models import Involvement
from alongside.plans.papers.rules import GIVEN, TAKEN_BACK, may_see, stands

MAY = st.sampled_from(["plan", "part", "nothing"])
ANSWERS = st.lists(
    st.builds(lambda told: {"agencies": [{"id": id, "may": may} for id, may in told.items()]},
              st.dictionaries(st.integers(1, 4), MAY)), max_size=4,
)  # fmt: skip


@given(ANSWERS, st.integers(1, 4), st.booleans())
def test_whom_the_family_did_not_open_the_plan_to_sees_nothing(
    answers: list[dict[str, Any]], who: int, agreed: bool
) -> None:
    told = [one["may"] for answer in answers for one in answer["agencies"] if one["id"] == who]
    assert may_see(who, answers, agreed=agreed) == (told[0] if agreed and told else "nothing")


@given(st.lists(st.sampled_from([GIVEN, *TAKEN_BACK])))
def test_agreement_stands_until_it_is_taken_back(facts: list[str]) -> None:
    assert stands(facts) == bool(facts and facts[-1] == GIVEN)


@pytest.fixture
def around(world: World) -> Involvement:
    world.decide("level-3", lead_practitioner=world.lead, days_ago=40)
    return people.involve(family=world.family, role="professional", name="Dr Lee", agency="Surgery", by=world.lead)


def planned(world: World, around: Involvement, may: str) -> None:
    """A plan with an action of the doctor's and one of the family's, and what the doctor may see of it."""
    theirs = an_action("Weigh the baby", world) | {"owner": {"kind": "other", "name": "Dr Lee, Surgery"}}
    agencies = [{"id": around.pk, "name": "Dr Lee", "may": may}]
    agreement = {"people": [{"id": world.parent.pk, "name": "Rosa", "answer": "agrees"}], "covers": [], "except": ""}
    finished(
        world, form="longer-family-plan", days_ago=9, family_star={"health": {"value": 4, "words": ""}},
        outcomes_agreed=[an_outcome("Nights are calm")], actions=[theirs, an_action("Sleep at eight", world)],
        agreement=agreement | {"agencies": agencies}, goes_ahead=["goes-ahead"],
    )  # fmt: skip


@pytest.mark.requirement("EP-12")
@pytest.mark.parametrize(
    ("may", "seen", "hidden"),
    [
        ("plan", ["Nights are calm", "Weigh the baby", "Sleep at eight"], ["Rosa told us"]),
        ("part", ["Weigh the baby"], ["Nights are calm", "Sleep at eight"]),
        ("nothing", ["may not see the plan"], ["Nights are calm", "Weigh the baby", "Sleep at eight"]),
    ],
)
def test_each_agency_gets_what_the_family_agreed_to(
    client: Any, world: World, around: Involvement, may: str, seen: list[str], hidden: list[str]
) -> None:
    planned(world, around, may)
    client.force_login(world.lead)
    page = client.get(reverse("agency-paper", args=[world.family.pk, around.pk])).content.decode()
    assert all(words in page for words in seen)
    assert not any(words in page for words in hidden)
    pdf = client.get(reverse("agency-paper-pdf", args=[world.family.pk, around.pk]))
    assert pdf.status_code == (403 if may == "nothing" else 200)


@pytest.mark.requirement("EP-12")
def test_agreement_withdrawn_closes_the_plan_to_everybody_but_the_family(
    client: Any, world: World, around: Involvement
) -> None:
    planned(world, around, "plan")
    finished(world, form="agreement-for-service", days_ago=2, stands=["withdrawn"])
    client.force_login(world.lead)
    assert "may not see" in client.get(reverse("agency-paper", args=[world.family.pk, around.pk])).content.decode()
    assert "Nights are calm" in client.get(reverse("plan-paper", args=[world.family.pk])).content.decode()
