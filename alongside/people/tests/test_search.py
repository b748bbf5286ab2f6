"""Search: however it is typed, best first, and only what may be seen."""

import html
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.access.models import User
from alongside.people import actions
from alongside.people.models import Family, Person
from alongside.people.queries import find_families, find_people
from alongside.people.tests.makers import make_family, make_member, make_user
from alongside.people.typed import read_typed

pytestmark = pytest.mark.django_db


@pytest.fixture
def family(user: User) -> Family:
    return make_family("Adeyemi-Hayes", team=user.posts.get().team)


@pytest.fixture
def sian(family: Family) -> Person:
    person = make_member(
        family,
        given_names="Siân Louise",
        family_name="O’Brien-Hayes",
        preferred_name="Shaz",
        date_of_birth=date(2016, 2, 29),
    )
    by = make_user()
    actions.add_other_name(person=person, kind="previous", family_name="Kowalczyk", by=by)
    actions.add_identifier(person=person, kind="nhs-number", value="9434765919", by=by)
    actions.add_identifier(person=person, kind="local", system="Mosaic", value="M 102-77", by=by)
    actions.move(person=person, lines="1 High Street", postcode="SW1A 1AA", by=by)
    return person


FINDS = [
    "Siân",
    "sian",
    "SIAN LOUISE",
    "louise sian",
    "sia",
    "obr",
    "o'brien",
    "obrien",
    "hayes sian",
    "O’Brien Hayes",
    "obrienhayes",
    "shaz",
    "kowalczyk",
    "kowalzcyk",
    "Luoise",
    "hayse",
    "shz",
    "Hayess Sian",
    "29/2/2016",
    "29 February 2016",
    "29 feb 2016",
    "2016-02-29",
    "sian 29.02.2016",
    "943 476 5919",
    "9434765919",
    "M 102-77",
    "sw1a1aa",
    "SW1A 1AA",
    "hayes SW1A 1AA",
]


@pytest.mark.requirement("EP-02")
@pytest.mark.parametrize("typed", FINDS)
def test_finds_a_person_and_their_family(user: User, family: Family, sian: Person, typed: str) -> None:
    [found] = find_people(user, typed)
    assert found.person == sian
    assert found.families == [family]
    assert [one.family for one in find_families(user, typed)] == [family]


def test_finds_a_family_by_its_reference_and_its_name(user: User, family: Family, sian: Person) -> None:
    for typed in (family.reference, family.reference.lower().replace("-", ""), "adeyemi", "Adeyemi Shaz"):
        assert [one.family for one in find_families(user, typed)] == [family]
    assert [one.person for one in find_people(user, family.reference)] == [sian]


@pytest.mark.parametrize(
    "typed",
    ["", " ", "-", "zzz", "si", "sian smith", "29/2/2017", "31/31/2016", "%", "_", "\x00", "' OR 1=1", "x" * 5000],
)
def test_finds_nobody(user: User, sian: Person, typed: str) -> None:
    assert find_people(user, typed) == []
    assert find_families(user, typed) == []


@pytest.mark.requirement("ALL-07")
@pytest.mark.parametrize("typed", FINDS)
def test_finds_nobody_that_may_not_be_seen(sian: Person, typed: str) -> None:
    stranger = make_user("practitioner")
    assert find_people(stranger, typed) == []
    assert find_families(stranger, typed) == []


def test_shows_only_those_families_of_a_person_that_may_be_seen(user: User, family: Family, sian: Person) -> None:
    elsewhere = make_family("Novak")
    actions.add_member(family=elsewhere, person=sian, role="child", by=make_user())
    [found] = find_people(user, "sian")
    assert found.families == [family]


def test_the_best_stand_first(user: User, family: Family) -> None:
    for name in ("Hannahmay", "Hanna", "Hannah"):
        make_member(family, given_names=name, family_name="Quill")
    assert [one.person.given_names for one in find_people(user, "hannah")] == ["Hannah", "Hannahmay", "Hanna"]


@pytest.mark.parametrize(
    ("name", "heard"),
    [
        ("Kathryn", "Katherine"),
        ("Shaun", "Sean"),
        ("Mohammed", "Muhammad"),
        ("Stephen", "Steven"),
        ("Geoffrey", "Jeffrey"),
        ("Aisha", "Aysha"),
        ("Smith", "Smyth"),
    ],
)
def test_finds_a_name_as_it_is_heard(user: User, family: Family, name: str, heard: str) -> None:
    person = make_member(family, given_names=name, family_name="Quill")
    assert [one.person for one in find_people(user, heard)] == [person]


