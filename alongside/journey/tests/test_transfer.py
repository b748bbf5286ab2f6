"""A family handed over: asked for by one side, agreed to by the other, made from the record, signed by both workers."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from alongside.access.models import Team, User
from alongside.journey.models import Transfer
from alongside.journey.tests.making import World, an_action, finished
from alongside.notices.models import Notice
from alongside.people.models import Family, Involvement
from alongside.people.tests.makers import make_team, make_user
from alongside.story import actions as story
from alongside.story.models import Entry, Fact
from tests.pages import CheckedClient


@pytest.fixture
def hilltop(db: None) -> Team:
    return make_team("Hilltop")


@pytest.fixture
def receiver(hilltop: Team) -> User:
    return make_user("manager", hilltop, name="Hal Hilltop")


@pytest.fixture
def worker(hilltop: Team) -> User:
    return make_user("practitioner", hilltop, name="Wilma Worker")


def press(client: CheckedClient, world: World, user: User, do: str, **typed: Any) -> Any:
    client.force_login(user)
    return client.post(reverse("family-transfer", args=[world.family.pk]), {"do": do, **typed})


def leads(world: World) -> User | None:
    found = Involvement.objects.filter(family=world.family, role="lead-practitioner", to_date=None).first()
    return found.user if found else None


def sees(world: World, user: User) -> bool:
    return Family.objects.for_user(User.objects.get(pk=user.pk)).filter(pk=world.family.pk).exists()


@pytest.mark.requirement("EP-05")
def test_a_family_goes_to_another_team_with_a_handover_made_from_its_record(
    client: CheckedClient, world: World, hilltop: Team, receiver: User, worker: User
) -> None:
    world.open_support(days_ago=20)
    finished(
        world, form="family-plan", days_ago=10, actions=[an_action("Ask about breakfast club", world, due="")]
    )  # fmt: skip
    page = client_page(client, world, world.manager)
    assert "Begin the handover" in page
    asked = press(client, world, world.manager, "ask", to_team=str(hilltop.pk), to_user="", why="They moved.")
    assert asked.status_code == 302, asked.content.decode()
    transfer = Transfer.objects.get()
    assert Notice.objects.filter(to=receiver, kind="transfer").count() == 1
    assert sees(world, receiver)  # for as long as it is asked
    assert leads(world) == world.lead

    assert press(client, world, world.manager, "accept", to_user=str(worker.pk)).status_code == 403
    assert press(client, world, receiver, "accept", to_user="").status_code == 422
    assert press(client, world, receiver, "accept", to_user=str(worker.pk)).status_code == 302
    assert leads(world) == worker
    assert Family.objects.get(pk=world.family.pk).team == hilltop
    assert Fact.objects.filter(family=world.family, name="allocation.made").count() == 2
    past = Involvement.objects.get(family=world.family, role="lead-practitioner", to_date__isnull=False)
    assert past.user == world.lead
    assert sees(world, world.lead)  # until both have signed

    draft = transfer.handover or Entry.objects.get(form_id="handover")
    assert draft.answers.get(key="why-handed-over").value == "They moved."
    press(client, world, world.lead, "sign", transfer=str(transfer.pk))
    assert Transfer.objects.get().given_at is None  # it is not written yet
    for key, words in {
        "next-steps": "Ring on Monday.",
        "what-works": "Come after four.",
        "family-told": "“Fine.”",
    }.items():
        story.save_answer(entry_id=draft.pk, key=key, value=words, revision=0, by=world.lead)
    client.force_login(world.lead)
    assert "Ask about breakfast club" in client.get(reverse("entry-edit", args=[draft.pk])).content.decode()
    story.finalise(entry=Entry.objects.get(pk=draft.pk), by=world.lead)
    record = client.get(reverse("entry", args=[draft.pk])).content.decode()
    for words in ("Ask about breakfast club", "Maya Rowan", "Ring on Monday.", "A first contact with the family"):
        assert words in record
    assert press(client, world, world.lead, "sign", transfer=str(transfer.pk)).status_code == 302
    assert press(client, world, worker, "sign", transfer=str(transfer.pk)).status_code == 302
    signed = Transfer.objects.get()
    assert signed.given_by == world.lead
    assert signed.taken_by == worker
    page = client_page(client, world, worker)
    assert "Signed by Leo Lead" in page
    assert "Signed by Wilma Worker" in page


def client_page(client: CheckedClient, world: World, user: User) -> str:
    client.force_login(user)
    return client.get(reverse("family-transfer", args=[world.family.pk])).content.decode()


def test_within_a_team_its_manager_asks_nobody(client: CheckedClient, world: World) -> None:
    world.open_support(days_ago=20)
    sam = make_user("practitioner", world.team, name="Sam Second")
    team, grace = str(world.team.pk), make_user("practitioner", name="Grace Elsewhere")
    elsewhere = press(client, world, world.manager, "ask", to_team=team, to_user=str(grace.pk), why="Leave.")
    assert elsewhere.status_code == 422
    assert press(client, world, world.manager, "ask", to_team=team, to_user="", why="Leave.").status_code == 422
    lead = str(world.lead.pk)
    assert press(client, world, world.manager, "ask", to_team=team, to_user=lead, why="Leave.").status_code == 422
    assert (
        press(client, world, world.manager, "ask", to_team=team, to_user=str(sam.pk), why="Leave.").status_code == 302
    )
    assert leads(world) == sam
    assert Transfer.objects.get().state == Transfer.State.ACCEPTED
    assert Notice.objects.filter(to=sam, kind="allocation").exists()
    assert Notice.objects.filter(to=world.lead, kind="transfer").count() == 2


def test_what_is_not_agreed_to_changes_nothing_and_the_manager_sees_the_family_no_more(
    client: CheckedClient, world: World, hilltop: Team, receiver: User
) -> None:
    world.open_support(days_ago=20)
    press(client, world, world.manager, "ask", to_team=str(hilltop.pk), to_user="", why="They moved.")
    assert press(client, world, receiver, "decline", to_user="", why="").status_code == 422
    assert press(client, world, receiver, "decline", to_user="", why="They live on your side.").status_code == 302
    assert not sees(world, receiver)
    assert leads(world) == world.lead
    assert "They live on your side." in client_page(client, world, world.manager)
    press(client, world, world.manager, "ask", to_team=str(hilltop.pk), to_user="", why="They moved again.")
    assert press(client, world, world.manager, "withdraw").status_code == 302
    assert not Transfer.objects.filter(state=Transfer.State.ASKED).exists()


def test_the_page_asks_few_questions(client: CheckedClient, world: World, hilltop: Team, receiver: User) -> None:
    world.open_support(days_ago=20)
    press(client, world, world.manager, "ask", to_team=str(hilltop.pk), to_user="", why="They moved.")
    client_page(client, world, receiver)
    with CaptureQueriesContext(connection) as asked:
        client.get(reverse("family-transfer", args=[world.family.pk]))
    assert len([one for one in asked if not one["sql"].startswith(("SAVEPOINT", "RELEASE"))]) <= 15
