"""Starting help that has an allocation: nothing typed twice, agreement first, and clocks that run."""

from datetime import timedelta

import pytest
from django.urls import reverse

from alongside.access.models import User
from alongside.journey.models import Beginning, DueRow, Pathway
from alongside.journey.queries import standing_of
from alongside.journey.starting.waiting import waiting_for
from alongside.journey.tests.making import World, finished, today
from alongside.journey.tests.test_ending_support import accounted
from alongside.notices.models import Notice
from alongside.packs.tests.shipped import default_pack
from alongside.people.tests.makers import make_user
from alongside.story import actions as story
from alongside.story.models import Entry, Fact
from tests.pages import CheckedClient

NEEDS = ["education", "health", "family-relationships"]


@pytest.fixture
def duty(world: World) -> User:
    return make_user("duty-manager", name="Dora Duty")


def agreed(world: World, days_ago: int = 2) -> Entry:
    return finished(world, form="agreement-for-service", days_ago=days_ago, stands=["agrees"])


def called(world: World, days_ago: int = 1) -> Entry:
    """A talk with the front door that decided on targeted help so many days ago."""
    on = today() - timedelta(days=days_ago)
    return finished(
        world,
        form="front-door-conversation",
        days_ago=days_ago,
        outcome=["targeted-early-help"],
        decided_on={"year": str(on.year), "month": str(on.month), "day": str(on.day)},
        worry="Maya has not slept in her own bed since June.",
        history="Two moves in a year.",
        caller_told=["told-on-the-call"],
    )


def typed(**given: object) -> dict[str, object]:
    on = today()
    return {
        "source": "none", "why": "Three services see it, and the family wants one of us.", "needs": NEEDS,
        "standing": "0", "on-day": str(on.day), "on-month": str(on.month), "on-year": str(on.year),
        "why_few_needs": "", "why_without_agreement": "", **given,
    }  # fmt: skip


@pytest.mark.requirement("EP-04")
def test_a_front_door_decision_starts_help_and_nothing_is_typed_twice(
    client: CheckedClient, world: World, duty: User
) -> None:
    agreed(world)
    call = called(world)
    client.force_login(world.lead)
    page = client.get(reverse("start-help", args=[world.family.pk])).content.decode()
    assert "Front door conversation" in page
    assert "Agreed" in page
    assert "NHS number" in page
    response = client.post(reverse("start-help", args=[world.family.pk]), typed(source=str(call.pk)))
    assert response.status_code == 302, response.content.decode()
    beginning = Beginning.objects.get(family=world.family)
    assert beginning.source == call
    assessment = Entry.objects.get(family=world.family, form_id="initial-assessment")
    answers = dict(assessment.answers.values_list("key", "value"))
    assert answers["reason"] == "Maya has not slept in her own bed since June."
    assert answers["history"] == "Two moves in a year."
    assert answers["needs"] == ["education", "health", "family-relationships"]
    assert Fact.objects.filter(family=world.family, name="targeted-help.decided", replaced_by=None).count() == 1
    begun = DueRow.objects.get(family=world.family, standard="case-started")
    assert begun.met_at is not None
    assert not begun.met_late
    assert Notice.objects.filter(to=duty, kind="waiting").exists()
    assert standing_of(world.family).level_id == "level-3"


@pytest.mark.requirement("EP-03")
def test_fewer_needs_than_asked_for_and_no_agreement_each_want_a_reason(client: CheckedClient, world: World) -> None:
    client.force_login(world.lead)
    address = reverse("start-help", args=[world.family.pk])
    refused = client.post(address, typed(needs=["health"]))
    page = refused.content.decode()
    assert refused.status_code == 422
    assert "agreement first" in page
    assert "3 needs or more" in page
    assert not Pathway.objects.exists()
    given = typed(
        needs=["health"],
        why_without_agreement="Rosa is in hospital; asked on Monday.",
        why_few_needs="The baby is due in three weeks.",
    )
    assert client.post(address, given).status_code == 302
    beginning = Beginning.objects.get()
    assert beginning.why_without_agreement
    assert beginning.why_few_needs
    waiting = waiting_for(world.manager)
    assert [(one.family, one.needs, one.few, one.has_lead) for one in waiting] == [
        (world.family, ["Improved mental and physical health"], True, False)
    ]
    assert client.get(reverse("family", args=[world.family.pk])).status_code == 200


