"""People are asked to come, answer, and hear of every change; of whom it is stands in no mail."""

import re
from collections.abc import Callable
from datetime import timedelta
from email.message import Message
from typing import Any

import pytest
from django.core import mail
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from icalendar import Calendar

from alongside.access.models import Look
from alongside.journey.tests.making import World
from alongside.meetings import actions
from alongside.meetings.models import Invitation, Meeting
from alongside.notices.models import Notice
from alongside.people.actions import add_contact_point, involve
from alongside.people.tests.makers import make_user
from alongside.story.models import Fact

pytestmark = pytest.mark.django_db
NAMES = ("Rowan", "Maya", "Rosa")


def link_in(text: Any) -> str:
    """The path of the link in a mail."""
    found = re.search(r"/(?:invitation|minutes)/\S+/", str(text))
    assert found, text
    return found[0]


def calendar_in(sent: Any) -> Any:
    """The event of the calendar file in a mail."""
    content = next(one[1] for one in sent.attachments)
    return Calendar.from_ical(content).walk("VEVENT")[0]


def whole(sent: Any) -> str:
    message: Message = sent.message()
    return str(sent.body) + message.as_string() + "".join(str(one[1]) for one in sent.attachments)


def arranged_by_form(world: World, client: Client, **more: Any) -> Meeting:
    day = timezone.localdate() + timedelta(days=9)
    given = {
        "kind": "team-around-the-family", "day-day": day.day, "day-month": day.month, "day-year": day.year,
        "starts": "2:30pm", "place": "12 Quiet Lane", "who": [f"person:{world.parent.pk}", f"person:{world.child.pk}"],
        "others": "Dr Lee, Weir Street Surgery, lee@surgery.example",
    }  # fmt: skip
    answer = client.post(reverse("meeting-arrange", args=[world.family.pk]), given | more)
    assert answer.status_code == 302, answer.content.decode()
    return Meeting.objects.get()


@pytest.mark.requirement("EP-22")
def test_arranging_asks_everybody_and_names_nobody_in_a_mail(world: World, by_lead: Client):
    colleague = make_user("practitioner", world.team, name="Sam Okafor")
    involve(family=world.family, user=colleague, role="co-worker", by=world.manager)
    page = by_lead.get(reverse("meeting-arrange", args=[world.family.pk])).content.decode()
    assert "Maya" in page
    assert "Sam Okafor" in page
    asked = [f"person:{world.parent.pk}", f"user:{colleague.pk}", f"user:{world.lead.pk}"]
    meeting = arranged_by_form(world, by_lead, who=asked)
    assert timezone.localtime(meeting.starts_at).hour == 14
    assert meeting.ends_at - meeting.starts_at == timedelta(hours=1)
    told = Notice.objects.get(to=colleague, kind="meeting")
    assert told.href == reverse("family-meeting", args=[world.family.pk, meeting.pk])
    (sent,) = mail.outbox
    assert sent.to == ["lee@surgery.example"]
    assert not [name for name in (*NAMES, "Quiet Lane") if name in whole(sent)]
    event = calendar_in(sent)
    assert (event["sequence"], event["status"], event["dtstart"].dt) == (0, "CONFIRMED", meeting.starts_at)
    assert Fact.objects.filter(family=world.family, name="team-meeting.arranged").count() == 1


@pytest.mark.requirement("EP-22")
def test_somebody_without_an_account_answers_by_their_link(world: World, by_lead: Client, client: Client):
    meeting = arranged_by_form(world, by_lead)
    path = link_in(mail.outbox[0].body)
    outside = Client()
    page = outside.get(path).content.decode()
    assert "12 Quiet Lane" in page
    assert not [name for name in NAMES if name in page]
    assert outside.get(f"{path}meeting.ics")["Content-Type"].startswith("text/calendar")
    assert outside.post(path, {"reply": ""}).status_code == 422
    answer = {"reply": "apologies", "words": "I have a clinic", "to_be_said": "The inhaler must be at school"}
    assert outside.post(path, answer, follow=True).status_code == 200
    lee = meeting.invitations.get(name="Dr Lee")
    assert (lee.reply, lee.to_be_said) == ("apologies", "The inhaler must be at school")
    shown = by_lead.get(reverse("family-meeting", args=[world.family.pk, meeting.pk])).content.decode()
    assert "I have a clinic" in shown
    assert "The inhaler must be at school" in shown


