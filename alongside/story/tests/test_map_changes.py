"""What becomes of a statement on the map: each change says why, keeps how it stood before, and can be undone."""

from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import DatabaseError, transaction
from hypothesis import given
from hypothesis import strategies as st

from alongside.access.models import Change
from alongside.people.tests.makers import make_family, make_user
from alongside.story import actions as story
from alongside.story import rules
from alongside.story.actions import statements as actions
from alongside.story.models import Statement
from alongside.story.queries import map_of
from alongside.story.queries.map import Sought
from alongside.story.queries.statements import living_statements
from alongside.story.rules import BECOMING, speaks_for
from alongside.story.tests.makers import World
from alongside.story.tests.test_statements import finished, row

WHY = "They put it better today"


@pytest.fixture
def worries(world: World) -> tuple[Statement, Statement]:
    """Two worries that say the same, each rated once."""
    said = [row("Mornings are loud"), row("There is shouting before school")]
    finished(world, worries=said)
    loud, shouting = (Statement.objects.get(pk=one["id"]) for one in said)
    for one, value in ((loud, 3), (shouting, 4)):
        one.entry.ratings.create(
            family=world.family, scale="sorted-out", statement=one, value=value, rated_on=one.said_on
        )
    return loud, shouting


def reworded(statement: Statement, words: str, world: World, *, seen: int | None = None) -> Statement:
    seen = statement.revision if seen is None else seen
    return actions.reword(statement=statement, words=words, why=WHY, seen=seen, by=world.practitioner)


def merged(one: Statement, into: Statement, world: World, words: str = "") -> Statement:
    return actions.merge(
        statement=one, into=into, words=words, why="They say the same", seen=one.revision, by=world.practitioner
    )


def on_the_map(world: World, **sought: Any) -> dict[str, list[Statement]]:
    pack = Statement.objects.all()[0].entry.pack
    columns = map_of(world.family, pack, sought=Sought(**sought)).columns
    return {one.column.id: one.living for one in columns}


def test_reworded_it_keeps_its_old_words_who_and_why_and_the_record_keeps_its_own(
    world: World, worries: tuple[Statement, Statement]
) -> None:
    worry = worries[0]
    now = reworded(worry, "Mornings are rushed", world)
    assert (now.pk, now.words, now.revision) == (worry.pk, "Mornings are rushed", 2)
    latest, first = worry.changes.order_by("-pk")[:2]
    assert (latest.what, latest.words, latest.by, latest.why) == (
        "reworded", "Mornings are rushed", world.practitioner, WHY,
    )  # fmt: skip
    assert (first.what, first.words) == ("said", "Mornings are loud")
    assert worry.entry.answers.get(key="worries").value[0]["words"] == "Mornings are loud"
    assert Change.objects.filter(action="statement.reworded", family_id=world.family.pk).exists()


def test_the_second_of_two_who_reword_it_at_once_is_told_and_nothing_is_lost(
    world: World, worries: tuple[Statement, Statement]
) -> None:
    worry = worries[0]
    reworded(worry, "Mornings are rushed", world)
    with pytest.raises(actions.ChangedMeanwhile) as meanwhile:
        reworded(worry, "Mornings feel too short", world, seen=1)
    assert meanwhile.value.statement.words == "Mornings are rushed"
    assert reworded(worry, "Mornings are rushed", world, seen=1).revision == 2  # the same words are no conflict
    reworded(worry, "Mornings feel too short", world, seen=2)
    assert list(worry.changes.order_by("pk").values_list("words", flat=True)) == [
        "Mornings are loud", "Mornings are rushed", "Mornings feel too short",
    ]  # fmt: skip