def test_help_that_is_open_is_not_started_again(client: CheckedClient, world: World) -> None:
    agreed(world)
    client.force_login(world.lead)
    address = reverse("start-help", args=[world.family.pk])
    client.post(address, typed())
    again = client.post(address, typed())
    assert again.status_code in (302, 422)
    assert Beginning.objects.count() == 1
    assert Pathway.objects.count() == 1
    assert "open already" in client.get(address).content.decode()


@pytest.mark.requirement("EP-05")
def test_the_duty_manager_sees_who_waits_and_writes_the_oversight_from_there(
    client: CheckedClient, world: World, duty: User
) -> None:
    agreed(world)
    call = called(world)
    client.force_login(world.lead)
    client.post(reverse("start-help", args=[world.family.pk]), typed(source=str(call.pk)))
    client.force_login(duty)
    page = client.get(reverse("duty")).content.decode()
    assert "Rowan" in page
    assert "Waiting 0 days" in page
    assert "3 needs" in page
    answer = client.post(reverse("first-oversight", args=[world.family.pk]))
    entry = Entry.objects.get(form_id="oversight-at-creation")
    assert answer["Location"] == reverse("entry-edit", args=[entry.pk])
    assert entry.answers.get(key="came-from").value == ["front-door"]
    # Pressed again it goes on with the same one.
    client.post(reverse("first-oversight", args=[world.family.pk]))
    assert Entry.objects.filter(form_id="oversight-at-creation").count() == 1
    for key in ("considered", "safe-until-allocated", "impact-on-child"):
        story.save_answer(entry_id=entry.pk, key=key, value="Thought through.", revision=0, by=duty)
    story.finalise(entry=entry, by=duty)
    assert DueRow.objects.get(family=world.family, standard="oversight-at-creation").met_at is not None


@pytest.mark.requirement("EP-05")
def test_allocated_outside_of_the_meeting_the_worker_is_told_and_the_talk_is_begun(
    client: CheckedClient, world: World
) -> None:
    agreed(world)
    client.force_login(world.lead)
    client.post(reverse("start-help", args=[world.family.pk]), typed())
    worker = make_user("practitioner", world.team, name="Wilma Worker")
    client.force_login(world.manager)
    address = reverse("allocate-family", args=[world.family.pk])
    page = client.get(address).content.decode()
    assert "Wilma Worker" in page
    assert "Due in two weeks" in page
    assert client.post(address, {"worker": "", "why": ""}).status_code == 422
    response = client.post(address, {"worker": str(worker.pk), "why": "She speaks Rosa’s language."})
    assert response.status_code == 302, response.content.decode()
    assert DueRow.objects.get(family=world.family, standard="allocated").met_at is not None
    assert Notice.objects.filter(to=worker, kind="allocation").count() == 1
    talk = Entry.objects.get(form_id="oversight-at-allocation")
    assert talk.answers.get(key="why-this-worker").value == "She speaks Rosa’s language."
    assert talk.answers.get(key="where-decided").value == ["outside"]
    assert not [one for one in waiting_for(world.manager) if not one.has_lead]
    client.force_login(world.lead)
    assert client.post(address, {"worker": str(worker.pk), "why": ""}).status_code == 403


def test_a_family_whose_support_ended_has_no_lead_practitioner_any_more(world: World) -> None:
    world.open_support(days_ago=20)
    closing = finished(world, form="closure", open_items=accounted(world))
    assert closing.status == "final"
    lead = world.family.involvements.get(role="lead-practitioner")
    assert lead.to_date == today()


def test_the_pack_says_all_that_the_beginning_asks_for() -> None:
    starting = default_pack().starting
    assert starting is not None
    assert starting.needs_at_least == 3
