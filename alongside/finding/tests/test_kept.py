"""What can be found is what stands: kept with every change, and the same as if it were written from scratch."""

import pytest
from django.core.management import call_command

from alongside.finding.models import Kind, Row
from alongside.plans.actions import add_action, end_action
from alongside.story import actions as story
from alongside.story.models import Statement
from alongside.story.tests.makers import DAY, World

pytestmark = pytest.mark.django_db


def kept() -> set[tuple[object, ...]]:
    of_a_row = ("kind", "source", "family", "entry", "team", "author", "day", "title", "text", "words")
    return set(Row.objects.values_list(*of_a_row))


def same_from_scratch() -> bool:
    before = kept()
    call_command("rebuild_search", verbosity=0)
    return kept() == before


def test_a_record_is_found_when_it_is_final_and_its_later_version_instead(world: World) -> None:
    first = world.conversation(reason="The boiler broke.")
    assert not Row.objects.exists()
    first = story.finalise(entry=first, by=world.practitioner)
    assert "The boiler broke." in Row.objects.get(kind=Kind.RECORD).text
    second = story.amend(entry=first, why="It was the cooker", by=world.practitioner)
    world.save(second, "reason", "The cooker broke.", revision=1)
    story.finalise(entry=second, by=world.practitioner)
    [row] = Row.objects.filter(kind=Kind.RECORD)
    assert (row.entry_id, "cooker" in row.text, "boiler" in row.text) == (second.pk, True, False)
    assert same_from_scratch()


def test_statements_and_actions_are_found_as_they_stand_now(world: World) -> None:
    def row(id: str) -> dict[str, object]:
        about = [{"id": world.child.pk, "name": world.child.name}]
        return {"id": id, "words": "School is hard", "said_by": None, "about": about, "state": "living"}

    one = "5f0c8a4e-0000-4000-8000-000000000001"
    entry = story.finalise(entry=world.conversation(worries=[row(one)]), by=world.practitioner)
    statement = Statement.objects.get()
    assert Row.objects.get(kind=Kind.STATEMENT).text == "School is hard"
    statement.words = "School is easier"
    statement.save()
    action = add_action(entry=entry, words="Call the school", by=world.practitioner, agreed_on=DAY, owner_words="Kerry")
    end_action(action=action, state="done", result="They were kind", by=world.practitioner, on=DAY)
    assert Row.objects.get(kind=Kind.STATEMENT).text == "School is easier"
    assert Row.objects.get(kind=Kind.ACTION).text == "Call the school\nThey were kind"
    assert same_from_scratch()
    statement.state = Statement.State.WITHDRAWN
    statement.save()
    assert not Row.objects.filter(kind=Kind.STATEMENT).exists()
    assert same_from_scratch()


def test_what_is_about_no_family_is_a_teams(world: World) -> None:
    entry = world.draft("wider-note", family=None, about="place", about_words="The park")
    world.save(entry, "what-is-known", "A caravan stands there.")
    story.finalise(entry=entry, by=world.practitioner)
    row = Row.objects.get()
    assert (row.family_id, row.team_id, row.author_id) == (None, world.team.pk, world.practitioner.pk)
    assert same_from_scratch()
