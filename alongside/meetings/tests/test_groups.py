"""What is asked of a group goes on its agenda, and what it says comes into the conversation it began with (3C-04)."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from alongside.journey.tests.making import World, finished
from alongside.journey.tests.making import draft as begun
from alongside.meetings.models import Item, Meeting
from alongside.notices.models import Notice
from alongside.people.tests.makers import make_user
from alongside.story import actions as story
from alongside.story.models import Answer, Entry

pytestmark = pytest.mark.django_db


def asked(world: World) -> Entry:
    return finished(world, form="solution-group-request", question="What is there for tired mothers?")


def talked(world: World) -> Entry:
    with_rosa = {"people": [{"id": world.parent.pk, "name": "Rosa"}], "others": ""}
    return finished(world, form="initial-conversation", reason="Rosa is tired.", spoken_with=with_rosa)


def group(meeting: Meeting, name: str = "group-meeting", *more: Any) -> str:
    return reverse(name, args=[meeting.pk, *more])


def answer_at(client: Client, meeting: Meeting, item: Item, by: Any) -> Entry:
    """Write what the group says of a request, and make it final."""
    begun = client.post(group(meeting, "group-answer", item.pk))
    assert begun.status_code == 302
    entry = Entry.objects.get(pk=begun["Location"].split("/")[2])
    for key, value in {
        "who-talked": {"people": [], "others": "Miriam Manager"},
        "information-and-advice": "The Thursday breakfast, with a crèche.",
        "decision": ["community-help"],
        "decision-why": "Company is what is missing.",
        "who-tells-the-family": "Leo, on Friday",
    }.items():
        story.save_answer(entry_id=entry.pk, key=key, value=value, revision=0, by=by)
    done = client.post(reverse("entry-check", args=[entry.pk]))
    assert done.headers.get("Location") == group(meeting), done.content.decode()
    return entry


@pytest.fixture
def by_manager(client: Client, world: World) -> Client:
    client.force_login(world.manager)
    return client


@pytest.mark.requirement("3C-04")
def test_a_request_goes_on_the_agenda_and_the_answer_into_a_new_version_of_the_conversation(
    world: World, by_manager: Client, arranged: Callable[..., Meeting]
):
    conversation = talked(world)
    meeting = arranged(days=0, kind="solution-group")
    request = asked(world)
    item = meeting.items.get()
    assert item.entry == request
    page = by_manager.get(group(meeting)).content.decode()
    assert world.family.reference in page
    assert "Asked by Leo Lead" in page
    assert "Rowan" not in page
    outcome = answer_at(by_manager, meeting, item, world.manager)
    item.refresh_from_db()
    assert item.answer == outcome
    told = Notice.objects.get(to=world.lead, kind="decision")
    assert told.href == f"/entries/{outcome.pk}/"
    conversation.refresh_from_db()
    version = conversation.amendments.get()
    assert (version.version, version.is_final) == (2, True)
    assert conversation.superseded_at is not None
    before = by_manager.get(reverse("entry", args=[conversation.pk])).content.decode()
    now = by_manager.get(reverse("entry", args=[version.pk])).content.decode()
    assert "Thursday breakfast" not in before
    assert "Group said" not in before
    assert "Thursday breakfast" in now
    assert "Rosa is tired." in now
    assert "A service in the community helps" in now
    story_page = by_manager.get(reverse("family", args=[world.family.pk])).content.decode()
    assert "Outcome of the Local Solution Group" in story_page


@pytest.mark.requirement("3C-04")
def test_a_request_waits_until_a_group_is_arranged_and_what_is_left_goes_to_the_next(
    world: World, by_manager: Client, arranged: Callable[..., Meeting]
):
    request = asked(world)
    assert "1 request waits" in by_manager.get(reverse("group-arrange")).content.decode()
    first = arranged(days=0, kind="solution-group")
    second = arranged(days=14, kind="solution-group")
    assert (first.items.get().entry, second.items.count()) == (request, 0)
    said = by_manager.post(group(first), {"do": "end"}, follow=True).content.decode()
    assert "One goes to the next meeting." in said
    assert second.items.get().entry == request


def test_a_group_that_is_called_off_leaves_its_requests_to_the_next(
    world: World, by_manager: Client, arranged: Callable[..., Meeting]
):
    request = asked(world)
    first = arranged(kind="solution-group")
    done = by_manager.post(group(first, "group-change"), {"why": "Too few can come"})
    assert done.status_code == 302
    assert arranged(days=20, kind="solution-group").items.get().entry == request


def test_a_conversation_that_is_being_put_right_keeps_its_draft_with_what_the_group_said(
    world: World, by_manager: Client, arranged: Callable[..., Meeting]
):
    conversation = talked(world)
    meeting = arranged(days=0, kind="solution-group")
    asked(world)
    under_way = story.amend(entry=conversation, why="A name was wrong", by=world.lead)
    answer_at(by_manager, meeting, meeting.items.get(), world.manager)
    under_way.refresh_from_db()
    assert under_way.is_draft
    assert Answer.objects.get(entry=under_way, key="group-said").value[0]["said"]
    assert Notice.objects.filter(to=world.lead, kind="message").exists()
    assert "Thursday breakfast" in by_manager.get(reverse("entry-edit", args=[under_way.pk])).content.decode()


@pytest.mark.requirement("ALL-07")
def test_a_family_that_is_not_open_is_neither_named_nor_answered(
    world: World, client: Client, arranged: Callable[..., Meeting]
):
    asked(world)
    meeting = arranged(days=0, kind="solution-group")
    item = meeting.items.get()
    client.force_login(make_user("practitioner", name="Ola Stern"))
    assert client.get(group(meeting)).status_code == 404
    assert client.post(group(meeting, "group-answer", item.pk)).status_code == 404


def test_an_ordinary_conversation_says_nothing_of_a_group(world: World, by_lead: Client):
    draft = begun(world, form="initial-conversation")
    assert (
        "What the Local Solution Group said" not in by_lead.get(reverse("entry-edit", args=[draft.pk])).content.decode()
    )
    blank = by_lead.get(reverse("form-blank", args=["initial-conversation"])).content.decode()
    assert "What the Local Solution Group said" not in blank
