"""A call: taken once, nothing asked twice, gone on with by a colleague, and what its lists count."""

import io
import zipfile
from datetime import timedelta
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from alongside.access.models import Team, User
from alongside.frontdoor import actions
from alongside.frontdoor.models import Contact
from alongside.frontdoor.queries import earlier_contacts, open_contacts
from alongside.frontdoor.tests.conftest import GUIDE, answer, decide, made_family, sent
from alongside.notices.models import Notice
from alongside.people.models import Family
from alongside.people.tests.makers import make_user
from alongside.story.models import Entry
from alongside.story.queries.entries import filled
from tests.pages import CheckedClient

pytestmark = pytest.mark.django_db


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
