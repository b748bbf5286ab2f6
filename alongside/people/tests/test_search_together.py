"""Search by several things at once, as a caller says them: a name with a year, a day, a street or a number."""

from datetime import date

import pytest
from django.utils import timezone

from alongside.access.models import User
from alongside.people import actions
from alongside.people.models import Family
from alongside.people.queries import find_families, find_people
from alongside.people.tests.makers import make_family, make_member
from alongside.people.typed import read_typed
from alongside.people.typed_days import is_day, take_day

BORN = date(2016, 2, 9)


@pytest.fixture
def family(user: User) -> Family:
    return make_family("Weir", team=user.posts.get().team)


@pytest.fixture
def _two_called_rosa(user: User, family: Family) -> None:
    rosa = make_member(family, given_names="Rosa", family_name="MacDonald", date_of_birth=BORN)
    other = make_member(family, given_names="Rosa", family_name="Delacruz", date_of_birth=date(2004, 5, 7))
    actions.move(person=rosa, lines="Flat 9, Capstan House\n14 Weir Lane, Alderbridge", postcode="SW1A 1AA", by=user)
    actions.add_identifier(person=rosa, kind="nhs-number", value="9434765919", by=user)
    actions.add_contact_point(person=rosa, kind="mobile", value="07700 900123", by=user)
    actions.add_contact_point(person=rosa, kind="email", value="Rosa.M@example.org", by=user)
    actions.move(person=other, lines="The Spinney", postcode="EC1A 1BB", to_date=date(2020, 1, 1), by=user)


ROSA = [
    ("rosa 2016", ""), ("rosa born 2016", ""), ("rosa feb 2016", ""), ("2016 rosa", ""),
    ("rosa 9th of February 2016", ""), ("rosa Feb 9 2016", ""), ("rosa dob 09022016", ""), ("rosa 2016-2-9", ""),
    ("09.02.2016", ""), ("09 02 2016", ""), ("09022016", ""),
    ("rosa weir lane", "Lives there"), ("rosa weir ln", "Lives there"), ("roza weirlane", "Lives there"),
    ("rosa 14 weir la", "Lives there"), ("14 weir lane rosa", "Lives there"), ("9 capstan house", ""),
    ("flat 9 capstan house", "Lives there"), ("rosa alderbridge", "Lives there"), ("weirlane", "Lives there"),
    ("rosa 07700 900123", "This telephone number is theirs"), ("07700 900 rosa", "This telephone number is theirs"),
    ("rosa.m@example.org", "This email address is theirs"), ("rosa ROSA.M@EXAMPLE.ORG", ""),
    ("447700900123", "This telephone number is theirs"), ("rosa 943 476 5919", "This number is theirs"),
    ("rosa 9434765919", "This number is theirs"), ("rosa sw1a", ""), ("miss macdonald", ""), ("rosa mac donald", ""),
]  # fmt: skip


@pytest.mark.django_db
@pytest.mark.usefixtures("_two_called_rosa")
@pytest.mark.requirement("EP-02")
def test_one_is_found_first_by_what_only_they_have(user: User, family: Family) -> None:
    told = {typed: find_people(user, typed) for typed, _ in ROSA}
    first = {typed: found[0] if found else None for typed, found in told.items()}
    wrong = [
        (typed, one)
        for typed, why in ROSA
        if (one := first[typed]) is None or one.person.family_name != "MacDonald" or why not in [*one.why, ""]
    ]
    assert wrong == []
    assert [one.family for one in find_families(user, "rosa weir lane")] == [family]
    assert [one.family for one in find_families(user, "weirlane")] == [family]


@pytest.mark.django_db
@pytest.mark.usefixtures("_two_called_rosa")
def test_what_does_not_fit_is_said_and_nobody_is_kept_back_for_it(user: User, family: Family) -> None:
    [spinney] = find_people(user, "rosa spinney")
    assert (spinney.person.family_name, spinney.why) == ("Delacruz", ["Lived there before"])
    assert [one.person.family_name for one in find_people(user, "rosa de la cruz")] == ["Delacruz"]
    said = {one.person.family_name: one.why for one in find_people(user, "rosa 5/5/2005")}
    assert said["MacDonald"] == ["Born 9 February 2016: not the day you typed"]
    assert [one.why for one in find_people(user, "macdonald 2015")] == [["Born 9 February 2016"]]
    assert [one.why for one in find_people(user, "macdonald N1 9GU")] == [["Not recorded at N1 9GU"]]
    # A day that is still being typed, or is none, hides nobody.
    for typed in ("macdonald 9", "macdonald 9/2", "macdonald 31/2/2016"):
        assert [one.person.family_name for one in find_people(user, typed)] == ["MacDonald"], typed


@pytest.mark.django_db
def test_a_baby_without_a_name_is_found_as_they_are_called(user: User, family: Family) -> None:
    baby = make_member(family, role="unborn-child", unborn=True, due_date=timezone.localdate(), family_name="Hart")
    make_member(family, given_names="Abby", family_name="Hart")
    for typed in ("baby hart", "unborn hart", "Unborn baby Hart"):
        assert find_people(user, typed)[0].person == baby, typed


@pytest.mark.django_db
def test_no_words_beside_it_tell_a_hidden_address(user: User, family: Family) -> None:
    rosa = make_member(family, given_names="Rosa", family_name="Elm")
    actions.move(
        person=rosa, lines="3 Mill Row", postcode="EC1A 1BB", never_show=True, never_show_reason="Danger", by=user
    )
    assert find_people(user, "mill row") == []
    for true, false in (("rosa mill row", "rosa hill row"), ("rosa EC1A 1BB", "rosa EC1A 1BA")):
        said, otherwise = ([one.why for one in find_people(user, typed)] for typed in (true, false))
        assert [why[0].replace("1BB", "1BA") for why in said if why] == [why[0] for why in otherwise if why]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("9/2/16", BORN), ("2/29/2016", date(2016, 2, 29)), ("29/2/2015", None), ("9 sept 85", date(1985, 9, 9)),
        ("020 79 46 0123", None), ("01 23 4567", None), ("9 marketing 2016", None),
    ],
)  # fmt: skip
def test_days_are_read_as_people_write_them(text: str, day: date | None) -> None:
    assert take_day(text)[0] == day


def test_a_telephone_number_is_no_day_and_a_day_no_telephone_number() -> None:
    assert is_day("09 02 2016")
    assert not is_day("01 23 4567")
    assert read_typed("07700 900").telephone == "07700900"
    assert read_typed("M 102-77").numbers >= {"M10277"}
