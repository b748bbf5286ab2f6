"""The guide before the call: for everybody, kept nowhere until it is sent, and telling nobody who is known."""

import re
from typing import Any
from uuid import uuid4

import pytest
from django.core import mail
from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from alongside.access.models import Team
from alongside.frontdoor import rules
from alongside.frontdoor.actions import put_away
from alongside.frontdoor.models import Contact
from alongside.frontdoor.rules import MOST_FROM_ONE, new_reference, read_reference
from alongside.frontdoor.tests.conftest import GUIDE, sent
from alongside.packs.tests.shipped import default_pack
from alongside.people.tests.makers import make_family, make_member, make_user
from alongside.thresholds.carrying import COOKIE, carry
from alongside.thresholds.choice import Choice, ChosenChild
from tests.pages import CheckedClient

pytestmark = pytest.mark.django_db
PREPARE = "/front-door/prepare/"


def typed(**more: Any) -> dict[str, Any]:
    """What a browser sends of a guide."""
    return {
        "sending": str(uuid4()), "send": "yes", "asked:caller": "yes", "caller": "Priya Nair",
        "caller-email": "priya@millbrook.example", "about": "family", "worry": "Tomas hides food in his coat.",
        "household:0:name": "Tomas Lindgren", "household:0:born": "9/3/2016", "household:0:child": "yes",
        "said:0:words": "There is nothing in the fridge.", "said:0:by": "Tomas", "said:0:known": "child-said", **more,
    }  # fmt: skip


@pytest.mark.requirement("FD-01")
def test_a_guide_asks_all_that_the_guidance_asks_and_waits_under_a_reference(client: CheckedClient, door: Team) -> None:
    page = client.get(PREPARE).content.decode()
    for asked in (
        "Does the family know that you are calling?", "What are you worried about?", "What was said or seen",
        "Why are you calling now?", "What came before?", "Is it pressing", "What does it mean for each of them",
        "safeguarding lead or manager advise", "What help is there", "Who in the family’s own circle",
        "Where does something have to change first", "Which other children", "exploitation risk form",
        "Which of these have you looked at", "Which signs of the matrix", "explain it themselves",
    ):  # fmt: skip
        assert asked in page, asked
    assert "What comes of the call?" not in page
    response = client.post(PREPARE, typed())
    contact = Contact.objects.get()
    assert response.status_code == 302
    assert contact.reference in response.headers["Location"]
    assert contact.guide["household"][0]["name"] == "Tomas Lindgren"
    assert contact.guide["said"][0]["known"] == "child-said"
    assert contact.decide_by
    shown = client.get(response.headers["Location"]).content.decode()
    assert contact.reference in shown
    assert "Tomas" not in shown
    (message,) = mail.outbox
    assert message.to == ["priya@millbrook.example"]
    assert contact.reference in message.body
    assert "Tomas" not in f"{message.body} {message.subject}"


@pytest.mark.requirement("FD-01")
def test_it_is_printed_blank_and_filled_and_kept_nowhere(client: CheckedClient, door: Team) -> None:
    assert "What are you worried about?" in client.get(reverse("front-door-blank")).content.decode()
    data = typed(print="yes")
    del data["send"]
    page = client.post(PREPARE, data).content.decode()
    assert "Tomas hides food in his coat." in page
    del data["print"]
    again = client.post(PREPARE, data | {"more": "household"}).content.decode()  # another row, without a script
    assert 'value="Tomas Lindgren"' in again
    assert again.count('name="household:') > page.count('name="household:')
    assert not Contact.objects.exists()


def test_what_is_missing_is_said_and_nothing_typed_is_lost(client: CheckedClient, door: Team) -> None:
    response = client.post(PREPARE, typed(caller="", **{"said:0:known": ""}))
    page = response.content.decode()
    assert response.status_code == 422
    assert "Write your name" in page
    assert "is known" in page
    assert "Tomas hides food in his coat." in page
    assert not Contact.objects.exists()


def test_no_page_tells_whether_a_child_is_known(client: CheckedClient, door: Team) -> None:
    known = make_member(make_family(team=door), given_names="Tomas", family_name="Lindgren")
    assert known.pk
    here = client.post(PREPARE, typed())
    stranger = client.post(PREPARE, typed(**{"household:0:name": "Nobody Everknown"}))
    pages = [client.get(one.headers["Location"]).content.decode() for one in (here, stranger)]
    references = [contact.reference for contact in Contact.objects.order_by("pk")]
    plain = [page.replace(one, "") for page, one in zip(pages, references, strict=True)]
    assert [page.count("known") for page in plain] == [plain[0].count("known")] * 2