def test_a_move_asks_again_with_a_new_link_and_a_later_calendar_file(world: World, by_lead: Client):
    meeting = arranged_by_form(world, by_lead)
    before = link_in(mail.outbox[0].body)
    lee = meeting.invitations.get(name="Dr Lee")
    actions.answer(invitation=lee, reply="coming", by=world.lead)
    page = reverse("meeting-change", args=[world.family.pk, meeting.pk])
    assert 'value="14:30"' in by_lead.get(page).content.decode()
    day = timezone.localdate() + timedelta(days=10)
    moved = {"day-day": day.day, "day-month": day.month, "day-year": day.year, "starts": "9am", "place": "The hall"}
    assert by_lead.post(page, moved).status_code == 302
    lee.refresh_from_db()
    assert lee.reply == ""
    assert calendar_in(mail.outbox[-1])["sequence"] == 1
    assert Client().get(before).status_code == 410
    assert Client().get(link_in(mail.outbox[-1].body)).status_code == 200


def test_the_place_alone_leaves_answers_as_they_are(world: World, arranged: Callable[..., Meeting]):
    meeting = arranged()
    lee = actions.invite(meeting=meeting, name="Dr Lee", by=world.lead)
    actions.answer(invitation=lee, reply="coming", by=world.lead)
    actions.change(
        meeting=meeting, starts_at=meeting.starts_at, ends_at=meeting.ends_at, place="The library", online_at="",
        purpose="", by=world.lead,
    )  # fmt: skip
    lee.refresh_from_db()
    assert lee.reply == "coming"


@pytest.mark.requirement("EP-22")
def test_calling_off_reaches_everybody_and_the_clock_runs_again(world: World, by_lead: Client):
    meeting = arranged_by_form(world, by_lead)
    page = reverse("meeting-cancel", args=[world.family.pk, meeting.pk])
    assert by_lead.post(page, {"why": " "}).status_code == 422
    assert by_lead.post(page, {"why": "Maya is ill"}).status_code == 302
    last = mail.outbox[-1]
    assert "called off" in last.subject
    assert "Maya" not in whole(last)
    assert (calendar_in(last)["status"], calendar_in(last)["sequence"]) == ("CANCELLED", 1)
    assert not Fact.objects.filter(family=world.family, name="team-meeting.arranged", replaced_by=None).exists()
    with pytest.raises(ValidationError):
        actions.answer(invitation=meeting.invitations.get(name="Dr Lee"), reply="coming", by=world.lead)


def test_an_invitation_taken_back_leaves_the_calendar_and_its_link_opens_nothing(world: World, by_lead: Client):
    meeting = arranged_by_form(world, by_lead)
    lee = meeting.invitations.get(name="Dr Lee")
    here = reverse("family-meeting", args=[world.family.pk, meeting.pk])
    assert by_lead.post(here, {"do": "uninvite", "invitation": lee.pk}).status_code == 302
    assert calendar_in(mail.outbox[-1])["status"] == "CANCELLED"
    assert Client().get(link_in(mail.outbox[0].body)).status_code == 410


@pytest.mark.requirement("ALL-07")
def test_an_account_that_may_not_open_the_family_gets_a_link_like_everybody_else(world: World, arranged: Any):
    stranger = make_user("practitioner", name="Ola Stern")
    invitation = actions.invite(meeting=arranged(), user=stranger, by=world.lead)
    assert actions.send(invitation=invitation, by=world.lead) == Invitation.Told.MAIL
    assert not Notice.objects.filter(to=stranger).exists()
    assert mail.outbox[0].to == [stranger.email]
    stranger_in = Client()
    stranger_in.force_login(stranger)
    page = stranger_in.get(reverse("my-meetings")).content.decode()
    assert "Rowan" not in page
    assert "answer by the link" in page
    assert not Look.objects.filter(family_id=world.family.pk, user_id=stranger.pk).exists()


def test_an_address_that_is_not_safe_is_never_written_to(world: World, arranged: Callable[..., Meeting]):
    add_contact_point(person=world.parent, kind="email", value="shared@home.example", safe="no", by=world.lead)
    invitation = actions.invite(meeting=arranged(), person=world.parent, by=world.lead)
    with pytest.raises(ValidationError, match="Do not use"):
        actions.send(invitation=invitation, email="Shared@home.example", by=world.lead)
    assert mail.outbox == []


def test_what_was_typed_wrongly_stays_and_says_what_to_do(world: World, by_lead: Client):
    page = reverse("meeting-arrange", args=[world.family.pk])
    typed = {"kind": "family-network", "starts": "half past two", "others": "Dr Lee, lee@", "purpose": "Mornings"}
    answer = by_lead.post(page, typed)
    text = answer.content.decode()
    assert answer.status_code == 422
    assert "like 14:30 or 2:30pm" in text
    assert "“lee@” is no email address" in text
    assert "half past two" in text
    assert Meeting.objects.count() == 0
