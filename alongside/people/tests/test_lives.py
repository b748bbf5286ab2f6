"""What changes in a life: partners over time, twins, a pregnancy that ends, a school that is left."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from alongside.access.models import User
from alongside.access.trail.models import Change
from alongside.people import actions
from alongside.people.models import Family, Person, Relationship
from alongside.people.queries import find_people, near_duplicates
from alongside.people.tests.makers import make_family, make_member, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def by() -> User:
    return make_user("manager")


@pytest.fixture
def family(by: User) -> Family:
    return make_family("Hayes", team=by.posts.get().team, by=by)


def grown_up(family: Family, name: str, **more: Any) -> Person:
    details: dict[str, Any] = {"given_names": name, "family_name": "Hayes", "date_of_birth": date(1990, 2, 28)} | more
    return make_member(family, role="parent-or-carer", **details)


def test_partners_are_one_thing_to_each_other_at_a_time(family: Family, by: User) -> None:
    dana, sam = grown_up(family, "Dana"), grown_up(family, "Sam")
    actions.relate(person=dana, kind="living-together", of_person=sam, from_date=date(2010, 1, 1), by=by)
    actions.relate(person=sam, kind="married", of_person=dana, from_date=date(2012, 2, 29), by=by)
    actions.relate(person=dana, kind="divorced", of_person=sam, from_date=date(2020, 1, 1), by=by)
    actions.relate(
        person=dana, kind="partner", of_person=sam, from_date=date(2008, 1, 1), to_date=date(2010, 1, 1), by=by
    )
    told = Relationship.objects.order_by("from_date").values_list("kind", "to_date")
    assert list(told) == [
        ("partner", date(2010, 1, 1)),
        ("living-together", date(2012, 2, 29)),
        ("married", date(2020, 1, 1)),
        ("divorced", None),
    ]


def test_a_child_has_one_mother_by_birth_and_may_have_another_by_law(family: Family, by: User) -> None:
    jess = make_member(family, given_names="Jess")
    abena, claire = grown_up(family, "Abena", sex="female"), grown_up(family, "Claire", sex="female")
    actions.relate(person=abena, kind="parent", of_person=jess, by=by)
    with pytest.raises(ValidationError, match="already recorded as Jess’s mother by birth"):
        actions.relate(person=claire, kind="parent", of_person=jess, sure=True, by=by)
    actions.relate(person=claire, kind="legal-parent", of_person=jess, parental_responsibility=True, by=by)


@pytest.mark.parametrize(
    ("first", "second", "asked"),
    [
        ({"sex": "female"}, {"pronouns": "she/her"}, True),
        ({"gender": "Woman"}, {"pronouns": "she / they"}, True),
        ({"sex": "male"}, {"gender": "man"}, True),
        ({"sex": "female"}, {}, False),
        ({"sex": "female"}, {"pronouns": "they/them"}, False),
        ({"sex": "female"}, {"gender": "trans woman", "sex": "male"}, False),
        ({"sex": "female"}, {"gender": "trans woman"}, False),
        ({"sex": "female"}, {"pronouns": "he/him"}, False),
    ],
)
def test_a_second_mother_whose_sex_nobody_recorded_is_asked_about(
    family: Family, by: User, first: dict[str, str], second: dict[str, str], asked: bool
) -> None:
    jess = make_member(family, given_names="Jess")
    abena, claire = grown_up(family, "Abena", **first), grown_up(family, "Claire", **second)
    actions.relate(person=abena, kind="parent", of_person=jess, by=by)
    if asked:
        with pytest.raises(ValidationError, match=r"a second (mother|father) by birth of Jess"):
            actions.relate(person=claire, kind="parent", of_person=jess, by=by)
    actions.relate(person=claire, kind="parent", of_person=jess, by=by, sure=asked)


def test_a_sex_put_right_makes_no_second_mother_either(family: Family, by: User) -> None:
    jess = make_member(family, given_names="Jess")
    abena, claire = grown_up(family, "Abena", sex="female"), grown_up(family, "Claire")
    for parent in (abena, claire):
        actions.relate(person=parent, kind="parent", of_person=jess, by=by)
    with pytest.raises(ValidationError, match="both be Jess’s mother by birth") as refused:
        actions.change_person(person=claire, sex="female", by=by)
    assert "sex" in refused.value.message_dict
    actions.change_person(person=claire, sex="male", by=by)


def test_a_couple_of_close_kin_is_asked_about_however_it_is_known_that_they_are(family: Family, by: User) -> None:
    gran, dana = grown_up(family, "Rose", date_of_birth=date(1950, 1, 1)), grown_up(family, "Dana")
    old = {"date_of_birth": date(2005, 1, 1), "role": "other-adult"}
    al, bo = (make_member(family, given_names=name, **old) for name in ("Al", "Bo"))  # type: ignore[arg-type]
    actions.relate(person=gran, kind="parent", of_person=dana, by=by)
    for child in (al, bo):
        actions.relate(person=dana, kind="parent", of_person=child, by=by)
    # Brothers by their mother alone, and a grandmother by way of her.
    for one, other in ((al, bo), (al, gran), (gran, al)):
        with pytest.raises(ValidationError, match="close blood relatives"):
            actions.relate(person=one, kind="married", of_person=other, by=by)


def test_twins_are_no_duplicates_and_are_born_together(family: Family, by: User) -> None:
    born = date(2016, 2, 29)
    maya = make_member(family, given_names="Maya", family_name="Adeyemi-Hayes", date_of_birth=born)
    assert not near_duplicates(by, given_names="Tobi", family_name="Adeyemi-Hayes", date_of_birth=born)
    assert near_duplicates(by, given_names="Maia", family_name="Adeyemi-Hayes", date_of_birth=born)
    tobi = make_member(family, given_names="Tobi", family_name="Adeyemi-Hayes", date_of_birth=born)
    actions.relate(person=maya, kind="sibling", of_person=tobi, by=by)
    actions.relate(person=maya, kind="non-identical-twin", of_person=tobi, by=by)
    assert Relationship.objects.get(to_date=None).kind == "non-identical-twin"
    later = make_member(family, given_names="Ayo", date_of_birth=date(2017, 2, 28))
    with pytest.raises(ValidationError, match="born 12 months apart"):
        actions.relate(person=later, kind="twin", of_person=tobi, by=by)


@pytest.mark.requirement("EP-01")
def test_a_pregnancy_that_ends_is_kept_and_asks_for_nothing_more(client: Any, family: Family, by: User) -> None:
    due = timezone.localdate() + timedelta(weeks=20)
    baby = make_member(family, role="unborn-child", unborn=True, due_date=due, family_name="Hayes")
    client.force_login(by)
    page = f"/families/{family.pk}/people/{baby.pk}/loss/"
    assert client.post(page, {"how": "not-said"}).status_code == 422
    day = timezone.localdate()
    typed = {"how": "not-said", "ended_on-day": day.day, "ended_on-month": day.month, "ended_on-year": day.year}
    assert client.post(page, typed).status_code == 302
    baby.refresh_from_db()
    assert (baby.unborn, baby.pregnancy_end, baby.pregnancy_ended_on) == (True, "not-said", timezone.localdate())
    assert not baby.memberships.filter(left_on=None).exists()
    assert "Record the birth" not in client.get(f"/families/{family.pk}/people/{baby.pk}/").content.decode()
    # It was the other of two twins.
    assert client.post(f"{page}undo/", {"why": ""}).status_code == 422
    assert client.post(f"{page}undo/", {"why": "It was the other twin"}).status_code == 302
    person = client.get(f"/families/{family.pk}/people/{baby.pk}/").content.decode()
    assert "Record the birth" in person
    assert "the end of the pregnancy was “A loss, no more said”" in person
    assert [one.role for one in baby.memberships.filter(left_on=None)] == ["unborn-child"]
    assert Change.objects.filter(action="took back the end of a pregnancy", family_id=family.pk).exists()
    assert client.post(f"{page}undo/", {"why": "Once more"}).status_code == 422


@pytest.mark.requirement("EP-02")
def test_schools_before_stand_on_the_page(client: Any, family: Family, by: User) -> None:
    maya = make_member(family)
    client.force_login(by)
    page = f"/families/{family.pk}/people/{maya.pk}/"
    assert client.post(f"{page}schools/add/", {"name": ""}).status_code == 422
    assert client.post(f"{page}schools/add/", {"name": "Hillside Nursery", "why_left": "Moved"}).status_code == 302
    assert "Hillside Nursery" in client.get(page).content.decode()


@pytest.mark.parametrize("name", ["Z", "Ω", "美", "ب", "e" * 200, "ab " * 66 + "ab"])
def test_names_of_any_length_and_script_are_kept_and_found(family: Family, by: User, name: str) -> None:
    person = make_member(family, given_names=name, family_name="Hayes", by=by)
    assert [one.person for one in find_people(by, f"{name[:60]} hayes")] == [person]


def test_a_birth_date_put_right_leaves_parents_older_than_their_children(family: Family, by: User) -> None:
    dana = grown_up(family, "Dana")
    maya = make_member(family, given_names="Maya", date_of_birth=date(2016, 2, 29))
    actions.relate(person=dana, kind="parent", of_person=maya, by=by)
    with pytest.raises(ValidationError, match="Dana would be younger than Maya") as refused:
        actions.change_person(person=dana, date_of_birth=date(2019, 2, 28), by=by)
    assert list(refused.value.message_dict) == ["date_of_birth"]
    with pytest.raises(ValidationError, match="Dana would be younger than Maya"):
        actions.change_person(person=maya, date_of_birth=date(1986, 2, 28), by=by)
    assert actions.change_person(person=maya, date_of_birth=date(2016, 2, 28), by=by) == {"date_of_birth"}
