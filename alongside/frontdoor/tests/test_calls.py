"""The call: taken once, nothing asked twice, what is known beside it, what follows from it, and who is told."""

import io
import re
import zipfile
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.core import mail
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils import timezone

from alongside.access.models import Team, User
from alongside.frontdoor import actions
from alongside.frontdoor.actions.linking import Member
from alongside.frontdoor.letters import drafts_for
from alongside.frontdoor.models import Contact, Told
from alongside.frontdoor.queries import contacts_for, earlier_contacts, open_contacts
from alongside.frontdoor.tests.conftest import GUIDE, answer, decide, sent
from alongside.journey.models import DueRow, LevelDecision
from alongside.notices.models import Notice
from alongside.people import actions as people
from alongside.people.models import Family
from alongside.people.tests.makers import make_family, make_member, make_user
from alongside.safeguarding.models import Concern
from alongside.story.models import Entry, Fact, Statement
from alongside.story.queries.entries import filled
from alongside.story.tests.makers import default_pack
from tests.pages import CheckedClient

pytestmark = pytest.mark.django_db
PART = {"HX-Request": "true"}


def made_family(contact: Contact, by: User) -> Family:
    return actions.make_family(
        contact=contact, name="Lindgren", members=[Member("Tomas Lindgren", "child")], by=by
    )  # fmt: skip


@pytest.mark.requirement("FD-02")
def test_a_guide_is_taken_once_and_nothing_in_it_is_asked_again(
    client: CheckedClient, door: Team, adviser: User
) -> None:
    contact, other = sent(), make_user("adviser", door, name="Bo Adler")
    client.force_login(adviser)
    assert contact.reference in client.get(reverse("front-door")).content.decode()
    assert "hides food" in client.get(reverse("front-door-contact", args=[contact.pk])).content.decode()
    client.post(reverse("front-door-take", args=[contact.pk]))
    contact.refresh_from_db()
    assert contact.taken_by == adviser
    assert contact.entry
    answers = filled(contact.entry).answers
    assert all(answers[key] == value for key, value in GUIDE.items())
    page = client.get(reverse("front-door-call", args=[contact.pk])).content.decode()
    assert page.count("From the caller’s guide") == len(GUIDE)
    client.force_login(other)
    response = client.post(reverse("front-door-take", args=[contact.pk]), follow=True)
    assert "Nadia Sorrell has taken this contact" in response.content.decode()
    assert Entry.objects.count() == 1
    with pytest.raises(actions.TakenAlready):
        actions.take(contact=contact, team=door, by=other)
    assert client.get(reverse("front-door-call", args=[contact.pk])).status_code == 404  # a draft is its author's


@pytest.mark.requirement("FD-03")
def test_advice_is_sought_without_names_and_without_consent_and_the_reasons_are_kept(
    client: CheckedClient, door: Team, adviser: User
) -> None:
    client.force_login(adviser)
    client.post(reverse("front-door-begin"))
    contact = Contact.objects.get()
    answer(
        contact,
        adviser,
        caller="Would rather not say",
        about=["unnamed"],
        spoken_with_family=["not-spoken"],
        worry="Bruises.",
    )
    decide(contact, adviser, outcome=["advice-only"], level=["level-1"])
    assert contact.decided_on == timezone.localdate()
    page = client.get(reverse("front-door-contact", args=[contact.pk])).content.decode()
    assert "Only to think it through." in page
    assert "It could put somebody in danger." in page
    assert not Family.objects.exists()


@pytest.mark.requirement("FD-04")
def test_toolkits_that_were_offered_are_kept(client: CheckedClient, adviser: User, door: Team) -> None:
    contact = actions.take(contact=sent(), team=door, by=adviser)
    answer(contact, adviser, about=["unnamed"], toolkits_offered=["abusive-head-trauma"])
    decide(contact, adviser)
    client.force_login(adviser)
    page = client.get(reverse("front-door-contact", args=[contact.pk])).content.decode()
    assert "Abusive head trauma" in page


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


