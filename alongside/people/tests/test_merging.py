"""Two records of one person become one and two again, with nothing lost."""

import html
from datetime import date
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import DatabaseError, transaction

from alongside.access.trail.models import Change
from alongside.people import actions
from alongside.people.actions.moving import MOVES
from alongside.people.models import Membership, Merge, MovedRow, NamePair, NameWord, Relationship
from alongside.people.queries import find_people, members_of, records_of
from alongside.people.tests.makers import make_family, make_member, make_team, make_user

pytestmark = pytest.mark.django_db


class Twice:
    """One child recorded twice, in two families of one team; both records have a life of their own."""

    def __init__(self) -> None:
        self.team = make_team()
        self.by = make_user("manager", self.team)
        self.here, self.there = (make_family(name, team=self.team, by=self.by) for name in ("Hayes", "Novak"))
        self.kept = make_member(self.here, given_names="Maya", family_name="Hayes", by=self.by)
        self.other = make_member(
            self.there,
            given_names="Maja",
            family_name="Novak",
            pronouns="she/her",
            gp_practice="Weir Street",
            by=self.by,
        )
        self.dana = make_member(
            self.here, role="parent-or-carer", given_names="Dana", family_name="Hayes", date_of_birth=date(1990, 1, 1)
        )
        by = self.by
        for child in (self.kept, self.other):
            actions.relate(person=self.dana, kind="parent", of_person=child, parental_responsibility=True, by=by)
        actions.relate(person=self.kept, kind="sibling", of_person=self.other, by=by)
        actions.add_member(family=self.here, person=self.other, role="child", by=by, joined_on=date(2025, 3, 1))
        actions.move(person=self.other, lines="1 High Street", postcode="SW1A 1AA", by=by)
        actions.add_identifier(person=self.other, kind="nhs-number", value="9434765919", by=by)
        actions.add_other_name(person=self.other, kind="previous", family_name="Kowal", by=by)
        actions.add_contact_point(person=self.other, kind="mobile", value="07700 900123", by=by)

    def merge(self, **more: Any) -> Merge:
        return actions.merge_people(kept=self.kept, other=self.other, why="Same NHS number", by=self.by, **more)


@pytest.fixture
def twice() -> Twice:
    return Twice()


def rows() -> dict[str, Any]:
    """All that is known of people, as the tables have it; when they were last changed left out."""
    known = {model._meta.db_table: list(model._default_manager.order_by("pk").values()) for model, _ in MOVES}
    known |= {model.__name__: set(model.objects.values_list("person", text)) for model, text in FOUND_BY}
    for person in known["people_person"]:
        person.pop("changed_at"), person.pop("changed_by_id")
    return known


FOUND_BY: tuple[tuple[Any, str], ...] = ((NameWord, "word"), (NamePair, "pair"))


def test_merged_they_are_one(twice: Twice) -> None:
    twice.merge(take=["gp_practice"])
    twice.kept.refresh_from_db()
    assert twice.kept.gp_practice == "Weir Street"
    assert set(records_of(twice.kept)) == {twice.kept.pk, twice.other.pk}
    assert [member.person for member in members_of(twice.here) if member.is_child] == [twice.kept]
    assert [member.person for member in members_of(twice.there)] == [twice.kept]
    assert Relationship.objects.filter(of_person=twice.kept, kind="parent").count() == 1
    assert not Relationship.objects.filter(kind="sibling").exists()
    for typed in ("Maja Novak", "maya hayes", "kowal", "9434765919", "1 high street", "07700900123"):
        assert [one.person for one in find_people(twice.by, typed)] == [twice.kept], typed
    assert Change.objects.filter(action="merged a person").count() == 4


@pytest.mark.parametrize("take", [(), ("gp_practice", "pronouns", "given_names", "date_of_birth")])
def test_undone_all_is_as_it_was(twice: Twice, take: tuple[str, ...]) -> None:
    before = rows()
    merge = twice.merge(take=take)
    assert rows() != before
    actions.undo_merge(merge=merge, why="They are cousins", by=twice.by)
    assert rows() == before
    assert Change.objects.filter(action="undid a merge").exists()


