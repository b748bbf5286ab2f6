"""Who of a family may be the same as somebody about to join it; brothers and sisters are often called alike."""

import html
from datetime import date, timedelta
from typing import Any

import pytest
from django.utils import timezone

from alongside.people.likeness import Recognised, may_be_the_same
from alongside.people.models import Person
from alongside.people.tests.makers import make_family, make_member, make_user

BORN = date(2018, 6, 14)
YEARS = date(2015, 1, 30)
WEEKS = date(2018, 9, 1)

CASES: list[tuple[str, str, date | None, bool]] = [
    # The same name, however it is spelt, with a birthday that is quite another.
    ("Maya", "Maya", YEARS, True), ("Maya", "Maia", YEARS, True), ("Caitlin", "Kaitlyn", YEARS, True),
    ("Katherine", "Kathryn", YEARS, True), ("Aisha", "Ayesha", YEARS, True), ("Steven", "Stephen Paul", YEARS, False),
    ("Isabel", "Isabelle Ruth", YEARS, True), ("Siân", "Sian", YEARS, True),
    # Names that brothers and sisters have beside each other.
    ("Jayden", "Kayden", YEARS, False), ("Ella", "Bella", YEARS, False), ("Aisha", "Alisha", YEARS, False),
    ("John", "Joan", YEARS, False), ("Mia", "Maya", YEARS, False), ("Tom", "Tim", YEARS, False),
    ("Ava", "Eva", YEARS, False), ("Jack", "Jake", YEARS, False), ("Katie", "Katherine", YEARS, False),
    ("Mohammed Ali", "Mohammed Hassan", YEARS, False), ("Mohammed Ali", "Mohammed", YEARS, True),
    # Named after a parent or grandparent.
    ("John", "John", date(1985, 6, 14), False), ("Rose", "Rose", date(1950, 1, 1), False),
    # Too close for two births, and no twins.
    ("Katie", "Katherine", WEEKS, True), ("Alisha", "Aisha", WEEKS, True), ("Sean", "Shaun", WEEKS, True),
    ("Omar", "Layla", WEEKS, False),
    # Twins, and a birthday that nobody knows.
    ("Ella", "Bella", BORN, False), ("Katie", "Katherine", None, True), ("Jayden", "Kayden", None, False),
]  # fmt: skip


@pytest.mark.parametrize(("name", "other", "born", "same"), CASES)
def test_names_and_birthdays(name: str, other: str, born: date | None, same: bool) -> None:
    one, two = Recognised.by(name, born=BORN), Recognised.by(other, born=born)
    assert may_be_the_same(one, two) is may_be_the_same(two, one) is same


@pytest.mark.parametrize(
    ("days", "same"), [(0, True), (20, True), (-30, True), (60, False)],
)  # fmt: skip
def test_a_due_date_moves_but_a_later_pregnancy_is_another(days: int, same: bool) -> None:
    one, two = (Recognised.by("", due=BORN + timedelta(days), unborn=True) for days in (0, days))
    assert may_be_the_same(one, two) is same


@pytest.mark.parametrize(("days", "same"), [(4, True), (-40, True), (-200, False), (200, False)])
def test_a_child_who_was_born_when_one_was_awaited_may_be_that_one(days: int, same: bool) -> None:
    awaited = Recognised.by("", due=BORN, unborn=True)
    assert may_be_the_same(Recognised.by("Zadie", born=BORN + timedelta(days)), awaited) is same


@pytest.mark.django_db
@pytest.mark.requirement("EP-02")
def test_it_is_asked_again_before_a_second_record_is_made_in_the_family(client: Any) -> None:
    user = make_user("practitioner")
    family = make_family("Hayes", team=user.posts.get().team)
    make_member(family, given_names="Maya", family_name="Hayes", date_of_birth=BORN)
    make_member(family, role="unborn-child", unborn=True, due_date=timezone.localdate(), family_name="Hayes")
    client.force_login(user)
    born = timezone.localdate() - timedelta(days=9)
    for name, day in (("Maia", YEARS), ("Zadie", born)):
        typed = {"given_names": name, "family_name": "Kowalczyk", "role": "child"}
        typed |= {f"date_of_birth-{part}": str(getattr(day, part)) for part in ("day", "month", "year")}
        asked = client.post(f"/families/{family.pk}/people/add/", typed)
        assert asked.status_code == 422
        assert "Somebody like this is known already" in html.unescape(asked.content.decode())
        assert client.post(f"/families/{family.pk}/people/add/", typed | {"not_the_same": "on"}).status_code == 302
    assert Person.objects.filter(family_name="Kowalczyk").count() == 2