@pytest.mark.requirement("FD-06")
def test_the_caller_is_told_no_more_than_they_may_know(client: CheckedClient, door: Team, adviser: User) -> None:
    contact = decide(actions.take(contact=sent(about=["unnamed"]), team=door, by=adviser), adviser)
    client.force_login(adviser)
    page = client.get(reverse("front-door-tell", args=[contact.pk])).content.decode()
    assert "Food today, and a talk with Ilse this week." in page
    for less in ({"spoken-with-family": ["not-spoken"]}, {"caller-service": ["family-or-public"]}):
        other = decide(actions.take(contact=sent(about=["unnamed"], **less), team=door, by=adviser), adviser)
        assert [draft.may_know for draft in drafts_for(other, adviser)] == [False]
        assert "Food today" not in client.get(reverse("front-door-tell", args=[other.pk])).content.decode()
    mail.outbox.clear()
    words = {"words_id": "what-was-decided", "words": "Dear Priya, food today.", "to_email": "priya@millbrook.example"}
    assert (
        client.post(reverse("front-door-tell", args=[contact.pk]), words | {"to_email": "x", "mail": "yes"}).status_code
        == 422
    )
    client.post(reverse("front-door-tell", args=[contact.pk]), words | {"mail": "yes"})
    (message,) = mail.outbox
    assert "food" not in message.body
    path = re.search(r"/front-door/answer/\S+/", str(message.body))
    assert path
    client.logout()
    assert "Dear Priya, food today." in client.get(path[0]).content.decode()
    assert client.get("/front-door/answer/forged/").status_code == 404
    assert Told.objects.get().words == "Dear Priya, food today."
    contact.refresh_from_db()
    assert contact.caller_told_at


def test_lists_count_what_is_late_and_go_into_a_spreadsheet(client: CheckedClient, door: Team, adviser: User) -> None:
    late, away = sent(caller="=HYPERLINK(1)"), sent()
    Contact.objects.filter(pk=late.pk).update(decide_by=timezone.localdate() - timedelta(days=3))
    client.force_login(adviser)
    client.post(reverse("front-door-put-away", args=[away.pk]), {"why": ""})
    assert len(open_contacts(adviser)) == 2
    client.post(reverse("front-door-put-away", args=[away.pk]), {"why": "Sent twice"})
    assert [one.contact for one in open_contacts(adviser)] == [late]
    assert "1 late" in client.get(reverse("front-door-contacts")).content.decode()
    book = client.get(reverse("front-door-contacts-sheet"), {"show": "late"}).content
    words = zipfile.ZipFile(io.BytesIO(book)).read("xl/sharedStrings.xml").decode()
    assert late.reference in words
    assert away.reference not in words
    client.force_login(make_user("practitioner"))
    assert client.get(reverse("front-door-contacts")).status_code == 403


def test_an_amended_conversation_stays_one_contact(door: Team, adviser: User) -> None:
    from alongside.story import actions as story

    contact = decide(actions.take(contact=sent(about=["unnamed"]), team=door, by=adviser), adviser)
    assert contact.entry
    draft = story.amend(entry=contact.entry, why="The wrong outcome", by=adviser)
    held = draft.answers.get(key="outcome")
    story.save_answer(entry_id=draft.pk, key="outcome", value=["advice-only"], revision=held.revision, by=adviser)
    story.finalise(entry=draft, by=adviser)
    contact.refresh_from_db()
    assert (contact.outcome, contact.entry_id) == ("advice-only", draft.pk)
    assert Contact.objects.count() == 1
    assert earlier_contacts(adviser, set()) == []


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


def test_its_pages_ask_the_database_little(
    client: CheckedClient, door: Team, adviser: User, django_assert_max_num_queries: Any
) -> None:
    for _ in range(3):
        decide(actions.take(contact=sent(about=["unnamed"]), team=door, by=adviser), adviser)
    contact = actions.take(contact=sent(), team=door, by=adviser)
    made_family(contact, adviser)
    client.force_login(adviser)
    for name, about in (
        ("front-door", []), ("front-door-contacts", []), ("front-door-contact", [contact.pk]),
        ("front-door-call", [contact.pk]),
    ):  # fmt: skip
        with django_assert_max_num_queries(16):
            client.get(reverse(name, args=about))


def test_a_colleague_goes_on_with_a_call_when_somebodys_day_is_over(
    client: CheckedClient, door: Team, adviser: User
) -> None:
    contact = actions.take(contact=sent(), team=door, by=adviser)
    colleague = make_user("adviser", door, name="Bo Adler")
    client.force_login(colleague)
    assert "Nadia Sorrell took it" in client.get(reverse("front-door-contact", args=[contact.pk])).content.decode()
    client.post(reverse("front-door-take-over", args=[contact.pk]))
    page = client.get(reverse("front-door-call", args=[contact.pk]))
    assert "hides food" in page.content.decode()
    assert Notice.objects.filter(to=adviser, kind="front-door-call").exists()
    client.force_login(adviser)
    assert client.get(reverse("front-door-call", args=[contact.pk])).status_code == 404
    client.force_login(make_user("adviser", name="Of another door"))
    assert client.post(reverse("front-door-take-over", args=[contact.pk])).status_code == 404


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
