"""What is known of earlier contacts stands beside the call, as far as one may know."""

from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils import timezone

from alongside.access.models import Team, User
from alongside.frontdoor import actions
from alongside.frontdoor.queries import contacts_for
from alongside.frontdoor.tests.conftest import answer, decide, made_family, sent
from alongside.notices.models import Notice
from alongside.people import actions as people
from alongside.people.tests.makers import make_family, make_member, make_user
from tests.pages import CheckedClient

pytestmark = pytest.mark.django_db
PART = {"HX-Request": "true"}


@pytest.mark.requirement("FD-07")
def test_worries_about_a_place_are_found_together_and_the_children_are_linked(
    client: CheckedClient, door: Team, adviser: User
) -> None:
    about = {"about": ["place"], "which-place": "Behind the skate park, Weir Lane", "household": []}
    first = actions.take(contact=sent(**about), team=door, by=adviser)
    decide(first, adviser, outcome=["place-or-group"])
    assert first.entry
    assert (first.entry.about, first.entry.about_words) == ("place", "Behind the skate park, Weir Lane")
    second = actions.take(contact=sent(**about | {"which-place": "the skatepark in Weir Lane"}), team=door, by=adviser)
    lead = make_user("practitioner", door)
    family = make_family("Okafor", team=door)
    child = make_member(family, given_names="Ada", family_name="Okafor")
    people.assign_lead_practitioner(family=family, user=lead, by=lead)
    client.force_login(adviser)
    page = client.get(reverse("front-door-history", args=[second.pk]), headers=PART).content.decode()
    assert first.reference in page
    found = client.get(
        reverse("front-door-history", args=[second.pk]), {"q": "Ada Okafor"}, headers=PART
    ).content.decode()
    assert "It concerns Ada" in found
    client.post(reverse("front-door-concerns", args=[second.pk]), {"person": child.pk})
    assert second.linked.get().person == child
    assert Notice.objects.filter(to=lead, kind="front-door", family=family).exists()


def test_earlier_contacts_are_found_while_talking_as_far_as_one_may_know(
    client: CheckedClient, door: Team, adviser: User
) -> None:
    earlier = actions.take(contact=sent(), team=door, by=adviser)
    family = made_family(earlier, adviser)
    earlier.refresh_from_db()
    decide(earlier, adviser)
    row = {"id": str(uuid4()), "born": "2016-03-09", "relation": "", "where": "", "child": True, "worried": True}
    now = actions.take(contact=sent(household=[row | {"name": "Thomas Lindgreen"}]), team=door, by=adviser)
    client.force_login(adviser)
    address = reverse("front-door-history", args=[now.pk])
    page = client.get(address, headers=PART).content.decode()
    assert earlier.reference in page
    assert "a name that sounds like it" in page
    assert "It is about this family" in page
    # The family went to another team: now only that there was a contact, and which team knows somebody like him.
    elsewhere = Team.objects.create(name="Hilltop")
    people.hand_to_team(family=family, team=elsewhere, by=adviser)
    child = family.memberships.get().person
    people.change_person(person=child, date_of_birth=timezone.localdate().replace(2016, 3, 9), by=adviser)
    answer(now, adviser, household=[row | {"name": "Tomas Lindgren"}])
    assert now.entry
    actions.follow(contact=now, entry=now.entry, by=adviser)
    page = client.get(address, headers=PART).content.decode()
    assert earlier.reference not in page
    assert "It is about a family that you cannot open" in page
    assert "Hilltop" in page
    people.restrict(family=family, reason="Somebody works here.", by=adviser)
    page = client.get(address, headers=PART).content.decode()
    assert "cannot open" not in page
    assert "Hilltop" not in page
    assert not contacts_for(make_user("adviser", name="Of another door")).filter(pk=earlier.pk).exists()