def test_what_was_written_since_stays_with_whom_it_was_written_about(twice: Twice) -> None:
    merge = twice.merge(take=["gp_practice"])
    since = actions.move(person=twice.kept, lines="7 Mill Lane", from_date=date(2026, 5, 1), by=twice.by)
    actions.change_person(person=twice.kept, gp_practice="Orchard Practice", by=twice.by)
    actions.undo_merge(merge=merge, why="They are cousins", by=twice.by)
    since.refresh_from_db()
    twice.kept.refresh_from_db()
    assert since.person == twice.kept
    assert twice.kept.gp_practice == "Orchard Practice"


def test_three_records_come_apart_in_the_order_they_were_put_together(twice: Twice) -> None:
    before = rows()
    third = make_member(twice.there, given_names="Mia", family_name="Nowak", by=twice.by)
    with_third = rows()
    first = twice.merge()
    second = actions.merge_people(kept=third, other=twice.kept, why="The same school", by=twice.by)
    assert set(records_of(third)) == {third.pk, twice.kept.pk, twice.other.pk}
    with pytest.raises(ValidationError, match="Undo that first"):
        actions.undo_merge(merge=first, why="No", by=twice.by)
    actions.undo_merge(merge=second, why="No", by=twice.by)
    actions.undo_merge(merge=first, why="No", by=twice.by)
    assert rows() == with_third
    assert before != with_third


def test_who_does_not_see_every_family_may_not(twice: Twice) -> None:
    elsewhere = make_family("Elsewhere", team=make_team())
    actions.add_member(family=elsewhere, person=twice.other, role="child", by=twice.by)
    with pytest.raises(PermissionDenied):
        twice.merge()
    assert not Merge.objects.exists()


def test_a_practitioner_may_not(twice: Twice) -> None:
    by = make_user("practitioner", twice.team)
    with pytest.raises(PermissionDenied):
        actions.merge_people(kept=twice.kept, other=twice.other, why="Same", by=by)


def test_the_unborn_and_the_born_are_not_one(twice: Twice) -> None:
    baby = make_member(twice.here, role="unborn-child", unborn=True, due_date=date.today(), family_name="Hayes")
    with pytest.raises(ValidationError, match="not born yet"):
        actions.merge_people(kept=twice.kept, other=baby, why="Same", by=twice.by)


def test_what_an_un_merge_goes_by_never_changes(twice: Twice) -> None:
    twice.merge()
    with pytest.raises(DatabaseError), transaction.atomic():
        MovedRow.objects.update(row=0)


@pytest.mark.requirement("EP-02")
def test_by_page(client: Any, twice: Twice) -> None:
    client.force_login(twice.by)
    here = f"/families/{twice.here.pk}/people/{twice.kept.pk}/"
    assert "Maja Novak" in client.get(f"{here}merge/", {"q": "maja"}).content.decode()
    compared = html.unescape(client.get(f"{here}merge/", {"other": twice.other.pk}).content.decode())
    assert "Weir Street" in compared
    assert "she/her" in compared
    names = ("given_names", "family_name", "pronouns", "gp_practice")
    typed = {"other": twice.other.pk} | {f"take_{name}": "kept" for name in names}
    assert client.post(f"{here}merge/", typed).status_code == 422
    typed |= {"why": "Same NHS number", "take_gp_practice": "other"}
    assert client.post(f"{here}merge/", typed).status_code == 302
    person = html.unescape(client.get(here).content.decode())
    assert "Maja Novak, merged by" in person
    assert "Weir Street" in person
    old_link = client.get(f"/families/{twice.there.pk}/people/{twice.other.pk}/")
    assert "Maya Hayes" in html.unescape(old_link.content.decode())
    undo = {"merge": Merge.objects.get().pk, "why": "They are cousins"}
    assert client.post(f"{here}merge/undo/", undo).status_code == 302
    assert not Membership.objects.filter(person=twice.kept, family=twice.there).exists()
