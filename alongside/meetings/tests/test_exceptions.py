"""Minutes obey what the family excepted: who reads nothing, who their own part only, and what is said in words."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse

from alongside.journey.tests.making import World, an_action, finished
from alongside.meetings import actions
from alongside.meetings.models import Meeting
from alongside.meetings.tests.test_holding import address, made_final
from alongside.meetings.tests.test_inviting import link_in
from alongside.people import actions as people
from alongside.people.models import Involvement
from alongside.plans.papers.actions import LOOKED
from alongside.story.models import Fact

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("EP-12")]
TELL = {"do": "tell-absent"}


@pytest.fixture
def lee(world: World) -> Involvement:
    return people.involve(family=world.family, role="professional", name="Dr Lee", agency="GP", by=world.lead)


def agreed(world: World, lee: Involvement, may: str, *, words: str = "", stands: str = "agrees") -> None:
    answer: dict[str, Any] = {
        "people": [{"id": world.parent.pk, "name": "Rosa", "answer": "agrees"}], "covers": ["talks-with-team"],
        "except": words, "agencies": [{"id": lee.pk, "name": "Dr Lee", "may": may}],
    }  # fmt: skip
    finished(world, form="agreement-for-service", agreement=answer, stands=[stands])


@pytest.fixture
def held(world: World, by_lead: Client, arranged: Callable[..., Meeting]) -> Callable[[], Meeting]:
    """A meeting to which Dr Lee, who looks after Maya, was asked and did not come."""

    def hold() -> Meeting:
        meeting = arranged(days=0)
        for person in (world.parent, world.child):
            actions.invite(meeting=meeting, person=person, by=world.lead)
        actions.invite(meeting=meeting, name="Dr Lee", agency="GP", email="lee@surgery.example", by=world.lead)
        theirs = an_action("Weigh Maya", world) | {"owner": {"kind": "other", "name": "Dr Lee, GP"}}
        made_final(world, by_lead, meeting, actions=[theirs])
        mail.outbox.clear()
        return meeting

    return hold


@pytest.mark.parametrize(
    ("may", "reads", "hidden"),
    [("plan", ["The bus pass comes", "Weigh Maya"], []), ("part", ["Weigh Maya"], ["The bus pass comes"])],
)
def test_who_was_away_reads_as_much_of_the_minutes_as_the_family_opened_to_them(
    world: World, lee: Involvement, held: Callable[[], Meeting], by_lead: Client,
    may: str, reads: list[str], hidden: list[str],
) -> None:  # fmt: skip
    agreed(world, lee, may)
    by_lead.post(address("family-meeting", held()), TELL)
    path = link_in(mail.outbox[0].body)
    page = Client().get(path).content.decode()
    assert all(words in page for words in reads)
    assert not any(words in page for words in hidden)
    assert Client().get(f"{path}minutes.pdf").content.startswith(b"%PDF")


def test_whom_the_family_keeps_from_the_plan_is_sent_nothing_and_a_link_sent_before_opens_nothing_any_more(
    world: World, lee: Involvement, held: Callable[[], Meeting], by_lead: Client
) -> None:
    agreed(world, lee, "plan")
    meeting = held()
    by_lead.post(address("family-meeting", meeting), TELL)
    path = link_in(mail.outbox[0].body)
    assert Client().get(path).status_code == 200
    agreed(world, lee, "nothing")
    assert Client().get(path).status_code == 404
    assert Client().get(f"{path}minutes.pdf").status_code == 404
    said = by_lead.post(address("family-meeting", held()), TELL, follow=True).content.decode()
    assert "does not agree that Dr Lee reads the minutes" in said
    assert mail.outbox == []


def test_once_agreement_is_withdrawn_nobody_outside_reads_minutes(
    world: World, lee: Involvement, held: Callable[[], Meeting], by_lead: Client
) -> None:
    agreed(world, lee, "plan")
    meeting = held()
    by_lead.post(address("family-meeting", meeting), TELL)
    path = link_in(mail.outbox[0].body)
    agreed(world, lee, "plan", stands="withdrawn")
    assert Client().get(path).status_code == 404


def test_what_is_excepted_in_words_is_looked_at_before_anything_is_sent_and_what_was_found_is_kept(
    world: World, lee: Involvement, held: Callable[[], Meeting], by_lead: Client
) -> None:
    agreed(world, lee, "plan", words="Nothing about my mother’s illness")
    meeting = held()
    here = address("family-meeting", meeting)
    assert "Nothing about my mother" in by_lead.get(here).content.decode()
    refused = by_lead.post(here, TELL)
    assert refused.status_code == 422
    assert "Look at it beside the minutes" in refused.content.decode()
    assert mail.outbox == []
    by_lead.post(here, TELL | {"looked": "Read them through: her mother is not in them."})
    assert len(mail.outbox) == 1
    assert Fact.objects.get(name=LOOKED).data["said"] == "Read them through: her mother is not in them."


def test_an_agencys_paper_is_printed_only_after_what_is_excepted_in_words_was_looked_at(
    world: World, lee: Involvement, by_lead: Client
) -> None:
    agreed(world, lee, "plan", words="Nothing about my mother’s illness")
    pdf = reverse("agency-paper-pdf", args=[world.family.pk, lee.pk])
    page = reverse("agency-paper", args=[world.family.pk, lee.pk])
    assert by_lead.get(pdf)["Location"] == page
    assert by_lead.post(pdf, {"looked": " "})["Location"] == page
    assert by_lead.post(pdf, {"looked": "Read it: nothing of her."}).content.startswith(b"%PDF")
    assert Fact.objects.get(name=LOOKED).data == {"what": "the plan for Dr Lee", "said": "Read it: nothing of her."}