def test_a_reference_says_only_that_it_was_received_whatever_became_of_it(client: CheckedClient, door: Team) -> None:
    contact = sent()
    before = client.get(reverse("front-door-reference"), {"reference": contact.reference}).content.decode()
    put_away(contact=contact, why="Sent twice", by=make_user("adviser", door))
    assert before == client.get(reverse("front-door-reference"), {"reference": contact.reference}).content.decode()
    typed_otherwise = contact.reference.lower().replace("-", " ")
    assert "Received" in before
    assert "Received" in client.get(reverse("front-door-reference"), {"reference": typed_otherwise}).content.decode()
    for forged in ("FD-AAAA-AAAA", "FD-0000-0000", "' OR 1=1 --", "x" * 5000, ""):
        page = client.get(reverse("front-door-reference"), {"reference": forged}).content.decode()
        assert "Received" not in page


def test_pressed_twice_it_is_sent_once(client: CheckedClient, door: Team) -> None:
    data = typed()
    first, second = client.post(PREPARE, data), client.post(PREPARE, data)
    assert first.headers["Location"] == second.headers["Location"]
    assert Contact.objects.count() == 1
    assert len(mail.outbox) == 1


def test_a_flood_is_stopped_and_nobody_loses_what_they_wrote(client: CheckedClient, door: Team) -> None:
    for _ in range(MOST_FROM_ONE):
        assert client.post(PREPARE, typed()).status_code == 302
    response = client.post(PREPARE, typed())
    assert response.status_code == 429
    assert "Tomas hides food in his coat." in response.content.decode()
    assert Contact.objects.count() == MOST_FROM_ONE
    assert len(mail.outbox) == rules.MOST_MAILS  # and nobody's mailbox is filled from here
    assert client.post(PREPARE, typed(), REMOTE_ADDR="198.51.100.4").status_code == 302


def test_a_megabyte_a_trap_and_a_script_do_no_harm(client: CheckedClient, door: Team) -> None:
    assert client.post(PREPARE, typed(worry="x" * 1_000_000)).status_code == 422
    assert client.post(PREPARE, typed(website="http://buy.example")).status_code == 422
    assert not Contact.objects.exists()
    evil = "<script>alert(1)</script>\x00 =cmd() ‮"
    response = client.post(PREPARE, typed(worry=evil, caller=evil, **{"household:0:name": evil, "sending": "nonsense"}))
    assert response.status_code == 302
    assert "<script>alert" not in client.post(PREPARE, typed(worry=evil, print="yes")).content.decode()


def test_only_a_mark_is_kept_of_where_it_came_from(door: Team) -> None:
    contact = sent()
    assert "203.0.113.7" not in str(vars(contact))
    assert contact.sender == rules.mark_of("203.0.113.7", timezone.localdate())


@pytest.mark.requirement("FD-05")
def test_whom_to_call_now_is_public_with_everybodys_hours(client: CheckedClient, door: Team) -> None:
    page = client.get(reverse("front-door-who-to-call")).content.decode()
    for contact in default_pack().contacts:
        assert contact.number in page
    assert "Monday to Thursday, 08:30 to 17:00" in page
    assert "Closed on bank holidays" in page
    assert "999" in page


@given(st.text(max_size=30))
def test_any_text_is_read_as_a_reference_or_as_none(text: str) -> None:
    found = read_reference(text)
    assert found == "" or read_reference(found) == found


def test_references_are_read_back_as_they_are_made() -> None:
    made = {new_reference() for _ in range(500)}
    assert len(made) == 500
    assert all(read_reference(one.lower().replace("-", "")) == one for one in made)


def test_the_guide_of_the_pack_is_complete() -> None:
    front_door = default_pack().front_door
    assert front_door
    assert set(GUIDE) <= {field.id for field in default_pack().form(front_door.form).fields}


def test_what_was_chosen_in_the_threshold_guide_is_carried_in(client: CheckedClient, door: Team) -> None:
    sign = default_pack().thresholds.indicators[40].id
    answer = HttpResponse()
    carry(answer, Choice((ChosenChild("Ada", "7", (sign,)),), "level-2", "It has gone on since autumn."))
    client.cookies[COOKIE] = answer.cookies[COOKIE].value
    page = client.get(PREPARE).content.decode()
    assert 'value="Ada"' in page
    assert "It has gone on since autumn." in page
    assert re.search(rf'value="{sign}"\s+checked', page)
    assert re.search(r'value="level-2"\s+checked', page)
