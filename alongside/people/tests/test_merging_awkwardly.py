"""Merges undone in another order, pressed twice, done by two at once, and those that would make what cannot be."""

import html
from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from alongside.people import actions
from alongside.people.models import Membership, Merge, Person, Relationship
from alongside.people.queries import members_of
from alongside.people.tests.makers import make_member
from alongside.people.tests.test_merging import Twice, rows

pytestmark = pytest.mark.django_db


@pytest.fixture
def twice() -> Twice:
    return Twice()


@pytest.fixture
def client(client: Client, twice: Twice) -> Client:
    client.force_login(twice.by)
    return client


def third_of(twice: Twice) -> Person:
    """A third record of the child, in the other family too, with the same mother."""
    third = make_member(twice.there, given_names="Mia", family_name="Nowak", gp_practice="Orchard", by=twice.by)
    actions.relate(person=twice.dana, kind="parent", of_person=third, by=twice.by)
    return third


def mothers_of(person: Person) -> int:
    return Relationship.objects.filter(of_person=person, kind="parent", to_date__isnull=True).count()


@pytest.mark.requirement("EP-02")
@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_undone_in_any_order_nothing_is_lost_on_the_way(twice: Twice, order: tuple[int, int]) -> None:
    # The record that is kept has neither the family nor the mother by itself.
    kept = make_member(twice.here, given_names="Maya", family_name="Hayes", by=twice.by)
    third = third_of(twice)
    before = rows()
    merges = [
        actions.merge_people(kept=kept, other=one, why="Same", by=twice.by, take=["gp_practice"])
        for one in (twice.other, third)
    ]
    first, second = (merges[place] for place in order)
    actions.undo_merge(merge=first, why="Not the same", by=twice.by)
    # What the merge that stands brought with it is still there, although the other had brought the like.
    assert twice.there in [one.family for one in Membership.objects.filter(person=kept, left_on__isnull=True)]
    assert mothers_of(kept) == 1
    actions.undo_merge(merge=second, why="Not the same", by=twice.by)
    assert rows() == before


def test_a_detail_does_not_outlive_the_merge_it_came_with(twice: Twice) -> None:
    first = twice.merge(take=["gp_practice"])
    second = actions.merge_people(kept=twice.kept, other=third_of(twice), why="Same", by=twice.by, take=["gp_practice"])
    for merge in (first, second):
        actions.undo_merge(merge=merge, why="Not the same", by=twice.by)
    twice.kept.refresh_from_db()
    assert twice.kept.gp_practice == ""


@pytest.mark.requirement("EP-02")
def test_nobody_becomes_their_own_grandparent_by_a_merge(client: Client, twice: Twice) -> None:
    gran = make_member(
        twice.here, role="other-adult", given_names="Maya", family_name="Hayes", date_of_birth=date(1960, 1, 1)
    )
    actions.relate(person=gran, kind="parent", of_person=twice.dana, by=twice.by)
    for kept, other in ((gran, twice.kept), (twice.kept, gran), (twice.dana, twice.kept)):
        with pytest.raises(ValidationError, match="their own"):
            actions.merge_people(kept=kept, other=other, why="Same", by=twice.by)
    page = client.get(f"/families/{twice.here.pk}/people/{twice.kept.pk}/merge/", {"other": gran.pk})
    assert "their own" in html.unescape(page.content.decode())


def test_a_merge_makes_no_parent_younger_than_their_child(twice: Twice) -> None:
    young = make_member(
        twice.here, given_names="Dana", family_name="Hayes", date_of_birth=date(2019, 1, 1), by=twice.by
    )
    with pytest.raises(ValidationError, match="younger than"):
        actions.merge_people(kept=young, other=twice.dana, why="Same", by=twice.by)
    actions.merge_people(kept=young, other=twice.dana, why="Same", by=twice.by, take=["date_of_birth"])


def test_pressed_twice_or_by_two_at_once_it_says_that_they_are_one(client: Client, twice: Twice) -> None:
    here = f"/families/{twice.here.pk}/people"
    typed = {"other": twice.other.pk, "why": "Same NHS number"}
    typed |= {f"take_{name}": "kept" for name in ("given_names", "family_name", "pronouns", "gp_practice")}
    for kept, other in ((twice.kept, twice.other), (twice.kept, twice.other), (twice.other, twice.kept)):
        said = client.post(f"{here}/{kept.pk}/merge/", typed | {"other": other.pk}, follow=True)
        assert said.status_code == 200, (kept, other)
        assert "one now" in said.content.decode() or "one record already" in said.content.decode()
    merge = Merge.objects.get()
    for _ in range(2):
        undone = client.post(f"{here}/{twice.kept.pk}/merge/undo/", {"merge": merge.pk, "why": "Cousins"}, follow=True)
        assert undone.status_code == 200
        assert "two people" in undone.content.decode()
    assert {member.person for member in members_of(twice.there)} == {twice.other}


@pytest.mark.parametrize("number", ["9" * 30, "9" * 5000, "0"])
def test_a_number_that_is_nobodys_is_not_found(client: Client, twice: Twice, number: str) -> None:
    page = f"/families/{twice.here.pk}/people/{twice.kept.pk}/merge/"
    assert client.post(page, {"other": number, "why": "Same"}).status_code in (200, 404)
    find = {"q": "maya", "family": number}
    assert client.get("/people/find/", find, headers={"HX-Request": "true"}).status_code == 200


def test_what_was_not_chosen_and_what_was_changed_before_stay_to_be_read(client: Client, twice: Twice) -> None:
    actions.change_person(person=twice.other, by=twice.by, education_setting="Millbrook Nursery")
    actions.change_person(person=twice.other, by=twice.by, education_setting="Weir Primary")
    twice.merge()
    page = html.unescape(client.get(f"/families/{twice.here.pk}/people/{twice.kept.pk}/").content.decode())
    assert "Millbrook Nursery" in page
    assert "Weir Primary" in page
    assert "she/her" in page
