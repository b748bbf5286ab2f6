"""Statements live on: from one entry to the next, reworded, sorted out, taken back; never another family's."""

from typing import Any
from uuid import uuid4

import html5lib
import pytest
from django.urls import reverse

from alongside.people.tests.makers import make_family
from alongside.story import actions
from alongside.story.models import Entry, Statement
from alongside.story.queries import map_of
from alongside.story.queries.statements import living_statements
from alongside.story.tests.makers import World


def row(words: str, *, id: str = "", **more: Any) -> dict[str, Any]:
    return {"id": id or str(uuid4()), "words": words, "said_by": None, "about": [], "state": "living"} | more


def finished(world: World, **answers: Any) -> Entry:
    return actions.finalise(entry=world.conversation(**answers), by=world.practitioner)


@pytest.fixture
def worry(world: World) -> Statement:
    said = row("Mornings are loud", said_by={"id": world.child.pk, "name": "Zuri"})
    finished(world, worries=[said])
    return Statement.objects.get()


@pytest.mark.requirement("CL-04")
def test_a_worry_is_kept_with_who_said_it_and_when(world: World, worry: Statement) -> None:
    assert (worry.words, worry.said_by, worry.column) == ("Mornings are loud", world.child, "worries")
    assert worry.said_on == worry.entry.happened_on
    columns = {one.column.id: one.living for one in map_of(world.family, worry.entry.pack).columns}
    assert columns["worries"] == [worry]
    assert columns["going-well"] == []


def test_taken_over_it_is_the_same_statement_with_a_history(world: World, worry: Statement) -> None:
    finished(world, worries=[row("Mornings are a bit calmer", id=str(worry.pk))])
    worry.refresh_from_db()
    assert worry.words == "Mornings are a bit calmer"
    assert list(worry.changes.order_by("pk").values_list("words", flat=True)) == [
        "Mornings are loud",
        "Mornings are a bit calmer",
    ]


def test_sorted_out_it_leaves_the_living_and_stays_on_the_map(world: World, worry: Statement) -> None:
    finished(world, worries=[row(worry.words, id=str(worry.pk), state="resolved")])
    column = next(one for one in map_of(world.family, worry.entry.pack).columns if one.column.id == "worries")
    assert (column.living, [one.pk for one in column.resolved]) == ([], [worry.pk])
    assert living_statements(world.family.pk) == []


def test_an_amendment_takes_back_what_it_no_longer_says(world: World, worry: Statement) -> None:
    draft = actions.amend(entry=worry.entry, why="Zuri said it differently", by=world.practitioner)
    world.save(draft, "worries", [row("Everybody shouts before school")], revision=1)
    actions.finalise(entry=draft, by=world.practitioner)
    assert [one["words"] for one in living_statements(world.family.pk)] == ["Everybody shouts before school"]
    worry.refresh_from_db()
    assert worry.state == "withdrawn"


def test_another_familys_statement_cannot_be_taken_over_by_its_id(world: World, worry: Statement) -> None:
    other = make_family("Byrne", team=world.team, by=world.practitioner)
    entry = world.conversation()
    world.save(entry, "worries", [row("Not yours to reword", id=str(worry.pk))])
    Entry.objects.filter(pk=entry.pk).update(family=other)
    entry.refresh_from_db()
    actions.finalise(entry=entry, by=world.practitioner)
    worry.refresh_from_db()
    assert worry.words == "Mornings are loud"
    assert [one["words"] for one in living_statements(other.pk)] == ["Not yours to reword"]


@pytest.mark.requirement("CL-06")
def test_each_rating_belongs_to_its_person_and_day(world: World) -> None:
    placed = [
        {"id": world.child.pk, "name": "Zuri", "value": 4, "words": "Because of mornings"},
        {"id": world.parent.pk, "name": "Nneka", "value": 6, "words": ""},  # type: ignore[union-attr]
    ]
    entry = finished(world, **{"sorted-out": placed})
    kept = {
        (one.person.given_names, one.value, one.rated_on)
        for one in entry.ratings.select_related("person")
        if one.person
    }
    assert kept == {("Zuri", 4, entry.happened_on), ("Nneka", 6, entry.happened_on)}


@pytest.mark.requirement("CL-08")
@pytest.mark.parametrize("form_id", ["initial-assessment", "detailed-assessment"])
def test_what_the_log_holds_is_taken_over_changed_or_left_in_an_assessment(
    page_of: Any, world: World, form_id: str
) -> None:
    finished(
        world, worries=[row("Mornings are loud"), row("Nobody sleeps"), row("The bus is late")],
        **{"going-well": [row("They cook together")], "needs-to-happen": [row("A calm start")]},
    )  # fmt: skip
    assessment = world.draft(form_id)
    address = reverse("entry-edit", args=[assessment.pk])
    html = page_of.get(address).content.decode()
    for words in ("Mornings are loud", "They cook together", "A calm start"):
        assert f"Take over: {words}" in html
    assert "On the map since 9 March 2026, from Initial conversation" in html
    ids = {one.words: str(one.pk) for one in Statement.objects.filter(column="worries")}

    def of_row(number: int, words: str, said: str = "", **more: str) -> dict[str, str]:
        parts = {"id": ids[words], "words": said or words, "offered": "yes", **more}
        return {f"worries:{number}:{part}": value for part, value in parts.items()}

    sent = {"asked:worries": "yes", "revision:worries": "0", "base:worries": "", "save": "yes"}
    sent |= of_row(0, "Mornings are loud", take="yes") | of_row(2, "The bus is late", leave="yes")
    sent |= of_row(1, "Nobody sleeps", said="Zuri sleeps badly", take="yes")
    page_of.post(address, sent)
    kept = assessment.answers.get(key="worries").value
    assert [(one["words"], one.get("left", False)) for one in kept] == [
        ("Mornings are loud", False), ("Zuri sleeps badly", False), ("The bus is late", True),
    ]  # fmt: skip
    again = html5lib.parse(page_of.get(address).content.decode(), namespaceHTMLElements=False)
    ticks = [one for one in again.iter("input") if one.get("name", "").endswith(":leave")]
    assert [one.get("checked") is not None for one in ticks].count(True) == 1
    shown = page_of.get(reverse("entry-check", args=[assessment.pk])).content.decode()
    assert "Left on the map as it stands" in shown


def test_what_was_left_stays_on_the_map_as_it_stood(world: World, worry: Statement) -> None:
    left = row(worry.words, id=str(worry.pk)) | {"left": True}
    finished(world, worries=[left, row("Something new")])
    worry.refresh_from_db()
    assert (worry.state, worry.words, worry.changes.count()) == ("living", "Mornings are loud", 1)
    assert Statement.objects.count() == 2
