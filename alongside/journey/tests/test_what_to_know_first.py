"""Dangers, voices and the chronology on a family's pages: what they show, to whom, on paper, and at what cost."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.urls import reverse

from alongside.access.models import Look
from alongside.journey.models import DueRow
from alongside.journey.tests.making import World, finished, today, written
from alongside.journey.tests.test_pages import page, queries
from alongside.people.actions import add_contact_point, change_person, move
from alongside.people.tests.makers import make_user
from alongside.story import actions as story
from alongside.story.actions.dangers import record_danger
from alongside.story.models import ChronologyEvent, Danger, Entry
from tests.pages import CheckedClient

DOG = "A dog that bites. Ring first."
NAMES = ("family-voices", "family-chronology", "family-dangers", "visit-sheet")


@pytest.fixture
def client(client: CheckedClient, world: World) -> CheckedClient:
    client.force_login(world.lead)
    return client


def danger(world: World, **more: Any) -> Danger:
    given: dict[str, Any] = {"family": world.family, "kind": "visitors", "words": DOG, "by": world.lead}
    return record_danger(**(given | more))


def voice(world: World, *, days_ago: int = 0, **answers: Any) -> Entry:
    child = {"id": world.child.pk, "name": "Maya", "is_child": True, "how": "alone"}
    given = {"children_seen": {"people": [child], "others": ""}, "means": ["talked"]} | answers
    return finished(world, form="voice-of-the-child", days_ago=days_ago, **given)


def event(world: World, words: str, **answers: Any) -> Entry:
    given = {"kind_of_event": ["move"], "event": words, "significance": ["significant"]}
    return finished(world, form="chronology-event", **(given | answers))


@pytest.mark.parametrize("name", NAMES)
def test_who_has_no_need_to_know_finds_nothing(world: World, name: str) -> None:
    danger(world)
    for role in ("practitioner", "administrator", "auditor"):
        stranger = CheckedClient()
        stranger.force_login(make_user(role))
        response = stranger.get(reverse(name, args=[world.family.pk]))
        assert response.status_code == 404
        assert DOG.encode() not in response.content


@pytest.mark.parametrize("name", NAMES)
def test_each_page_reads_well_before_anything_happened(client: CheckedClient, world: World, name: str) -> None:
    assert "Rowan" in page(client, world, name)


@pytest.mark.requirement("EP-10")
@pytest.mark.requirement("EP-13")
def test_dangers_and_interpreters_stand_on_every_page_of_the_family_and_on_paper(
    client: CheckedClient, world: World
) -> None:
    change_person(person=world.parent, interpreter_needed=True, interpreter_languages="Dari", by=world.lead)
    sent = {"kind": "visitors", "words": DOG, "since-day": 1, "since-month": 2, "since-year": 2026}
    assert client.post(reverse("family-dangers", args=[world.family.pk]), sent).status_code == 302
    pages = ("family", "family-map", "family-plan", "family-documents", "family-level", "family-due", *NAMES)
    for name in pages:
        text = page(client, world, name)
        assert DOG in text, name
        assert "Since 1 Feb 2026" in text
        assert "Interpreter needed:" in text
        assert "Dari" in text
    one = Danger.objects.get()
    refused = client.post(reverse("danger-end", args=[world.family.pk, one.pk]), {"why": "", **_on(today())})
    assert refused.status_code == 422
    sent = {"why": "The dog has moved away.", **_on(today())}
    assert client.post(reverse("danger-end", args=[world.family.pk, one.pk]), sent).status_code == 302
    assert DOG not in page(client, world)
    assert "The dog has moved away." in page(client, world, "family-dangers")


def _on(day: date) -> dict[str, int]:
    return {"on-day": day.day, "on-month": day.month, "on-year": day.year}


@pytest.mark.requirement("EP-13")
def test_a_child_is_refused_as_interpreter_beside_the_question_with_the_reason(
    client: CheckedClient, world: World
) -> None:
    draft = written(world, form="home-visit")
    sent = {"asked:interpreter": "yes", "interpreter:how": "by", "interpreter:who": world.child.pk, "save": "yes"}
    client.post(reverse("entry-edit", args=[draft.pk]), {"base:interpreter": "", "revision:interpreter": "0", **sent})
    text = client.get(reverse("entry-edit", args=[draft.pk])).content.decode()
    assert "Maya is under 18 and may not interpret" in text
    assert "Book an interpreter" in text
    client.post(reverse("entry-check", args=[draft.pk]), {})
    draft.refresh_from_db()
    assert draft.is_draft


@pytest.mark.requirement("EP-11")
def test_a_page_for_each_child_gathers_their_voice_and_says_what_is_missing(
    client: CheckedClient, world: World
) -> None:
    world.open_support(days_ago=70)
    key = f"childs-view@{world.child.pk}"
    voice(world, days_ago=60, **{key: "I like it when Mum hums."})
    seen = {"id": world.child.pk, "name": "Maya", "is_child": True, "how": "with-others"}
    visit = finished(
        world, form="home-visit", days_ago=50, people_seen={"people": [seen], "others": ""}, **{key: "The bus is loud."}
    )
    letter = voice(world, days_ago=48, means=["app-or-message"], **{key: "Dear Leo, can we go out side. Maya"})
    address = reverse("child-voice", args=[world.family.pk, world.child.pk])
    text = client.get(address).content.decode()
    assert text.index("Dear Leo") < text.index("The bus is loud.") < text.index("Mum hums")
    assert "Alone" in text
    assert "With others" in text
    assert reverse("entry", args=[visit.pk]) in text
    assert "Not heard in time" in text
    assert "Wishes for the time to come" in text
    sent_only = client.get(address, {"way": "Through an app, a message or a letter that they sent"}).content.decode()
    assert "Dear Leo" in sent_only
    assert "Mum hums" not in sent_only
    assert reverse("entry", args=[letter.pk]) in sent_only
    assert DueRow.objects.filter(standard="child-heard", person=world.child, met_at=None).exists()
    assert "Not heard in time" in page(client, world, "family-plan")
    assert "Hearing the child" in client.get(reverse("my-work"), {"show": "overdue"}).content.decode()


def test_a_child_who_was_heard_yesterday_is_not_asked_for(client: CheckedClient, world: World) -> None:
    world.open_support(days_ago=70)
    voice(world, days_ago=1, **{f"shown@{world.child.pk}": "She held the door for her mother."})
    assert "Not heard in time" not in page(client, world, "family-voices")


@pytest.mark.requirement("EP-18")
def test_an_event_is_marked_from_a_record_listed_filtered_and_taken_out(client: CheckedClient, world: World) -> None:
    record = voice(world, days_ago=3, **{f"childs-view@{world.child.pk}": "Dad came to the school gate."})
    response = client.post(reverse("entry-mark", args=[record.pk]))
    draft = Entry.objects.get(started_from=record)
    assert response["Location"] == reverse("entry-edit", args=[draft.pk])
    for key, value in {"kind-of-event": ["concern"], "significance": ["significant"]}.items():
        story.save_answer(entry_id=draft.pk, key=key, value=value, revision=0, by=world.lead)
    story.finalise(entry=Entry.objects.get(pk=draft.pk), by=world.lead)
    event(world, "They lived with a friend.", roughly_when="spring 2019", **{f"impact@{world.child.pk}": "No bed."})
    text = page(client, world, "family-chronology")
    assert text.index("They lived with a friend.") < text.index("Dad came to the school gate.")
    assert "about 8 months" in text
    assert f"{reverse('entry', args=[record.pk])}" in text
    assert "Dad came" not in page(client, world, "family-chronology", "?until=2020")
    assert "They lived" not in page(client, world, "family-chronology", "?kind=concern")
    latest = page(client, world, "family-chronology", "?order=latest")
    assert latest.index("Dad came") < latest.index("They lived")
    pdf = client.get(reverse("chronology-pdf", args=[world.family.pk]))
    assert pdf.content.startswith(b"%PDF")
    sheet = client.get(reverse("chronology-sheet", args=[world.family.pk])).content.decode("utf-8-sig")
    assert "2019-03-01,2019-05-31,Spring 2019,Move of home,They lived with a friend." in sheet
    assert Look.objects.filter(what="the chronology, as a spreadsheet").count() == 1
    assert "Dad came to the school gate." in client.get(reverse("entry", args=[record.pk])).content.decode()


@pytest.mark.requirement("EP-18")
def test_the_day_it_was_last_completed_stands_there_and_in_supervision(client: CheckedClient, world: World) -> None:
    world.decide("level-3", lead_practitioner=world.lead, days_ago=5)
    assert "Nobody has said yet that it is complete." in page(client, world, "family-chronology")
    day = today() - timedelta(days=2)
    client.post(reverse("chronology-complete", args=[world.family.pk]), _on(day))
    said = f"Gone through and complete on {day.day} {day:%B %Y}"
    assert said in page(client, world, "family-chronology")
    supervision = written(world, form="supervision-record", by=world.manager)
    client.force_login(world.manager)
    assert f"{day.day} {day:%B %Y}" in client.get(reverse("entry-edit", args=[supervision.pk])).content.decode()


def test_an_address_that_makes_no_sense_shows_the_chronology(client: CheckedClient, world: World) -> None:
    event(world, "They moved.")
    for wrong in ("?since=²²²²", "?person=x", "?page=-1", "?kind=%00", "?until=0000"):
        assert "They moved." in page(client, world, "family-chronology", wrong)


def test_a_year_that_cannot_be_read_stays_in_its_box_with_what_to_do(client: CheckedClient, world: World) -> None:
    event(world, "They moved.")
    for wrong, says in (("?since=20199", "with four figures"), ("?since=2020&until=2010", "before the first one")):
        text = page(client, world, "family-chronology", wrong)
        assert "They moved." in text or "since=2020" in wrong
        assert says in text
        assert f'value="{wrong.rpartition("=")[2]}"' in text


def test_the_sheet_for_a_visit_holds_no_address_that_must_never_be_shown(client: CheckedClient, world: World) -> None:
    move(person=world.child, lines="1 Quiet Lane", postcode="BN1 1AA", by=world.lead)
    hidden: dict[str, Any] = {"never_show": True, "never_show_reason": "Dean must not learn it."}
    move(person=world.parent, lines="9 Secret Street", postcode="BN2 2BB", by=world.lead, **hidden)
    add_contact_point(person=world.parent, kind="mobile", value="07700 900123", safe="no", by=world.lead)
    add_contact_point(person=world.parent, kind="mobile", value="07700 900456", safe="yes", by=world.lead)
    text = page(client, world, "visit-sheet")
    assert "1 Quiet Lane" in text
    assert "07700 900456" in text
    assert "Secret Street" not in text
    assert "900123" not in text
    assert "The risks have not been assessed yet." in text


@pytest.mark.parametrize("name", [*NAMES, "child-voice"])
def test_these_pages_ask_as_little_of_a_long_record(client: CheckedClient, world: World, name: str) -> None:
    """Three records of each kind cost the database as many questions as one."""
    world.open_support(days_ago=30)
    fill(world, 1)
    _queries(client, world, name)  # the first page of an hour notes that the session is in use
    few = _queries(client, world, name)
    fill(world, 3)
    assert _queries(client, world, name) == few <= 15


def fill(world: World, times: int) -> None:
    for number in range(times):
        voice(world, days_ago=number, **{f"childs-view@{world.child.pk}": "I like dogs."})
        event(world, f"They moved, {number}.", **{f"impact@{world.child.pk}": "Another school."})
        danger(world, words=f"{DOG} {number}")


def _queries(client: CheckedClient, world: World, name: str) -> int:
    if name == "child-voice":
        child = reverse(name, args=[world.family.pk, world.child.pk])
        return queries(_Fixed(client, child), world, "family")  # type: ignore[arg-type]
    return queries(client, world, name)


class _Fixed:
    """A client that asks for one address whatever it is asked for."""

    def __init__(self, client: CheckedClient, address: str) -> None:
        self._client, self._address = client, address

    def get(self, _: str) -> Any:
        return self._client.get(self._address)


def test_an_event_written_by_an_amendment_stands_once(client: CheckedClient, world: World) -> None:
    entry = event(world, "They moved in March.")
    version = story.amend(entry=entry, why="It was in May.", by=world.lead)
    story.save_answer(entry_id=version.pk, key="event", value="They moved in May.", revision=1, by=world.lead)
    story.finalise(entry=Entry.objects.get(pk=version.pk), by=world.lead)
    text = page(client, world, "family-chronology")
    assert "They moved in May." in text
    assert "They moved in March." not in text
    assert ChronologyEvent.objects.count() == 2
