"""What is final stays; what has to be put right becomes a version beside it (ALL-06)."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, connection, transaction

from alongside.people.tests.makers import make_user
from alongside.story import actions
from alongside.story.models import Document, Entry, Fact
from alongside.story.queries import story_of
from alongside.story.tasks import file_copy
from alongside.story.tests.makers import DAY, World


@pytest.fixture
def final(world: World) -> Entry:
    return actions.finalise(entry=world.conversation(), by=world.practitioner)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE story_entry SET title = 'Other' WHERE id = %s",
        "UPDATE story_entry SET status = 'draft' WHERE id = %s",
        "UPDATE story_entry SET superseded_at = now(), summary = 'Other' WHERE id = %s",
        "DELETE FROM story_entry WHERE id = %s",
        "UPDATE story_answer SET value = '\"Other\"' WHERE entry_id = %s",
        "DELETE FROM story_answer WHERE entry_id = %s",
        "INSERT INTO story_answer (entry_id, key, value, revision, saved_at, saved_by_id)"
        " SELECT id, 'more', '1', 1, now(), author_id FROM story_entry WHERE id = %s",
        "UPDATE story_fact SET name = 'other.fact' WHERE entry_id = %s",
        "DELETE FROM story_fact WHERE entry_id = %s",
    ],
)
def test_the_database_itself_refuses_to_change_what_is_final(final: Entry, statement: str) -> None:
    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement, [final.pk])


def test_a_final_entry_says_when_and_by_whom_and_holds_its_facts(world: World, final: Entry) -> None:
    assert (final.status, final.finalised_by) == ("final", world.practitioner)
    names = set(final.facts.values_list("name", flat=True))
    assert {"entry.finalised", "conversation.held"} <= names
    fact = final.facts.get(name="conversation.held")
    assert fact.happened_at.date() == DAY
    assert fact.recorded_at == final.finalised_at


def test_what_is_missing_is_named_and_nothing_becomes_final(world: World) -> None:
    entry = world.draft(happened_on=None)
    with pytest.raises(actions.NotReady) as not_ready:
        actions.finalise(entry=entry, by=world.practitioner)
    keys = [lack.key for lack in not_ready.value.lacks]
    assert keys[0] == "happened"
    assert {"spoken-with", "reason", "practitioner-step"} <= set(keys)
    entry.refresh_from_db()
    assert entry.is_draft
    assert not Fact.objects.filter(entry=entry).exists()


def test_the_future_has_not_happened_yet(world: World) -> None:
    entry = world.conversation()
    entry.happened_on = date.today() + timedelta(days=2)
    entry.save()
    with pytest.raises(actions.NotReady, match="in the future"):
        actions.finalise(entry=entry, by=world.practitioner)


def test_finishing_twice_makes_one_final_entry(world: World, final: Entry) -> None:
    with pytest.raises(actions.NotReady, match="Somebody has finished this"):
        actions.finalise(entry=final, by=world.practitioner)
    assert Fact.objects.filter(entry=final, name="entry.finalised").count() == 1


@pytest.mark.requirement("ALL-06")
def test_an_amendment_takes_the_place_of_the_earlier_version_which_stays(world: World, final: Entry) -> None:
    draft = actions.amend(entry=final, why="The step was another one", by=world.practitioner)
    assert draft.answers.get(key="reason").value == "Mornings have been hard since the move."
    world.save(draft, "practitioner-step-why", "They ring me on Friday.", revision=1)
    amended = actions.finalise(entry=draft, by=world.practitioner)

    final.refresh_from_db()
    assert final.superseded_at is not None
    assert final.answers.get(key="practitioner-step-why").value == "They know whom to ask now."
    assert [one.pk for one in story_of(world.family).entries] == [amended.pk]
    standing = Fact.objects.filter(name="conversation.held", replaced_by=None)
    assert [fact.entry_id for fact in standing] == [amended.pk]


def test_what_was_written_up_in_time_does_not_turn_late_by_being_amended(world: World, final: Entry) -> None:
    draft = actions.amend(entry=final, why="A name was misspelt", by=world.practitioner)
    amended = actions.finalise(entry=draft, by=world.practitioner)
    told = Fact.objects.get(entry=amended, name="conversation.held")
    assert told.recorded_at == final.finalised_at
    assert told.happened_at == final.facts.get(name="conversation.held").happened_at


def test_an_amendment_needs_a_reason_and_goes_on_with_the_one_under_way(world: World, final: Entry) -> None:
    with pytest.raises(ValueError, match="why"):
        actions.amend(entry=final, why="  ", by=world.practitioner)
    first = actions.amend(entry=final, why="A wrong name", by=world.practitioner)
    assert actions.amend(entry=final, why="Again", by=world.manager) == first


def test_who_does_not_write_with_families_amends_nothing(world: World, final: Entry) -> None:
    with pytest.raises(PermissionError):
        actions.amend(entry=final, why="Curious", by=make_user("auditor"))


def test_the_copy_files_itself_once(world: World, final: Entry) -> None:
    file_copy(final.pk)
    file_copy(final.pk)
    document = Document.objects.get(entry=final)
    assert document.category == "conversations"
    assert document.name == "Initial conversation, 2026-03-09.pdf"
    assert document.file.read().startswith(b"%PDF")


def closing(world: World) -> Entry:
    """An entry whose form asks for a manager's signature, waiting for it."""
    entry = world.conversation()
    return actions.ask_sign_off(entry=entry, role="manager", by=world.practitioner)


def test_a_manager_of_the_team_signs_and_the_entry_is_final(world: World) -> None:
    entry = actions.sign(entry=closing(world), comment="Thoughtful work.", by=world.manager)
    assert entry.is_final
    assert entry.sign_offs.get().comment == "Thoughtful work."


def test_sent_back_it_is_a_draft_again_with_what_is_asked_for(world: World) -> None:
    entry = actions.send_back(entry=closing(world), comment="Ask Kit too.", by=world.manager)
    assert entry.is_draft
    assert entry.sign_offs.get().decision == "returned"


@pytest.mark.parametrize("who", ["author", "other manager", "colleague"])
def test_nobody_else_signs(world: World, who: str) -> None:
    signer = {
        "author": world.practitioner,
        "other manager": make_user("manager"),
        "colleague": make_user("practitioner", world.team),
    }[who]
    with pytest.raises(PermissionError):
        actions.sign(entry=closing(world), comment="", by=signer)
