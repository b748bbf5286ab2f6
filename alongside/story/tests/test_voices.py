"""What each child said, drew, sent, rated and showed, gathered from whatever record it stands in."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from alongside.packs.queries import current_pack
from alongside.story import actions as story
from alongside.story.asking import Someone
from alongside.story.models import ChildHeard, Entry, Fact
from alongside.story.queries.voices import Voice, glances, missing, with_parts
from alongside.story.tests.makers import World


def heard(world: World, form: str = "voice-of-the-child", **answers: Any) -> Entry:
    """A final record of what the eldest child said; keys with `of_child` in them are about them."""
    entry = world.draft(form)
    for key, value in answers.items():
        world.save(entry, key.replace("_", "-").replace("-of-child", f"@{world.child.pk}"), value)
    return story.finalise(entry=Entry.objects.get(pk=entry.pk), by=world.practitioner)


def seen(world: World, how: str) -> dict[str, Any]:
    return {
        "people": [{"id": world.child.pk, "name": world.child.name, "is_child": True, "how": how}], "others": "",
    }  # fmt: skip


def voices(world: World) -> list[Voice]:
    return with_parts(glances(world.family)[world.child.pk].rows, world.child)


def test_a_voice_is_kept_with_day_means_and_whether_the_child_was_alone(world: World) -> None:
    heard(world, children_seen=seen(world, "alone"), means=["talked", "activity"], childs_view_of_child="I like dogs.")
    row = ChildHeard.objects.get()
    assert (row.person, row.alone, row.words, row.only_observed) == (world.child, True, "I like dogs.", False)
    assert row.ways == ["We talked", "Through play, drawing or another activity"]
    assert Fact.objects.filter(name="child.heard", person=world.child).count() == 1
    (voice,) = voices(world)
    assert [block.text for part in voice.parts for block in part.blocks] == ["I like dogs."]  # type: ignore[union-attr]


def test_what_a_child_shows_without_words_counts_as_their_voice_and_is_no_quotation(world: World) -> None:
    heard(world, means=["observed"], shown_of_child="He turned to his mother’s voice.")
    assert ChildHeard.objects.get().only_observed
    assert Fact.objects.filter(name="child.heard").exists()


def test_a_rating_and_a_sentence_for_the_map_are_the_childs_voice_too(world: World) -> None:
    said = {"id": world.child.pk, "name": world.child.name}
    row = {"id": "3a6e2d0e-54a7-4f0e-9f0d-5a9b6c8d7e6f", "words": "Nobody plays with me", "said_by": said, "about": []}
    entry = world.conversation(
        **{"whats-worrying": [row | {"state": "living"}]} if _has(world, "whats-worrying") else {},
        **{_rating(world): [said | {"value": 4, "words": ""}]},
    )
    story.finalise(entry=entry, by=world.practitioner)
    ways = ChildHeard.objects.get(person=world.child).ways
    assert "On a scale" in ways
    (voice,) = voices(world)
    assert any(
        "4 of" in item[0] for part in voice.parts for block in part.blocks for item in getattr(block, "items", ())
    )


def _has(world: World, field: str) -> bool:
    return any(one.id == field for one in current_pack().form("initial-conversation").fields)


def _rating(world: World) -> str:
    return next(one.id for one in current_pack().form("initial-conversation").fields if one.type == "rating")


def test_words_that_a_record_tells_of_all_children_at_once_count_for_none(world: World) -> None:
    entry = world.draft("meeting-note")
    found = next(one for one in current_pack().form("meeting-note").fields if one.words_of == "child")
    world.save(entry, found.id, "They would rather be outside.")
    assert not ChildHeard.objects.exists()


def test_a_correction_takes_the_place_of_what_was_heard(world: World) -> None:
    entry = heard(world, means=["talked"], childs_view_of_child="I like cats.")
    version = story.amend(entry=entry, why="He said dogs.", by=world.practitioner)
    world.save(version, f"childs-view@{world.child.pk}", "I like dogs.", revision=1)
    story.finalise(entry=Entry.objects.get(pk=version.pk), by=world.practitioner)
    assert [one.words for one in glances(world.family)[world.child.pk].rows] == ["I like dogs."]
    assert Fact.objects.filter(name="child.heard", replaced_by=None).count() == 1


def test_what_was_never_asked_and_who_was_never_seen_alone_stands_out(world: World) -> None:
    child = Someone(world.child.pk, world.child.name, is_child=True)
    heard(
        world, children_seen=seen(world, "with-others"), means=["talked"], childs_view_of_child="School is fine.",
        topics_of_child=["school", "friends"],
    )  # fmt: skip
    found = missing(glances(world.family)[world.child.pk], current_pack(), child)
    assert found.never_alone
    assert "Home, and those who live there" in found.topics
    assert f"Does {child.name} feel safe?" in found.topics
    assert "School, nursery or work" not in found.topics
    heard(
        world,
        children_seen=seen(world, "alone"),
        means=["talked"],
        feels_safe_of_child=["feels-safe"],
        childs_view_of_child="Yes.",
    )
    found = missing(glances(world.family)[world.child.pk], current_pack(), child)
    assert not found.never_alone
    assert f"Does {child.name} feel safe?" not in found.topics


def test_many_voices_take_as_few_questions_to_the_database_as_one(world: World) -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as asked:
            voices(world)
        return len(asked)

    heard(world, means=["talked"], childs_view_of_child="One")
    few = queries()
    for number in range(6):
        heard(world, means=["talked"], childs_view_of_child=f"And {number}")
    assert queries() == few <= 4


@pytest.mark.parametrize("how", ["by", "not-needed", "went-without"])
def test_an_interpreter_who_is_an_adult_is_no_problem(world: World, how: str) -> None:
    heard(
        world,
        means=["talked"],
        childs_view_of_child="Hello",
        interpreter={"how": how, "who": None, "name": "Ms Osei, Interpreters Ltd"},
    )


@pytest.mark.parametrize("by_name", [True, False])
def test_a_child_is_refused_as_interpreter_with_the_reason(world: World, by_name: bool) -> None:
    child = world.children[1]
    who = None if by_name else {"id": child.pk, "name": child.name, "is_child": True}
    name = f"{child.name.lower()} (their brother)" if by_name else ""
    with pytest.raises(story.NotReady, match="is under 18 and may not interpret"):
        heard(
            world, means=["talked"], childs_view_of_child="Hello", interpreter={"how": "by", "who": who, "name": name}
        )
