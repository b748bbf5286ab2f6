"""A meeting is gone through on its screen; its minutes reach who was not there."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from alongside.access.models import Look
from alongside.journey.tests.making import World, an_action, an_outcome, finished
from alongside.meetings import actions
from alongside.meetings.models import Invitation, Meeting
from alongside.meetings.tests.test_inviting import NAMES, link_in, whole
from alongside.plans.models import Action
from alongside.plans.outcomes.models import Outcome
from alongside.story import actions as story
from alongside.story.models import Answer, Entry, Fact

pytestmark = pytest.mark.django_db


@pytest.fixture
def invited(world: World, arranged: Callable[..., Meeting]) -> Meeting:
    """A meeting today to which the family, a doctor and a neighbour are asked; the doctor cannot come."""
    meeting = arranged(days=0)
    for person in (world.parent, world.child):
        actions.invite(meeting=meeting, person=person, by=world.lead)
    lee = actions.invite(meeting=meeting, name="Dr Lee", agency="GP", email="lee@surgery.example", by=world.lead)
    actions.answer(invitation=lee, reply="apologies", words="A clinic", to_be_said="The inhaler", by=world.lead)
    actions.invite(meeting=meeting, name="Mrs Amos", by=world.lead)
    return meeting


def address(name: str, meeting: Meeting) -> str:
    return reverse(name, args=[meeting.family_id, meeting.pk])


def began(client: Client, meeting: Meeting, form: str = "team-around-the-family") -> Entry:
    answer = client.post(address("meeting-begin", meeting), {"form": form})
    assert answer["Location"] == address("meeting-screen", meeting)
    meeting.refresh_from_db()
    assert meeting.entry
    return meeting.entry


def answered(world: World, entry: Entry, **answers: Any) -> None:
    for key, value in answers.items():
        key = key.replace("_", "-").replace("--of--", "@")
        kept = Answer.objects.filter(entry=entry, key=key).first()
        revision = kept.revision if kept else 0
        story.save_answer(entry_id=entry.pk, key=key, value=value, revision=revision, by=world.lead)


def everybody(world: World, meeting: Meeting) -> dict[str, Any]:
    """Rosa and Maya are there, and nobody else is."""
    kept = Answer.objects.get(entry=meeting.entry, key="attendance").value
    people = [
        {"id": one.pk, "name": one.name, "is_child": one == world.child, "came": "in-person", "note": "", "told": False}
        for one in (world.parent, world.child)
    ]
    guests = [one | {"came": one["came"] or "absent"} for one in kept["guests"]]
    return {"people": people, "guests": guests}


def made_final(world: World, client: Client, meeting: Meeting, **more: Any) -> None:
    entry = began(client, meeting)
    voice = {f"childs_voice--of--{world.child.pk}": "I want the bus back."}
    given = {"attendance": everybody(world, meeting), "what_was_said": "The bus pass comes on Friday."} | voice | more
    answered(world, entry, **given)
    answer = client.post(reverse("entry-check", args=[entry.pk]))
    assert answer["Location"] == address("family-meeting", meeting), answer.content.decode()


@pytest.mark.requirement("EP-22")
def test_the_screen_begins_with_what_is_known_and_saves_as_typed(world: World, by_lead: Client, invited: Meeting):
    finished(world, form="note", actions=[an_action("Ring the school", world)])
    page = by_lead.get(address("family-meeting", invited)).content.decode()
    assert "Begin: Team around the family meeting" in page
    assert "Begin: Review" in page
    entry = began(by_lead, invited)
    assert began(by_lead, invited) == entry
    kept = Answer.objects.get(entry=entry, key="attendance").value
    assert [(one["words"], one["came"], one["note"]) for one in kept["guests"]] == [
        ("Dr Lee, GP", "apologies", "A clinic\nThe inhaler"),
        ("Mrs Amos", "", ""),
    ]
    screen = by_lead.get(address("meeting-screen", invited)).content.decode()
    assert "Ring the school" in screen
    assert "Where each of us puts things today" in screen
    assert "To be said" not in screen
    assert "“The inhaler”" in screen
    typed = {"asked:what-was-said": "yes", "what-was-said": "We begin with what goes well.", "save": "yes"}
    assert by_lead.post(address("meeting-screen", invited), typed)["Location"] == address("meeting-screen", invited)
    assert Answer.objects.get(entry=entry, key="what-was-said").value == "We begin with what goes well."


@pytest.mark.requirement("EP-21")
def test_each_outcome_is_gone_through_at_the_meeting_and_stands_in_the_plan_as_it_was_said(
    world: World, by_lead: Client, invited: Meeting
):
    finished(
        world, form="action-plan", outcomes_agreed=[an_outcome("Nights are calm")],
        actions=[an_action("Ring the school", world)], goes_ahead=["goes-ahead"],
    )  # fmt: skip
    outcome = Outcome.objects.get(family=world.family)
    began(by_lead, invited)
    screen = by_lead.get(address("meeting-screen", invited)).content.decode()
    assert "Nights are calm" in screen
    typed = {
        "asked:outcomes-now": "yes", f"outcomes-now:{outcome.pk}:stands": "nearer",
        f"outcomes-now:{outcome.pk}:now": "She slept through twice.", "save": "yes",
    }  # fmt: skip
    by_lead.post(address("meeting-screen", invited), typed)
    made_final(world, by_lead, invited)
    plan = by_lead.get(reverse("family-outcome", args=[world.family.pk, outcome.pk])).content.decode()
    assert "She slept through twice." in plan


@pytest.mark.requirement("EP-22", "EP-21")
def test_the_next_meeting_is_arranged_at_once_and_nothing_typed_is_lost(
    world: World, by_lead: Client, invited: Meeting
):
    entry = began(by_lead, invited)
    typed = {"asked:what-was-said": "yes", "what-was-said": "The bus pass comes.", "arrange-next": "yes"}
    wrong = by_lead.post(address("meeting-screen", invited), typed | {"next-starts": "10:00"})
    assert wrong.status_code == 422
    assert "The bus pass comes." in wrong.content.decode()
    assert Answer.objects.get(entry=entry, key="what-was-said").value == "The bus pass comes."
    day = timezone.localdate() + timedelta(days=42)
    when = {
        "next-day-day": day.day, "next-day-month": day.month, "next-day-year": day.year, "next-starts": "10:00",
        "next-place": "The hall",
    }  # fmt: skip
    done = by_lead.post(address("meeting-screen", invited), {"arrange-next": "yes"} | when)
    assert done.status_code == 302
    following = Meeting.objects.get(starts_at__date=day)
    assert sorted(one.who for one in following.invitations.all()) == sorted(
        one.who for one in invited.invitations.all()
    )
    assert mail.outbox[-1].to == ["lee@surgery.example"]
    assert Answer.objects.get(entry=entry, key="next-meeting").value["day"] == str(day.day)


@pytest.mark.requirement("EP-22")
def test_minutes_reach_who_was_not_there_by_a_link_and_say_when_they_were_told(
    world: World, by_lead: Client, invited: Meeting
):
    made_final(world, by_lead, invited, actions=[an_action("Bring the pass", world)])
    invited.refresh_from_db()
    assert invited.state == Meeting.State.HELD
    assert Action.objects.get(family=world.family).words == "Bring the pass"
    assert Fact.objects.filter(family=world.family, name="team-meeting.held").count() == 1
    here = address("family-meeting", invited)
    page = by_lead.get(here).content.decode()
    assert "The minutes are ready" in page
    assert "Not told yet: no email is known" in page
    said = by_lead.post(here, {"do": "tell-absent"}, follow=True).content.decode()
    assert "Alongside cannot write to Mrs Amos" in said
    (sent,) = mail.outbox
    assert not [name for name in NAMES if name in whole(sent)]
    path = link_in(sent.body)
    read = Client().get(path).content.decode()
    assert "The bus pass comes on Friday." in read
    assert Client().get(f"{path}minutes.pdf").content.startswith(b"%PDF")
    assert Look.objects.filter(family_id=world.family.pk, user_name="Dr Lee, by a link").exists()
    amos = invited.invitations.get(name="Mrs Amos")
    by_lead.post(here, {"do": "told-by-hand", "invitation": amos.pk})
    amos.refresh_from_db()
    assert (amos.told_how, amos.told_by) == (Invitation.Told.THEMSELVES, world.lead)
    by_lead.post(here, {"do": "tell-absent"})
    assert len(mail.outbox) == 1


def test_a_new_version_of_the_minutes_takes_the_place_of_the_first(world: World, by_lead: Client, invited: Meeting):
    made_final(world, by_lead, invited)
    invited.refresh_from_db()
    assert invited.entry
    again = story.amend(entry=invited.entry, why="A word was wrong", by=world.lead)
    story.finalise(entry=again, by=world.lead)
    invited.refresh_from_db()
    assert (invited.entry, invited.state) == (again, Meeting.State.HELD)


def test_a_meeting_whose_record_is_begun_is_not_called_off_and_a_record_set_aside_is_begun_anew(
    world: World, by_lead: Client, invited: Meeting
):
    entry = began(by_lead, invited)
    refused = by_lead.post(address("meeting-cancel", invited), {"why": "Nobody came"})
    assert "Set that draft aside first" in refused.content.decode()
    story.set_aside(entry=entry, by=world.lead)
    assert began(by_lead, invited) != entry


@pytest.mark.requirement("EP-22")
def test_the_familys_own_network_has_its_plan_and_what_happens_if_it_does_not_hold(
    world: World, by_lead: Client, arranged: Callable[..., Meeting]
):
    meeting = arranged(days=0, kind="family-network")
    actions.invite(meeting=meeting, person=world.parent, by=world.lead)
    entry = began(by_lead, meeting, "family-network-meeting")
    people = [
        {"id": world.parent.pk, "name": "Rosa", "is_child": False, "came": "in-person", "note": "", "told": False}
    ]
    answered(
        world, entry, attendance={"people": people, "guests": []}, familys_plan="Aunt Bea fetches Maya.",
        contingencies="If Bea is ill, Mr Hall does.", keeps_an_eye="Rosa’s sister, who rings Leo",
        **{f"childs_voice--of--{world.child.pk}": "Not in the van."},
    )  # fmt: skip
    assert by_lead.post(reverse("entry-check", args=[entry.pk]))["Location"] == address("family-meeting", meeting)
    assert Fact.objects.filter(family=world.family, name="family-network.met").exists()
    assert not Fact.objects.filter(family=world.family, name="team-meeting.held").exists()


def test_agenda_and_papers_are_put_on_and_taken_off(world: World, by_lead: Client, arranged: Callable[..., Meeting]):
    meeting = arranged()
    here = address("family-meeting", meeting)
    assert by_lead.post(here, {"do": "put-on-agenda", "words": ""}).status_code == 422
    by_lead.post(here, {"do": "put-on-agenda", "words": "The bus"})
    assert "The bus" in by_lead.get(here).content.decode()
    by_lead.post(here, {"do": "take-off-agenda", "which": meeting.items.get().pk})
    assert not meeting.items.exists()
    assert by_lead.post(here, {"do": "take-away", "which": "7"}).status_code == 404


def test_the_tab_asks_the_same_of_the_database_however_many_meetings(
    world: World, by_lead: Client, arranged: Callable[..., Meeting], django_assert_max_num_queries: Any
):
    meeting = arranged()
    for number in range(12):
        arranged(days=-number)
        actions.invite(meeting=meeting, name=f"Guest {number}", by=world.lead)
    by_lead.get(reverse("family-meetings", args=[world.family.pk]))
    for page in (reverse("family-meetings", args=[world.family.pk]), reverse("my-meetings")):
        with django_assert_max_num_queries(15):
            assert by_lead.get(page).status_code == 200
    with django_assert_max_num_queries(18):
        by_lead.get(address("family-meeting", meeting))
