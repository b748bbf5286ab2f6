"""Who is told of what, and never the one who did it."""

import pytest

from alongside.notices.models import Notice
from alongside.people import actions as people
from alongside.people.tests.makers import make_user
from alongside.plans.actions import add_action
from alongside.story import actions as story
from alongside.story.tests.makers import DAY, World, make_world

pytestmark = pytest.mark.django_db


@pytest.fixture
def world(db: None) -> World:
    return make_world()


def told(kind: str) -> set[str]:
    return {one.to.name for one in Notice.objects.filter(kind=kind)}


def test_who_comes_to_work_with_a_family_is_told_but_not_by_themselves(world: World) -> None:
    other = make_user("practitioner", world.team, name="Nia Rowe")
    people.involve(family=world.family, role="co-worker", user=other, by=world.manager)
    people.assign_lead_practitioner(family=world.family, user=world.practitioner, by=world.practitioner)
    assert told("involved") == {"Nia Rowe"}
    assert told("allocation") == set()
    people.assign_lead_practitioner(family=world.family, user=other, by=world.manager)
    assert told("allocation") == {"Nia Rowe"}


def test_managers_are_told_at_once_of_a_record_opened_in_an_emergency(world: World) -> None:
    outside = make_user("practitioner", name="Sam Outside")
    people.use_emergency_access(family=world.family, reason="The police ask for the address now", by=outside)
    assert told("emergency") == {world.manager.name}
    assert Notice.objects.get(kind="emergency").urgent


def test_an_amended_record_is_told_to_who_wrote_it_and_who_leads(world: World) -> None:
    people.assign_lead_practitioner(family=world.family, user=world.practitioner, by=world.practitioner)
    entry = story.finalise(entry=world.conversation(), by=world.practitioner)
    story.finalise(entry=story.amend(entry=entry, why="A wrong day", by=world.manager), by=world.manager)
    assert told("amended") == {world.practitioner.name}


def test_an_action_given_to_an_account_is_told_to_them(world: World) -> None:
    entry = story.finalise(entry=world.conversation(), by=world.practitioner)
    add_action(entry=entry, words="Ring the school", by=world.practitioner, agreed_on=DAY, owner_user=world.manager)
    add_action(entry=entry, words="Own", by=world.practitioner, agreed_on=DAY, owner_user=world.practitioner)
    assert told("action") == {world.manager.name}


def test_a_draft_is_told_to_nobody(world: World) -> None:
    world.conversation()
    assert not Notice.objects.exists()


def test_a_signature_is_asked_of_managers_and_what_they_say_comes_to_the_author(world: World) -> None:
    other = make_user("manager", world.team, name="Mo Lane")
    make_user("manager", name="Of another team")
    asked = story.ask_sign_off(entry=world.conversation(), role="manager", by=world.practitioner)
    assert told("sign-off") == set()  # a conversation needs no signature by its form
    closing = story.ask_sign_off(entry=world.draft("closure"), role="manager", by=world.practitioner)
    assert told("sign-off") == {world.manager.name, other.name}
    story.send_back(entry=closing, comment="Say what the children think.", by=world.manager)
    assert told("returned") == {world.practitioner.name}
    story.sign(entry=asked, comment="Thoughtful work.", by=other)
    assert told("signed") == {world.practitioner.name}
