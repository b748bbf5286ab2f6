"""What can be found is what stands: kept with every change, and the same as if it were written from scratch."""

import pytest

from alongside.finding import actions
from alongside.finding.models import Kind, Row
from alongside.people.actions import move, set_never_show
from alongside.plans.actions import add_action, end_action
from alongside.story import actions as story
from alongside.story.models import Statement
from alongside.story.tests.makers import DAY, World

pytestmark = pytest.mark.django_db


def kept() -> set[tuple[object, ...]]:
    return set(Row.objects.values_list("kind", "source", "family", "entry", "team", "day", "title", "text", "words"))


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
    before = kept()
    actions.rebuild()
    assert kept() == before
