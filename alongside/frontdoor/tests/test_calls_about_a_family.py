"""The family of a call: made from it or linked to it, what follows from the decision, and whose signs are whose."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from alongside.access.models import Team, User
from alongside.frontdoor import actions
from alongside.frontdoor.tests.conftest import decide, made_family, sent
from alongside.journey.models import DueRow, LevelDecision
from alongside.notices.models import Notice
from alongside.packs.tests.shipped import default_pack
from alongside.people.models import Family
from alongside.people.tests.makers import make_family, make_member, make_user
from alongside.safeguarding.models import Concern
from alongside.story.models import Fact, Statement
from alongside.story.queries.entries import filled
from tests.pages import CheckedClient

pytestmark = pytest.mark.django_db


@pytest.mark.requirement("FD-06")
def test_a_family_is_made_from_the_call_and_the_decision_stands_on_its_story_map_level_and_clock(
    client: CheckedClient, adviser: User, door: Team
) -> None:
    contact = actions.take(contact=sent(), team=door, by=adviser)
    client.force_login(adviser)
    page = client.get(reverse("front-door-new-family", args=[contact.pk])).content.decode()
    assert "Tomas Lindgren" in page
    client.post(
        reverse("front-door-new-family", args=[contact.pk]),
        {"name": "Lindgren", "take:0": "yes", "role:0": "child", "take:1": "yes", "role:1": "parent-or-carer"},
    )
    family = Family.objects.get()
    assert family.memberships.count() == 2
    assert str(family.memberships.get(role="child").person.date_of_birth) == "2016-03-09"
    contact.refresh_from_db()
    decide(contact, adviser)
    assert contact.entry
    assert contact.entry.family == family
    (worry,) = Statement.objects.filter(family=family)
    assert worry.words == "There is nothing in the fridge."  # and what a neighbour passed on stays off the map
    assert LevelDecision.objects.get(family=family).level == "level-2"
    facts = Fact.objects.filter(family=family).values_list("name", flat=True)
    assert {"front-door.contacted", "front-door.decided"} <= set(facts)
    row = DueRow.objects.get(family=family, standard="front-door-decision")
    assert row.met_at
    assert not row.met_late
    assert "Front door conversation" in client.get(reverse("family", args=[family.pk])).content.decode()


def test_targeted_help_waits_to_be_started_and_social_care_begins_a_concern(door: Team, adviser: User) -> None:
    duty = make_user("duty-manager", name="Carol")
    contact = actions.take(contact=sent(), team=door, by=adviser)
    family = made_family(contact, adviser)
    contact.refresh_from_db()
    decide(contact, adviser, outcome=["targeted-early-help"], level=["level-3"])
    assert Fact.objects.filter(family=family, name="targeted-help.decided").count() == 1
    assert not LevelDecision.objects.filter(family=family).exists()  # starting the help decides it
    assert Notice.objects.filter(to=duty, kind="waiting", href=reverse("start-help", args=[family.pk])).exists()
    second = actions.take(contact=sent(), team=door, by=adviser)
    other = made_family(second, adviser)
    second.refresh_from_db()
    decide(second, adviser, outcome=["social-care"], level=["level-4"])
    assert Concern.objects.filter(family=other).count() == 1
    assert LevelDecision.objects.get(family=other).level == "level-4"


def test_a_named_family_is_linked_before_the_conversation_is_finished(
    client: CheckedClient, adviser: User, door: Team
) -> None:
    contact = actions.take(contact=sent(), team=door, by=adviser)
    client.force_login(adviser)
    here = reverse("front-door-call", args=[contact.pk])
    response = client.post(here, {"check": "yes"}, follow=True)
    assert "Say which family it is" in response.content.decode()
    ours, theirs = make_family("Lindgren", team=door), make_family("Elsewhere")
    assert client.post(reverse("front-door-link", args=[contact.pk]), {"family": theirs.pk}).status_code == 404
    with pytest.raises(PermissionDenied):
        actions.link_family(contact=contact, family=theirs, by=adviser)
    client.post(reverse("front-door-link", args=[contact.pk]), {"family": ours.pk})
    contact.refresh_from_db()
    assert contact.entry
    assert contact.entry.family == ours
    assert client.post(here, {"check": "yes"}).headers["Location"] == reverse("entry-check", args=[contact.entry_id])
    client.post(reverse("front-door-unlink", args=[contact.pk]))
    contact.entry.refresh_from_db()
    assert (contact.entry.about, contact.entry.family) == ("unnamed", None)


def test_signs_chosen_for_a_child_by_name_become_that_childs_own(
    client: CheckedClient, door: Team, adviser: User
) -> None:
    at_level_3 = [one.id for one in default_pack().thresholds.indicators if one.level == "level-3"][:1]
    signs = {"rows": [{"id": None, "name": "Tomas Lindgren, 10", "signs": at_level_3}], "find": ""}
    contact = actions.take(contact=sent(signs=signs), team=door, by=adviser)
    client.force_login(adviser)
    page = client.get(reverse("front-door-call", args=[contact.pk])).content.decode()
    assert "the matrix reads level 2 or 3" in page
    family = made_family(contact, adviser)
    contact.refresh_from_db()
    assert contact.entry
    (row,) = filled(contact.entry).answers["signs"]["rows"]
    assert row["id"] == family.memberships.get().person_id


def test_somebody_on_record_is_not_recorded_twice_when_a_family_is_made(
    client: CheckedClient, door: Team, adviser: User
) -> None:
    born = date(2016, 3, 9)
    known = make_member(make_family("Old", team=door), given_names="Tomas", family_name="Lindgren", date_of_birth=born)
    contact = actions.take(contact=sent(), team=door, by=adviser)
    client.force_login(adviser)
    here = reverse("front-door-new-family", args=[contact.pk])
    assert "Known already?" in client.get(here).content.decode()
    client.post(here, {"name": "Lindgren", "take:0": "yes", "role:0": "child", "is:0": known.pk})
    family = Family.objects.get(name="Lindgren")
    assert family.memberships.get().person == known