def test_an_address_never_to_be_shown_finds_nobody(user: User, family: Family) -> None:
    person = make_member(family)
    actions.move(
        person=person, postcode="EC1A 1BB", never_show=True, never_show_reason="He must not find her", by=make_user()
    )
    assert find_people(user, "EC1A 1BB") == []
    assert find_families(user, "EC1A 1BB") == []


def test_takes_few_queries(user: User, sian: Person, django_assert_max_num_queries: Any) -> None:
    find_people(user, "x")  # the posts of who looks are read once
    for typed in ("hayes sian", "hays sain", "9434765919", "SW1A 1AA", "29/2/2016", "hayes 28/2/2016"):
        with django_assert_max_num_queries(11):
            find_people(user, typed)
            find_families(user, typed)


def test_a_changed_name_is_found_and_the_withdrawn_one_is_not(user: User, sian: Person) -> None:
    actions.change_person(person=sian, family_name="Okonkwo", by=make_user())
    assert find_people(user, "okonkwo")
    assert not find_people(user, "obrien")


def test_by_page_and_as_one_types(client: Any, user: User, family: Family, sian: Person) -> None:
    client.force_login(user)
    page = client.get("/search/", {"q": "shaz"}).content.decode()
    assert "<h1" in page
    assert family.reference in page
    part = client.get("/search/", {"q": "shaz"}, headers={"HX-Request": "true"}).content.decode()
    assert "<h1" not in part
    assert family.reference in part
    found = client.get(
        "/people/find/", {"q": "shaz", "choice": "said_by"}, headers={"HX-Request": "true"}
    ).content.decode()
    assert f'name="said_by" id="said_by-{sian.pk}" value="{sian.pk}"' in found


@given(st.text(max_size=60))
def test_no_text_breaks_reading_a_search(text: str) -> None:
    read_typed(text)


WHY = [
    ("sain hayes", "“Sain” is one slip from “Sian”"),
    ("shaun hayes", "“Shaun” sounds like “Sian”"),
    ("sian kowalczyk", "Previous name: Kowalczyk"),
    ("sian brien", "“Brien” is one slip from “Obrien”"),
    ("hayes 2/9/2016", ""),
    ("sian hayes 28/2/2016", "Born 29 February 2016: one slip away from the day you typed"),
    ("1 high street", "Lives there"),
    ("high str", "Lives there"),
    ("SW1A", "Lives there"),
    ("07700 900 123", "This telephone number is theirs"),
    ("+44 7700 900123", "This telephone number is theirs"),
    ("m10277", "This number is theirs"),
]


@pytest.mark.requirement("EP-02")
@pytest.mark.parametrize(("typed", "why"), WHY)
def test_says_why_somebody_was_found(client: Any, user: User, sian: Person, typed: str, why: str) -> None:
    actions.add_contact_point(person=sian, kind="mobile", value="07700 900123", by=user)
    client.force_login(user)
    page = html.unescape(client.get("/people/find/", {"q": typed}, headers={"HX-Request": "true"}).content.decode())
    assert "Siân Louise O’Brien-Hayes" in page
    assert why in page


KNOWN_AS = [
    ("Katherine", "Kate"), ("Mohammed", "Mo"), ("Katarzyna", "Kasia"), ("Oluwaseun", "Seun"),
    ("Олександр", "oleksandr"),
    ("Müller", "Mueller"), ("Łukasz", "lukasz"), ("Zoe", "Zo"), ("Anne-Marie", "annemarie"), ("Anne-Marie", "Marie"),
]  # fmt: skip


@pytest.mark.parametrize(("recorded", "typed"), KNOWN_AS)
def test_finds_short_forms_and_other_letters(user: User, family: Family, recorded: str, typed: str) -> None:
    person = make_member(family, given_names=recorded, family_name="Brightwell")
    for text in (f"{typed} Brightwell", f"Brightwell {typed}"):
        assert [one.person for one in find_people(user, text)] == [person]


def test_who_is_called_so_stands_before_whose_second_name_it_is(user: User, family: Family) -> None:
    for first, last in (("Adam Rebecca", "Elm"), ("Rebecca", "Elm-Stone"), ("Rebecca", "Elm"), ("Rebeca", "Elm")):
        make_member(family, given_names=first, family_name=last)
    found = [one.person.full_name for one in find_people(user, "rebecca elm")]
    assert found == ["Rebecca Elm", "Adam Rebecca Elm", "Rebecca Elm-Stone", "Rebeca Elm"]
