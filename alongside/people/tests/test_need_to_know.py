"""Who sees which family: a table of role, relation, restriction and emergency."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.http import Http404
from django.test import RequestFactory
from django.utils import timezone

from alongside.access.models import Post
from alongside.people import actions, queries
from alongside.people.models import EmergencyAccess, Family, Involvement, Person
from alongside.people.tests.makers import make_family, make_member, make_team, make_user

pytestmark = pytest.mark.django_db

ROLES = [
    "practitioner",
    "partner",
    "adviser",
    "duty-manager",
    "manager",
    "senior-manager",
    "practice-lead",
    "administrator",
    "auditor",
    "chair",
    "minute-taker",
]
OPEN, RESTRICTED = False, True

# (relation to the family, restricted) → the roles that see it. “elsewhere”: a post in another team only.
SEES = {
    ("elsewhere", OPEN): "duty-manager senior-manager",
    ("elsewhere", RESTRICTED): "",
    ("in its team", OPEN): "practitioner adviser duty-manager manager senior-manager",
    ("in its team", RESTRICTED): "duty-manager manager senior-manager",
    ("lead practitioner", OPEN): " ".join(ROLES),
    ("lead practitioner", RESTRICTED): " ".join(ROLES),
    ("professional", OPEN): " ".join(ROLES),
    ("professional", RESTRICTED): " ".join(ROLES),
    ("no longer involved", OPEN): "duty-manager senior-manager",
    ("no longer involved", RESTRICTED): "",
    ("involved from tomorrow", OPEN): "duty-manager senior-manager",
    ("involved from tomorrow", RESTRICTED): "",
    ("in an emergency", OPEN): " ".join(ROLES),
    ("in an emergency", RESTRICTED): " ".join(ROLES),
    ("after an emergency", OPEN): "duty-manager senior-manager",
    ("after an emergency", RESTRICTED): "",
}


def put_into_relation(relation: str, user: Any, family: Family) -> None:
    today, now = timezone.localdate(), timezone.now()
    boss = make_user()
    if relation == "lead practitioner":
        actions.assign_lead_practitioner(family=family, user=user, by=boss)
    elif relation == "professional":
        actions.involve(family=family, role="professional", user=user, by=boss)
    elif relation == "no longer involved":
        past = today - timedelta(days=30)
        involvement = actions.involve(family=family, role="co-worker", user=user, from_date=past, by=boss)
        actions.end_involvement(involvement=involvement, by=boss)
    elif relation == "involved from tomorrow":
        actions.involve(family=family, role="co-worker", user=user, from_date=today + timedelta(days=1), by=boss)
    elif relation in ("in an emergency", "after an emergency"):
        started = now - timedelta(hours=2)
        ends = now + timedelta(hours=1) if relation == "in an emergency" else now - timedelta(minutes=1)
        EmergencyAccess.objects.create(family=family, user=user, reason="x", started_at=started, ends_at=ends)


@pytest.mark.requirement("ALL-07")
@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize(("relation", "restricted"), SEES)
def test_who_sees_a_family_and_its_people(relation: str, restricted: bool, role: str) -> None:
    team = make_team()
    family, other = make_family(team=team), make_family("Okafor", team=make_team())
    maya, somebody_else = make_member(family), make_member(other, given_names="Tobi", family_name="Okafor")
    user = make_user(role, team if relation == "in its team" else None)
    put_into_relation(relation, user, family)
    if restricted:
        actions.restrict(family=family, reason="A relative works here", by=make_user())
    sees = role in SEES[relation, restricted].split()
    sees_all = role in ("duty-manager", "senior-manager")
    assert set(Family.objects.for_user(user)) == ({family} if sees else set()) | ({other} if sees_all else set())
    assert (maya in Person.objects.for_user(user)) is sees
    assert (somebody_else in Person.objects.for_user(user)) is sees_all


def test_who_is_signed_out_or_closed_sees_nothing() -> None:
    team = make_team()
    family = make_family(team=team)
    manager = make_user("manager", team)
    assert family in Family.objects.for_user(manager)
    manager.is_active = False
    assert not Family.objects.for_user(manager)
    assert not Family.objects.for_user(AnonymousUser())
    assert not Person.objects.for_user(AnonymousUser())


def test_a_post_in_another_team_restricts_nothing_here() -> None:
    """A practitioner here who manages there does not see this team's restricted families."""
    here, there = make_team(), make_team()
    user = make_user("practitioner", here)
    Post.objects.create(user=user, team=there, role="manager")
    family = make_family(team=here)
    actions.restrict(family=family, reason="A relative works here", by=make_user())
    assert not Family.objects.for_user(user)


def test_the_condition_costs_one_query_after_the_posts(django_assert_num_queries: Any) -> None:
    team = make_team()
    for _ in range(5):
        make_member(make_family(team=team))
    user = make_user("manager", team)
    with django_assert_num_queries(2):
        assert len(Family.objects.for_user(user)) == 5
    with django_assert_num_queries(1):
        assert len(Person.objects.for_user(user)) == 5


def test_involvement_ends_on_the_day_it_is_ended() -> None:
    user, family = make_user("partner"), make_family()
    involvement = actions.involve(family=family, role="professional", user=user, by=make_user())
    assert family in queries.families_of(user)
    actions.end_involvement(involvement=involvement, by=make_user())
    assert family not in queries.families_of(user)
    assert involvement.to_date == timezone.localdate()


class TestOpeningAFamily:
    def request(self, user: Any) -> Any:
        request = RequestFactory().get("/")
        request.user = user
        return request

    def test_gives_the_family_and_notes_the_look(self) -> None:
        team = make_team()
        family = make_family(team=team)
        request = self.request(make_user("practitioner", team))
        opened = queries.open_family(request, family.pk, what="people")
        assert opened == family
        assert opened.in_emergency is False
        assert request.families_seen[family.pk].what == "people"
        assert request.families_seen[family.pk].emergency is False

    def test_says_the_same_of_one_that_may_not_be_seen_as_of_one_that_is_not_there(self) -> None:
        user = make_user("practitioner")
        said = []
        for pk in (make_family().pk, 99_999_999):
            with pytest.raises(Http404) as refused:
                queries.open_family(self.request(user), pk)
            said.append(str(refused.value))
        assert said[0] == said[1]

    def test_marks_what_is_seen_in_an_emergency_only(self) -> None:
        user, family = make_user("practitioner"), make_family()
        put_into_relation("in an emergency", user, family)
        request = self.request(user)
        assert queries.open_family(request, family.pk).in_emergency is True
        assert request.families_seen[family.pk].emergency is True
        put_into_relation("professional", user, family)
        assert queries.open_family(self.request(user), family.pk).in_emergency is False


def test_one_lead_practitioner_at_a_time() -> None:
    family, boss = make_family(), make_user()
    first, second = make_user(name="First"), make_user(name="Second")
    actions.assign_lead_practitioner(family=family, user=first, by=boss, from_date=date(2026, 1, 5))
    actions.assign_lead_practitioner(family=family, user=second, by=boss)
    lead = queries.lead_practitioner_of(family)
    assert lead is not None
    assert lead.who == "Second"
    assert Involvement.objects.filter(family=family, role="lead-practitioner").count() == 2