def test_merged_one_speaks_for_both_and_separated_each_is_as_it_was(
    world: World, worries: tuple[Statement, Statement]
) -> None:
    loud, shouting = worries
    assert merged(loud, shouting, world, words="Mornings are loud and rushed") == shouting
    [left] = on_the_map(world)["worries"]
    assert (left.pk, left.words, left.places) == (shouting.pk, "Mornings are loud and rushed", [3, 4])  # type: ignore[attr-defined]
    [offered] = living_statements(world.family.pk)
    assert (offered["words"], offered["speaks_for"]) == ("Mornings are loud and rushed", [str(loud.pk)])
    loud.refresh_from_db()
    actions.unmerge(statement=loud, why="They are two things", seen=loud.revision, by=world.practitioner)
    found = {one.pk: (one.words, one.places) for one in on_the_map(world)["worries"]}  # type: ignore[attr-defined]
    assert found == {
        loud.pk: ("Mornings are loud", [3]),
        shouting.pk: ("Mornings are loud and rushed", [4]),
    }
    assert list(shouting.changes.order_by("pk").values_list("what", flat=True)) == ["said", "took-in", "gave-back"]


def test_a_merged_one_that_is_merged_on_counts_for_the_last(world: World, worries: tuple[Statement, Statement]) -> None:
    loud, shouting = worries
    finished(world, worries=[row("School starts badly")])
    third = Statement.objects.get(words="School starts badly")
    merged(loud, shouting, world)
    shouting.refresh_from_db()
    merged(shouting, third, world)
    [left] = on_the_map(world)["worries"]
    assert (left.pk, left.places) == (third.pk, [3, 4])  # type: ignore[attr-defined]


def test_it_moves_to_another_column_of_the_pack_only(world: World, worries: tuple[Statement, Statement]) -> None:
    worry, pack = worries[0], worries[0].entry.pack
    given: dict[str, Any] = {"statement": worry, "pack": pack, "why": WHY, "seen": 1, "by": world.practitioner}
    with pytest.raises(ValidationError, match="Choose one of the columns"):
        actions.move(column="nowhere", **given)
    actions.move(column="needs-to-happen", **given)
    assert [one.pk for one in on_the_map(world)["needs-to-happen"]] == [worry.pk]


def test_what_stands_in_a_column_that_the_pack_lost_is_still_shown(
    world: World, worries: tuple[Statement, Statement]
) -> None:
    Statement.objects.filter(pk=worries[0].pk).update(column="once-there")
    assert [one.pk for one in on_the_map(world)["elsewhere"]] == [worries[0].pk]


def test_sorted_out_and_taken_back_can_be_brought_back(world: World, worries: tuple[Statement, Statement]) -> None:
    for end in (actions.resolve, actions.take_back):
        now = Statement.objects.get(pk=worries[0].pk)
        ended = end(statement=now, why="It is over", seen=now.revision, by=world.practitioner)
        assert ended.pk not in {one.pk for one in on_the_map(world)["worries"]}
        back = actions.bring_back(statement=ended, why="It is not", seen=ended.revision, by=world.practitioner)
        assert back.state == "living"
    whats = ["said", "resolved", "brought-back", "withdrawn", "brought-back"]
    assert list(worries[0].changes.order_by("pk").values_list("what", flat=True)) == whats


@pytest.mark.parametrize("state", BECOMING)
@pytest.mark.parametrize("becoming", sorted({one for those in BECOMING.values() for one in those}))
def test_what_may_become_of_it_follows_from_how_it_stands(state: str, becoming: str) -> None:
    if becoming in BECOMING[state]:
        rules.check_becoming(state, becoming, "because")
        with pytest.raises(ValidationError, match="Write why"):
            rules.check_becoming(state, becoming, "  ")
    else:
        with pytest.raises(ValidationError, match="as the statement stands now"):
            rules.check_becoming(state, becoming, "because")


def test_only_those_who_work_with_the_family_change_its_map(world: World, worries: tuple[Statement, Statement]) -> None:
    for stranger in (make_user("practitioner", name="From elsewhere"), make_user("auditor", name="Reads only")):
        with pytest.raises(PermissionDenied):
            actions.reword(statement=worries[0], words="Mine", why=WHY, seen=1, by=stranger)


