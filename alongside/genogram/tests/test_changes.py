"""What is done by hand: kept one by one, taken back and done again, never over somebody else's work."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from alongside.access.models import User
from alongside.access.trail.models import Change as TrailChange
from alongside.genogram import actions, state
from alongside.genogram.models import Change
from alongside.genogram.queries import genogram_of
from alongside.people import actions as people
from alongside.people.models import Family, Person
from alongside.people.tests.makers import make_family, make_member, make_team, make_user

pytestmark = pytest.mark.django_db
BORN = date(1985, 1, 1)


@pytest.fixture
def by() -> User:
    return make_user("manager", make_team(), name="Asha Rao")


@pytest.fixture
def family(by: User) -> Family:
    return make_family("Moss", team=by.posts.get().team, by=by)


@pytest.fixture
def child(family: Family, by: User) -> Person:
    return make_member(family, by=by, given_names="Kai")


def state_of(family: Family) -> dict[str, Any]:
    return genogram_of(family, None).state


def test_a_move_keeps_that_and_all_the_rest_in_its_place(family: Family, by: User) -> None:
    actions.move(family=family, places={"p1": (300.4, 20)}, around={"p1": (0, 0), "p2": (92, 0)}, seen=0, by=by)
    assert state_of(family)["places"] == {"p1": [300, 20], "p2": [92, 0]}


def test_two_who_move_different_things_do_not_disturb_each_other(family: Family, by: User) -> None:
    other = make_user(name="Somebody else")
    actions.move(family=family, places={"p1": (1, 1)}, around={}, seen=0, by=by)
    actions.move(family=family, places={"p2": (2, 2)}, around={}, seen=0, by=other)
    assert state_of(family)["places"] == {"p1": [1, 1], "p2": [2, 2]}


def test_what_somebody_else_has_moved_meanwhile_is_not_overwritten(family: Family, by: User) -> None:
    other = make_user(name="Somebody else")
    actions.move(family=family, places={"p1": (1, 1)}, around={}, seen=0, by=by)
    with pytest.raises(actions.MovedMeanwhile) as meanwhile:
        actions.move(family=family, places={"p1": (9, 9)}, around={}, seen=0, by=other)
    assert meanwhile.value.change.made_by == by
    assert state_of(family)["places"] == {"p1": [1, 1]}


def test_changes_are_taken_back_one_by_one_and_done_again(family: Family, by: User) -> None:
    for words in ("one", "two"):
        actions.add(family=family, to="notes", what={"words": words}, by=by)

    def notes() -> list[str]:
        return [note["words"] for note in state_of(family)["notes"]]

    actions.undo(family=family, by=by)
    assert notes() == ["one"]
    actions.undo(family=family, by=by)
    assert notes() == []
    with pytest.raises(actions.NothingToTakeBack):
        actions.undo(family=family, by=by)
    actions.redo(family=family, by=by)
    assert notes() == ["one"]
    actions.add(family=family, to="notes", what={"words": "three"}, by=by)
    actions.undo(family=family, by=by)
    assert notes() == ["one"]
    actions.redo(family=family, by=by)
    with pytest.raises(actions.NothingToTakeBack):
        actions.redo(family=family, by=by)


def test_taking_somebody_off_takes_their_lines_along_and_undo_brings_all_back(family: Family, by: User) -> None:
    key = actions.add(family=family, to="people", what={"name": "Ron"}, by=by,
                      links=[{"of": "links", "kind": "parent", "a": "new", "b": "p1"}])  # fmt: skip
    actions.add(family=family, to="ties", what={"kind": "close", "a": key, "b": "p1"}, by=by)
    actions.remove(family=family, key=key, by=by)
    after = state_of(family)
    assert (after["people"], after["links"], after["ties"]) == ([], [], [])
    actions.undo(family=family, by=by)
    assert len(state_of(family)["ties"]) == 1


def test_a_state_can_hold_hundreds_and_no_more(family: Family, by: User) -> None:
    full = {**state.empty(), "notes": [{"key": f"n{place}", "words": ""} for place in range(state.MOST)]}
    with pytest.raises(state.TooMuch):
        state.added(full, "notes", {"words": "one more"})


def test_the_database_refuses_to_alter_a_change_and_the_trail_knows_each(family: Family, by: User) -> None:
    actions.add(family=family, to="notes", what={"words": "Of a private matter"}, by=by)
    line = TrailChange.objects.get(action="genogram.changed")
    assert line.family_id == family.pk
    assert "private" not in str(line.detail)
    with pytest.raises(DatabaseError, match="lasting record"), transaction.atomic():
        Change.objects.update(state={})


def test_kin_whom_one_may_not_see_are_nothing(family: Family, child: Person, by: User) -> None:
    hidden_team = make_team()
    stranger = make_user("manager", hidden_team)
    elsewhere = make_family("Secret", team=hidden_team, by=stranger)
    father = make_member(elsewhere, role="parent-or-carer", by=stranger, given_names="Lee", date_of_birth=BORN)
    people.relate(person=father, kind="parent", of_person=child, by=stranger, sure=True)
    mine = genogram_of(family, by).pictured
    assert [one.name for one in mine.people] == ["Kai"]
    assert mine.links == ()
    assert "Lee" in [one.name for one in genogram_of(elsewhere, stranger).pictured.people]
    people.involve(family=family, role="co-worker", user=stranger, by=by)
    people.restrict(family=elsewhere, reason="Known to staff", by=stranger)
    assert "Lee" in [one.name for one in genogram_of(family, stranger).pictured.people]
    assert [one.name for one in genogram_of(family, None).pictured.people] == ["Kai"]


def test_no_address_is_ever_part_of_it(family: Family, child: Person, by: User) -> None:
    people.move(person=child, lines="1 Refuge Road", postcode="YA1 1AA", by=by, never_show=True, never_show_reason="x")
    with connection.execute_wrapper(lambda run, sql, *more: run(_without_addresses(sql), *more)):
        assert genogram_of(family, by).pictured.people[0].household == "home"


def _without_addresses(sql: str) -> str:
    assert "people_address" not in sql
    return sql


def test_relationships_become_signs(family: Family, child: Person, by: User) -> None:
    mum = make_member(family, role="parent-or-carer", by=by, given_names="Tracey", sex="female", date_of_birth=BORN)
    dad = make_member(family, role="parent-or-carer", by=by, given_names="Lee", gender="trans man", date_of_birth=BORN)
    people.change_membership(membership=dad.memberships.get(), role="parent-or-carer", lives_here=False, by=by)
    baby = make_member(family, role="unborn-child", by=by, unborn=True, due_date=timezone.localdate() + timedelta(90))
    for parent in (mum, dad):
        people.relate(person=parent, kind="parent", of_person=child, by=by, sure=True)
    people.relate(person=mum, kind="separated", of_person=dad, by=by, sure=True)
    people.relate(person=mum, kind="foster-carer", of_person=baby, by=by, sure=True)
    pictured = genogram_of(family, by).pictured
    signs = {one.name: (one.shape, one.state, one.household) for one in pictured.people}
    assert signs["Lee"] == ("man", "", "")
    assert signs["Tracey"] == ("woman", "", "home")
    assert signs["Unborn baby"][1] == "pregnancy"
    assert {(link.kind, link.union) for link in pictured.links} == {
        ("parent", ""), ("partner", "separated"), ("foster-carer", ""),
    }  # fmt: skip
