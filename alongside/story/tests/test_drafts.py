"""Drafts: saved answer by answer, never overwritten unseen, never lost (ALL-05)."""

from datetime import time
from typing import Any
from unittest import mock

import pytest
from django.db import DatabaseError, transaction

from alongside.access.trail.models import Change
from alongside.people.tests.makers import make_user
from alongside.story import actions
from alongside.story.drafting import clock_time
from alongside.story.models import Answer, Entry
from alongside.story.tests.makers import World


def test_an_answer_saved_again_goes_up_one_revision(world: World) -> None:
    entry = world.draft()
    assert world.save(entry, "reason", "A first thought") == 1
    assert world.save(entry, "reason", "A second thought", revision=1) == 2
    assert Answer.objects.get(entry=entry, key="reason").value == "A second thought"


def test_somebody_elses_answer_is_shown_and_not_overwritten(world: World) -> None:
    entry = world.draft()
    world.save(entry, "reason", "Ana's words")
    world.save(entry, "reason", "Jo's words", revision=1, by=world.manager)
    with pytest.raises(actions.Conflict) as conflict:
        world.save(entry, "reason", "Ana's later words", revision=1)
    assert conflict.value.answer.value == "Jo's words"
    assert conflict.value.answer.saved_by == world.manager
    assert Answer.objects.get(entry=entry, key="reason").value == "Jo's words"


def test_the_same_words_from_two_tabs_are_no_conflict(world: World) -> None:
    entry = world.draft()
    world.save(entry, "reason", "The same words")
    assert world.save(entry, "reason", "The same words") == 1


def test_what_the_same_page_sent_before_without_an_answer_is_no_conflict(world: World) -> None:
    entry = world.draft()
    world.save(entry, "reason", "Half a wo")
    by: dict[str, Any] = {"entry_id": entry.pk, "key": "reason", "by": world.practitioner}
    assert actions.save_answer(value="Half a word", revision=0, unheard=["Half", "Half a wo"], **by).revision == 2
    world.save(entry, "reason", "Jo's words", revision=2, by=world.manager)
    with pytest.raises(actions.Conflict):
        actions.save_answer(value="Half a word more", revision=2, unheard=["Jo's words"], **by)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("15:30", time(15, 30)), ("15.30", time(15, 30)), ("1530", time(15, 30)), ("9:05", time(9, 5)),
        ("09:05:00", time(9, 5)), ("3pm", time(15)), ("3.30 p.m.", time(15, 30)), ("12 am", time(0)),
        ("12:15 PM", time(12, 15)), ("15", None), ("13pm", None), ("0am", None), ("24:00", None), ("7:60", None),
        ("half three", None), ("", None), ("٣:٣٠", None),
    ],
)  # fmt: skip
def test_a_time_is_read_however_people_write_it(typed: str, meant: time | None) -> None:
    assert clock_time(typed) == meant


def test_a_revision_that_was_never_given_is_refused(world: World) -> None:
    entry = world.draft()
    world.save(entry, "reason", "Kept")
    with pytest.raises(actions.Conflict):
        world.save(entry, "reason", "Forged", revision=7)


@pytest.mark.parametrize("status", ["final", "awaiting-sign-off", "set-aside"])
def test_only_a_draft_takes_answers(world: World, status: str) -> None:
    entry = world.conversation() if status == "final" else world.draft()
    if status == "final":
        actions.finalise(entry=entry, by=world.practitioner)
    else:
        Entry.objects.filter(pk=entry.pk).update(status=status)
    with pytest.raises(actions.NotADraft):
        world.save(entry, "where", "Too late")


def test_a_draft_set_aside_is_taken_up_again_with_its_answers(world: World) -> None:
    entry = world.draft()
    world.save(entry, "reason", "Half a sentence")
    actions.set_aside(entry=entry, by=world.practitioner)
    actions.restore(entry=entry, by=world.practitioner)
    assert entry.is_draft
    assert entry.answers.get(key="reason").value == "Half a sentence"


def test_each_save_is_on_the_trail_without_the_words(world: World) -> None:
    entry = world.draft()
    world.save(entry, "reason", "Nobody else's business")
    change = Change.objects.filter(action="answer.saved").latest("number")
    assert change.detail == {"question": "reason", "revision": 1}
    assert (change.subject, change.family_id) == (f"entry {entry.pk}", world.family.pk)


def test_nothing_is_saved_when_the_trail_cannot_be_written(world: World) -> None:
    entry = world.draft()
    broken: Any = mock.patch("alongside.access.trail.changed", side_effect=DatabaseError("no trail"))
    with broken, pytest.raises(DatabaseError), transaction.atomic():
        world.save(entry, "reason", "Unwitnessed")
    assert not entry.answers.exists()


@pytest.mark.parametrize(("about", "works"), [("family", True), ("place", False), ("nonsense", False)])
def test_a_form_is_only_about_what_its_pack_allows(world: World, about: str, works: bool) -> None:
    if works:
        assert world.draft(about=about).about == about
        return
    with pytest.raises(ValueError, match="cannot be about"):
        world.draft(about=about)


def test_a_note_about_a_place_belongs_to_its_author_then_to_the_team(world: World) -> None:
    entry = world.draft("wider-note", about="place", family=None, about_words="The skate park by the station")
    colleague = make_user("practitioner", world.team)
    stranger = make_user("practitioner")
    readers = [user for user in (world.practitioner, colleague, stranger) if Entry.objects.for_user(user).exists()]
    assert readers == [world.practitioner]
    Entry.objects.filter(pk=entry.pk).update(status="awaiting-sign-off")
    assert Entry.objects.for_user(colleague).exists()
    assert not Entry.objects.for_user(stranger).exists()
