"""Whatever became of families and who works with them, a search finds just those whom somebody may see."""

from collections.abc import Iterator
from contextlib import suppress
from datetime import date, timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from alongside.access.models import Post, User
from alongside.people import actions
from alongside.people.models import EmergencyAccess, Family, Involvement, Membership, Merge, Person
from alongside.people.queries import find_families, find_people
from alongside.people.tests.makers import make_family, make_person, make_team, make_user

pytestmark = pytest.mark.django_db
BORN = date(2018, 6, 14)
# Each is typed as it is, with a slip, the other way round, alone, and with the birthday.
NAMES = ("Adaeze", "Belinda", "Corisande", "Dorothea")
LAST = "Okafor"


class Town:
    """Three teams, three families and four people; and five who look for them."""

    def __init__(self) -> None:
        self.boss = make_user("senior-manager")
        self.teams = [make_team() for _ in range(3)]
        self.families = [make_family(team=team, by=self.boss) for team in self.teams]
        self.people = [
            make_person(by=self.boss, given_names=name, family_name=LAST, date_of_birth=BORN) for name in NAMES
        ]
        here, there, _ = self.teams
        of_two = make_user("practitioner", here)
        Post.objects.create(user=of_two, team=there, role="manager")
        self.users = [
            make_user("practitioner", here), make_user("manager", here), of_two, make_user("partner"), self.boss,
        ]  # fmt: skip

    def joins(self, one: int, other: int) -> None:
        actions.add_member(
            family=self.families[other % 3], person=self.people[one % 4], role="child", by=self.boss, joined_on=BORN
        )

    def leaves(self, one: int, other: int) -> None:
        place = Membership.objects.filter(family=self.families[other % 3], left_on=None).first()
        if place:
            actions.end_membership(membership=place, why="Moved away", by=self.boss)

    def goes_to_another_team(self, one: int, other: int) -> None:
        actions.hand_to_team(family=self.families[one % 3], team=self.teams[other % 3], by=self.boss)

    def is_restricted(self, one: int, other: int) -> None:
        actions.restrict(family=self.families[one % 3], reason="A relative works here", by=self.boss)

    def is_unrestricted(self, one: int, other: int) -> None:
        actions.unrestrict(family=self.families[one % 3], reason="They left", by=self.boss)

    def is_worked_with(self, one: int, other: int) -> None:
        day = timezone.localdate() + timedelta(days=1 if one == 7 else 0)
        actions.involve(
            family=self.families[other % 3], role="professional", user=self.users[one % 5], from_date=day, by=self.boss
        )

    def is_worked_with_no_longer(self, one: int, other: int) -> None:
        works = Involvement.objects.filter(family=self.families[other % 3], to_date=None).first()
        if works:
            actions.end_involvement(involvement=works, by=self.boss)

    def is_opened_in_an_emergency(self, one: int, other: int) -> None:
        started = timezone.now() - timedelta(hours=2)
        EmergencyAccess.objects.create(
            family=self.families[other % 3],
            user=self.users[one % 5],
            reason="x",
            started_at=started,
            ends_at=started + timedelta(hours=1 if one == 7 else 3),
        )

    def are_one(self, one: int, other: int) -> None:
        actions.merge_people(kept=self.people[one % 4], other=self.people[other % 4], why="Same child", by=self.boss)

    def are_two_again(self, one: int, other: int) -> None:
        merge = Merge.objects.filter(undone_at=None).order_by("-pk").first()
        if merge:
            actions.undo_merge(merge=merge, why="Cousins", by=self.boss)

    def is_called_otherwise(self, one: int, other: int) -> None:
        actions.add_other_name(person=self.people[one % 4], kind="previous", family_name="Quill", by=self.boss)


STEPS = [name for name in vars(Town) if not name.startswith("_")]
Steps = list[tuple[str, int, int]]
EVERY_WAY: Steps = [
    ("joins", 0, 0), ("joins", 1, 1), ("joins", 2, 2), ("joins", 3, 2), ("joins", 0, 2), ("leaves", 0, 0),
    ("is_worked_with", 3, 1), ("is_opened_in_an_emergency", 0, 2), ("is_worked_with", 7, 0),
    ("goes_to_another_team", 1, 2), ("goes_to_another_team", 2, 0), ("are_one", 3, 1), ("is_restricted", 2, 0),
]  # fmt: skip


@pytest.mark.requirement("ALL-07")
@example([("joins", 0, 0), ("joins", 1, 1), ("joins", 2, 2)])
@example(EVERY_WAY)
@example([*EVERY_WAY, ("are_two_again", 0, 0), ("is_worked_with_no_longer", 0, 1), ("is_unrestricted", 2, 0)])
@given(st.lists(st.tuples(st.sampled_from(STEPS), st.integers(0, 7), st.integers(0, 7)), min_size=4, max_size=14))
@settings(deadline=None, max_examples=5, suppress_health_check=list(HealthCheck))
def test_a_search_finds_just_those_who_may_be_seen(steps: Steps) -> None:
    with transaction.atomic():
        town = Town()
        for what, one, other in steps:
            with suppress(ValidationError, PermissionDenied), transaction.atomic():
                getattr(town, what)(one, other)
        for user in town.users:
            assert_finds_just_whom_they_see(user, steps)
        transaction.set_rollback(True)


def assert_finds_just_whom_they_see(user: User, steps: Steps) -> None:
    families = set(Family.objects.for_user(user))
    seen = {
        person: {place.family for place in person.memberships.select_related("family")} & families
        for person in Person.objects.for_user(user)
    }
    everybody = {one.person: set(one.families) for one in find_people(user, LAST)}
    assert everybody == seen, steps
    assert {one.family for one in find_families(user, LAST)} == set().union(*seen.values()), steps
    for person, their_families in seen.items():
        for typed in [typed for name in names_of(person) for typed in ways_to_type(name)]:
            found = {one.person: set(one.families) for one in find_people(user, typed)}
            assert found.get(person) == their_families, (typed, steps)
            assert found.items() <= seen.items(), (typed, steps)
    for name in set(NAMES) - {name for person in seen for name in names_of(person)}:
        for typed in ways_to_type(name):
            assert find_people(user, typed) == [], (typed, steps)


def names_of(person: Person) -> Iterator[str]:
    """Their own, and those of the records that were merged into theirs."""
    yield person.given_names
    yield from person.merged_from.values_list("given_names", flat=True)


def ways_to_type(name: str) -> Any:
    return name, f"{name} {LAST}", f"{LAST} {name}", f"{name[0]}{name[2:]} {LAST}", f"{name} {LAST} {BORN:%d/%m/%Y}"
