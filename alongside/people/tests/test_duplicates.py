"""Who is like a person about to be added, and how little is said of those who may not be seen."""

from datetime import date
from typing import Any

import pytest

from alongside.access.models import User
from alongside.access.trail.models import Look
from alongside.people import actions
from alongside.people.models import Person
from alongside.people.queries import near_duplicates
from alongside.people.tests.makers import make_family, make_member, make_person, make_team, make_user

pytestmark = pytest.mark.django_db
BORN = date(2018, 6, 14)


@pytest.fixture
def maya(user: User) -> Person:
    return make_member(make_family("Hayes", team=user.posts.get().team))


@pytest.mark.requirement("EP-02")
@pytest.mark.parametrize(
    ("details", "alike"),
    [
        ({"given_names": "Maya", "family_name": "Hayes", "date_of_birth": BORN}, True),
        ({"given_names": "Mya", "family_name": "Hayes", "date_of_birth": BORN}, True),
        ({"given_names": "Maja", "family_name": "Heyes", "date_of_birth": BORN}, True),
        ({"given_names": "Hayes", "family_name": "Maya", "date_of_birth": BORN}, True),
        ({"given_names": "Maya", "family_name": "Okafor", "date_of_birth": BORN}, True),
        ({"given_names": "Maya", "family_name": "Hayes", "date_of_birth": date(2019, 6, 14)}, True),
        ({"given_names": "Maya", "family_name": "Hayes", "date_of_birth": date(2008, 6, 14)}, True),
        ({"given_names": "Maya", "family_name": "Hayes"}, True),
        ({"given_names": "Quite", "family_name": "Another", "numbers": ["9434765919"]}, True),
        ({"given_names": "Maya", "family_name": "Hayes", "date_of_birth": date(2002, 1, 30)}, False),
        ({"given_names": "Maya", "family_name": "Okafor", "date_of_birth": date(2019, 6, 14)}, False),
        ({"given_names": "Quite", "family_name": "Another", "date_of_birth": BORN}, False),
        ({"given_names": "", "family_name": ""}, False),
    ],
)
def test_who_is_alike(user: User, maya: Person, details: dict[str, Any], alike: bool) -> None:
    actions.add_identifier(person=maya, kind="nhs-number", value="9434765919", by=make_user())
    found = near_duplicates(user, **details)
    assert [one.person for one in found.seen] == ([maya] if alike else [])
    assert not near_duplicates(user, besides=maya, **details).seen


def test_day_and_month_exchanged_are_alike(user: User) -> None:
    person = make_member(
        make_family(team=user.posts.get().team), given_names="Leo", family_name="Hart", date_of_birth=date(2018, 3, 9)
    )
    found = near_duplicates(user, given_names="Leo", family_name="Hart", date_of_birth=date(2018, 9, 3))
    assert [one.person for one in found.seen] == [person]


def test_an_unborn_child_is_alike_by_the_due_date(user: User) -> None:
    from django.utils import timezone

    due = timezone.localdate()
    family = make_family(team=user.posts.get().team)
    baby = make_member(family, role="unborn-child", unborn=True, due_date=due, family_name="Hart")
    found = near_duplicates(user, family_name="Hart", due_date=due)
    assert [one.person for one in found.seen] == [baby]


class TestOfFamiliesThatMayNotBeSeen:
    @pytest.fixture
    def stranger(self) -> User:
        return make_user("practitioner")

    def alike(self, stranger: User, **details: Any) -> Any:
        return near_duplicates(
            stranger, **{"given_names": "Maya", "family_name": "Hayes", "date_of_birth": BORN, **details}
        )

    @pytest.mark.requirement("ALL-07")
    def test_only_the_team_to_ask_is_said(self, stranger: User, maya: Person, user: User) -> None:
        found = self.alike(stranger)
        assert found.seen == []
        assert found.teams_to_ask == [user.posts.get().team.name]

    def test_a_name_alone_or_a_day_that_is_off_tells_nothing(self, stranger: User, maya: Person) -> None:
        for details in ({"date_of_birth": None}, {"date_of_birth": date(2019, 6, 14)}, {"family_name": "Okafor"}):
            assert not self.alike(stranger, **details)

    def test_of_a_restricted_family_nothing_is_said_but_the_look_is_kept(
        self, client: Any, stranger: User, maya: Person
    ) -> None:
        family = maya.memberships.get().family
        actions.restrict(family=family, reason="A relative works here", by=make_user())
        found = self.alike(stranger)
        assert not found
        client.force_login(stranger)
        typed = {
            "given_names": "Maya",
            "family_name": "Hayes",
            "date_of_birth-day": "14",
            "date_of_birth-month": "6",
            "date_of_birth-year": "2018",
            "role": "child",
            "team": str(stranger.posts.get().team_id),
            "part": "co-worker",
        }
        assert client.post("/families/new/", typed).status_code == 302
        assert Look.objects.filter(family_id=family.pk, user_id=stranger.pk).exists()


def test_a_person_of_no_family_is_told_to_nobody(user: User) -> None:
    make_person()
    assert not near_duplicates(user, given_names="Maya", family_name="Hayes", date_of_birth=BORN)
    assert make_team()
