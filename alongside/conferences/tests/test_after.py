"""After a conference: decisions by child, who was sent what, and how it was, under nobody's name."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import DatabaseError, transaction
from django.test import Client
from django.utils import timezone

from alongside.access.models import Change
from alongside.conferences import actions
from alongside.conferences.deciding.letters import letter_as_record
from alongside.conferences.models import About, Feedback, Letter
from alongside.conferences.queries.opened import opened_letters
from alongside.conferences.tests.conftest import Scene
from alongside.journey.models import DueRow
from alongside.journey.tests.making import written
from alongside.meetings.models import Meeting
from alongside.story import actions as story
from alongside.story.models import Entry


def made_final(scene: Scene) -> Entry:
    """The record of the conference, written and finished by the chair, with a decision for the child."""
    child, meeting = scene.world.child.pk, scene.conference.meeting
    starts = timezone.now() - timedelta(hours=3)
    Meeting.objects.filter(pk=meeting.pk).update(starts_at=starts, ends_at=starts + timedelta(hours=2))
    came = {"is_child": False, "came": "in-person", "note": "", "told": False}
    rosa = {"id": scene.world.parent.pk, "name": "Rosa"} | came
    answers: dict[str, Any] = {
        "attendance": {"people": [rosa], "guests": []},
        "which-conference": ["initial"],
        "statement-of-risk": "Maya could be hurt when nobody is at home.",
        f"decision@{child}": ["plan-made"],
        f"category@{child}": ["neglect"],
        f"decision-why@{child}": "Too often alone.",
        "next-conference": {"day": "1", "month": "2", "year": "2030"},
    }
    entry = written(scene.world, form="conference-record", **answers)
    Meeting.objects.filter(pk=meeting.pk).update(entry=entry)
    story.finalise(entry=entry, by=scene.lead)
    scene.conference.refresh_from_db()
    scene.conference.meeting.refresh_from_db()
    return entry


def words_of(letter: Letter) -> str:
    return str(letter_as_record(letter.conference, letter))


@pytest.fixture
def letters(scene: Scene) -> dict[str, Letter]:
    actions.keep_apart(conference=scene.conference, one=scene.mother, other=scene.friend, how="room", by=scene.lead)
    made_final(scene)
    actions.letters_for(conference=scene.conference, by=scene.lead)
    around = ("invitation__user", "invitation__person", "conference__meeting__entry")
    return {one.invitation.who: one for one in Letter.objects.select_related(*around)}


@pytest.mark.requirement("RC-11")
def test_decisions_go_to_each_as_they_may_know_and_it_is_known_who_got_what_and_when(
    scene: Scene, letters: dict[str, Letter], client: Client
) -> None:
    about = About.objects.get()
    assert (about.decision, about.categories) == ("plan-made", ["neglect"])
    assert {name: one.reads for name, one in letters.items()} == {
        "Cora Chair": "whole", "Milo Minutes": "whole", "Ms Amin": "whole", "Rosa": "only", "Maya": "told",
        "Ines Friend": "only",
    }  # fmt: skip
    chosen = {one.pk: one.reads for one in letters.values()}
    with pytest.raises(PermissionDenied):
        actions.send_letters(conference=scene.conference, reads=chosen, by=scene.lead)
    sent, left = actions.send_letters(conference=scene.conference, reads=chosen, by=scene.chair)
    assert {one.invitation.who for one in sent} == {"Cora Chair", "Milo Minutes", "Ms Amin", "Rosa"}
    assert {one.invitation.who for one in left} == {"Maya", "Ines Friend"}
    assert "Too often alone." in words_of(letters["Rosa"])
    assert "could be hurt" not in words_of(letters["Rosa"])
    assert "could be hurt" in words_of(letters["Ms Amin"])
    actions.letter_given(letter=letters["Maya"], by=scene.chair)
    sent_mail = next(one for one in mail.outbox if one.to == ["amin@hill.example"] and "decided" in one.subject)
    assert "Rowan" not in sent_mail.body
    link = re.search(r"/decisions/\S+/", str(sent_mail.body))
    assert link is not None
    assert "Rowan" not in client.get(link[0]).content.decode()
    assert client.get(f"{link[0]}decisions.pdf").content[:4] == b"%PDF"
    assert [one.who for one in opened_letters(scene.conference).values()] == ["Ms Amin, by a link"]
    again, _ = actions.send_letters(conference=scene.conference, reads=chosen, by=scene.chair)
    assert not {one.invitation.who for one in again}
    assert Change.objects.filter(action="sent what a conference decided").count() == 5


@pytest.mark.requirement("RC-10")
def test_feedback_by_link_is_taken_once_and_says_of_nobody_who_they_are(
    scene: Scene, letters: dict[str, Letter], client: Client
) -> None:
    actions.send_letters(conference=scene.conference, reads={letters["Ms Amin"].pk: "whole"}, by=scene.chair)
    link = re.search(r"/how-it-was/\S+/", str(mail.outbox[-1].body))
    assert link is not None
    assert client.post(link[0], {"came-as": "professional"}).status_code == 422
    answer = {"came-as": "professional", "was-heard": "well", "what-was-good": "Plain words."}
    assert "Thank you" in client.post(link[0], answer).content.decode()
    assert client.post(link[0], answer).status_code == 410
    kept = Feedback.objects.get()
    assert (kept.came_as, kept.answers["was-heard"], kept.on_paper) == ("professional", "well", False)
    assert not {field.name for field in Feedback._meta.fields} & {"invitation", "letter", "link", "user"}
    with pytest.raises(DatabaseError), transaction.atomic():
        Feedback.objects.update(came_as="child")


def test_few_answers_are_not_shown_apart_and_paper_counts_too(
    scene: Scene, letters: dict[str, Letter], client: Client
) -> None:
    client.force_login(scene.chair)
    page = f"/families/{scene.world.family.pk}/conferences/{scene.conference.meeting_id}/"
    for said in ("Warm.", "Slow."):
        assert client.post(f"{page}feedback/", {"was-heard": "no", "what-was-good": said}).status_code == 302
    shown = client.get(f"{page}decisions/").content.decode()
    assert "Warm." not in shown
    assert "2 answers, 2 on paper" in shown
    client.post(f"{page}feedback/", {"was-heard": "well", "came-as": "child"})
    shown = client.get(f"{page}decisions/").content.decode()
    assert "Warm." in shown
    assert "Not really: 2" in shown


@pytest.mark.requirement("RC-09")
def test_the_next_conference_becomes_due_on_the_day_that_was_agreed(scene: Scene) -> None:
    made_final(scene)
    due = DueRow.objects.get(family=scene.world.family, standard="review-conference-held", met_at=None)
    assert str(due.due_on) == "2030-02-01"


def test_nothing_is_sent_before_the_record_is_final(scene: Scene) -> None:
    with pytest.raises(ValidationError, match="final first"):
        actions.letters_for(conference=scene.conference, by=scene.chair)
