"""Arranging a conference: who may hold it, who is asked, and what a day means for its reports."""

from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.core.exceptions import PermissionDenied, ValidationError

from alongside.access.models import Team
from alongside.conferences import actions
from alongside.conferences.models import Conference, KeptApart
from alongside.conferences.queries.packs import NoConferences, terms
from alongside.conferences.tests.conftest import Scene, arranged
from alongside.journey.models import DueRow
from alongside.meetings import actions as meetings
from alongside.meetings.models import Invitation
from alongside.packs.tests.shipped import default_pack
from alongside.people.models import Family
from alongside.people.tests.makers import make_user


def due(scene: Scene) -> dict[str, str]:
    rows = DueRow.objects.filter(family=scene.world.family, met_at=None)
    return {f"{row.standard} {row.agency}".strip(): str(row.due_on) for row in rows if "report" in row.standard}


@pytest.mark.requirement("RC-01")
def test_chair_and_minute_taker_see_the_family_and_everybody_is_asked_to_come_early(scene: Scene) -> None:
    family = scene.world.family
    assert Family.objects.for_user(scene.chair).filter(pk=family.pk).exists()
    assert Family.objects.for_user(scene.minute_taker).filter(pk=family.pk).exists()
    parts = {one.who: one.part for one in scene.conference.meeting.invitations.all()}
    assert parts["Cora Chair"] == "chair"
    assert parts["Milo Minutes"] == "minute-taker"
    meetings.send(invitation=scene.school, by=scene.lead)
    assert "Please be there from 09:30" in mail.outbox[-1].body or "9.30am" in mail.outbox[-1].body
    assert "Rowan" not in mail.outbox[-1].body


def test_it_is_arranged_once_however_often_the_button_is_pressed(scene: Scene) -> None:
    again = arranged(scene.world, scene.chair, scene.minute_taker)
    assert again == scene.conference
    assert Conference.objects.count() == 1


@pytest.mark.parametrize("who", ["lead", "manager"])
def test_who_works_with_the_family_or_manages_it_does_not_chair(scene: Scene, who: str) -> None:
    with pytest.raises(ValidationError, match="Choose somebody independent"):
        arranged(scene.world, getattr(scene.world, who), None, days=20)


def test_what_makes_no_sense_is_said_where_it_is(scene: Scene) -> None:
    with pytest.raises(ValidationError) as refused:
        arranged(scene.world, scene.chair, scene.chair, days=20, children=[scene.world.parent])
    assert set(refused.value.message_dict) == {"minute_taker", "children"}


def test_nobody_arranges_for_a_family_they_do_not_see(scene: Scene, service: Team) -> None:
    with pytest.raises(PermissionDenied):
        arranged(scene.world, scene.chair, None, days=20, by=make_user("practitioner", service))


@pytest.mark.requirement("RC-02")
def test_reports_are_due_counted_back_and_follow_the_day(scene: Scene) -> None:
    scene.ask()
    before = due(scene)
    assert set(before) == {"social-worker-report-initial", "agency-report-initial Hill School"}
    meeting = scene.conference.meeting
    meetings.change(
        meeting=meeting, starts_at=meeting.starts_at + timedelta(days=7), ends_at=meeting.ends_at + timedelta(days=7),
        by=scene.lead, place="The hall", online_at="", purpose="",
    )  # fmt: skip
    after = due(scene)
    assert set(after) == set(before)
    assert all(after[key] > before[key] for key in before)
    assert scene.conference.reports.get().due.isoformat() == after["agency-report-initial Hill School"]


def test_called_off_nothing_is_due_and_who_held_it_sees_the_family_no_longer(scene: Scene) -> None:
    report = scene.ask()
    meetings.cancel(meeting=scene.conference.meeting, why="The family has moved.", by=scene.lead)
    assert due(scene) == {}
    report.refresh_from_db()
    assert not report.is_waited_for
    assert not Family.objects.for_user(scene.chair).filter(pk=scene.world.family.pk).exists()


def test_another_chair_takes_the_place_of_the_first(scene: Scene, service: Team) -> None:
    other = make_user("chair", service, name="Otto Other")
    actions.change_holders(conference=scene.conference, chair=other, minute_taker=scene.minute_taker, by=scene.lead)
    assert not Family.objects.for_user(scene.chair).filter(pk=scene.world.family.pk).exists()
    assert Family.objects.for_user(other).filter(pk=scene.world.family.pk).exists()
    assert not scene.conference.meeting.invitations.filter(user=scene.chair).exists()


def test_a_pair_is_kept_apart_once_whichever_is_named_first(scene: Scene) -> None:
    given: dict[str, Any] = {"conference": scene.conference, "by": scene.lead}
    actions.keep_apart(one=scene.mother, other=scene.friend, how="arrival", **given)
    actions.keep_apart(one=scene.friend, other=scene.mother, how="room", words="By the back door", **given)
    kept = KeptApart.objects.get()
    assert (kept.how, kept.words) == ("room", "By the back door")
    with pytest.raises(ValidationError, match="two people"):
        actions.keep_apart(one=scene.mother, other=scene.mother, how="room", **given)


def test_only_those_who_are_invited_are_kept_apart(scene: Scene) -> None:
    elsewhere = arranged(scene.world, scene.chair, None, days=30)
    stranger = meetings.invite(meeting=elsewhere.meeting, name="Somebody", by=scene.lead)
    with pytest.raises(ValidationError, match="invited to this conference"):
        actions.keep_apart(conference=scene.conference, one=scene.mother, other=stranger, how="room", by=scene.lead)
    assert Invitation.objects.filter(name="Somebody").exists()


def test_a_pack_without_conferences_says_so() -> None:
    with pytest.raises(NoConferences):
        terms(default_pack().model_copy(update={"conferences": None}))