def test_another_familys_statement_is_nothing_to_merge_with(world: World, worries: tuple[Statement, Statement]) -> None:
    other = make_family("Byrne", team=world.team, by=world.practitioner)
    theirs = Statement.objects.create(
        family=other, entry=worries[0].entry, column="worries", words="Ours", said_on=worries[0].said_on
    )
    for into in (theirs, worries[0]):
        with pytest.raises(ValidationError, match="another statement of the same family"):
            merged(worries[0], into, world)


def test_a_draft_begun_before_does_not_bring_old_words_back(world: World, worries: tuple[Statement, Statement]) -> None:
    worry = worries[0]
    draft = world.conversation(worries=[row(worry.words, id=str(worry.pk))])
    reworded(worry, "Mornings are rushed", world)
    entry = story.finalise(entry=draft, by=world.practitioner)
    worry.refresh_from_db()
    assert worry.words == "Mornings are rushed"
    assert entry.answers.get(key="worries").value[0]["words"] == "Mornings are loud"


def test_sorted_out_in_a_draft_it_is_sorted_out_where_it_was_merged_meanwhile(
    world: World, worries: tuple[Statement, Statement]
) -> None:
    loud, shouting = worries
    draft = world.conversation(worries=[row(loud.words, id=str(loud.pk), state="resolved")])
    merged(loud, shouting, world)
    story.finalise(entry=draft, by=world.practitioner)
    assert set(Statement.objects.values_list("words", "state")) == {
        ("Mornings are loud", "merged"), ("There is shouting before school", "resolved"),
    }  # fmt: skip


def test_a_draft_does_not_undo_what_was_sorted_out_meanwhile(
    world: World, worries: tuple[Statement, Statement]
) -> None:
    draft = world.conversation(worries=[row(worries[0].words, id=str(worries[0].pk))])
    actions.resolve(statement=worries[0], why="It is over", seen=1, by=world.practitioner)
    story.finalise(entry=draft, by=world.practitioner)
    worries[0].refresh_from_db()
    assert worries[0].state == "resolved"


def test_an_amendment_takes_back_what_was_moved_and_undoes_what_its_record_ended(
    world: World, worries: tuple[Statement, Statement]
) -> None:
    loud, shouting = worries
    actions.move(statement=loud, column="going-well", pack=loud.entry.pack, why=WHY, seen=1, by=world.practitioner)
    draft = story.amend(entry=loud.entry, why="Only one was said", by=world.practitioner)
    world.save(draft, "worries", [row(shouting.words, id=str(shouting.pk), state="resolved")], revision=1)
    second = story.finalise(entry=draft, by=world.practitioner)
    assert set(Statement.objects.values_list("pk", "state")) == {(loud.pk, "withdrawn"), (shouting.pk, "resolved")}
    draft = story.amend(entry=second, why="It was not over", by=world.practitioner)
    world.save(draft, "worries", [row(shouting.words, id=str(shouting.pk))], revision=1)
    story.finalise(entry=draft, by=world.practitioner)
    shouting.refresh_from_db()
    assert shouting.state == "living"


def test_the_history_of_a_statement_stays(world: World, worries: tuple[Statement, Statement]) -> None:
    with pytest.raises(DatabaseError, match="lasting record"), transaction.atomic():
        worries[0].changes.update(words="Never said")


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=40))
def test_every_merged_one_is_spoken_for_by_one_that_is_not_merged(pairs: list[tuple[int, int]]) -> None:
    into: dict[int, int] = {}
    for one, other in pairs:
        # As the action does it: both must stand by themselves, and be two.
        if one != other and one not in into and other not in into:
            into[one] = other
    found = speaks_for(into)
    assert set(found) == set(into)
    assert not set(found.values()) & set(into)
