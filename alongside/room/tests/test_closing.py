"""Closing the room: the record and the plan hold what happened, and on the family's map stands what was agreed."""

from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone

from alongside.journey.tests.making import World, make_world
from alongside.meetings.models import Meeting
from alongside.plans.models import Action
from alongside.room import actions
from alongside.room.tests.conftest import Held, hold
from alongside.story import actions as story
from alongside.story.models import Entry, Rating, Statement
from alongside.story.queries import filled


def answers_of(entry: Entry | None) -> dict[str, Any]:
    assert entry is not None
    return {one.key: one.value for one in entry.answers.all()}


@pytest.fixture
def with_a_map(db: None) -> Held:
    """A family of whom something stands on the map already."""
    world: World = make_world()
    entry = world.note()
    for column, words in (("worries", "Maya is late for school."), ("going-well", "Rosa asks for help.")):
        Statement.objects.create(
            family=world.family, entry=entry, column=column, words=words, said_on=date(2026, 3, 2), said_by=world.parent
        )
    return hold(world)


@pytest.fixture
def done(with_a_map: Held) -> Held:
    """A conference in which everything happened once."""
    held = with_a_map
    mother, teacher = held.sit(held.mother), held.sit(held.teacher)
    late = next(one for one in held.state.statements.values() if "late" in one.words)
    held.say("statement.settled", by=held.writer, which=late.id, words="Maya is late for school on Mondays.")
    alone = held.state_it("Maya is alone after school.")
    held.say("answered", by=mother, which=alone, version=1, agrees="no", words="My sister is there.")
    held.say("answered", by=teacher, which=alone, version=1, agrees="yes")
    held.state_it("If nobody is there, Maya may be hurt.", group="risk")
    for seat, value in ((mother, 7), (teacher, 4)):
        held.say("placed", by=seat, scale="safety", value=value, words="Nights are calm." if value == 7 else "")
        held.say("placed", by=seat, scale="content", value=value + 1)
    child = held.world.child.pk
    held.say("viewed", by=mother, child=child, option="no-plan", words="We manage.")
    held.say("viewed", by=teacher, child=child, option="plan-made")
    held.say("decided", child=child, option="plan-made", categories=["neglect"], why="Nobody is there at four.")
    held.state_it("Somebody is there at four, each day.", group="goals")
    due = timezone.localdate() + timedelta(days=14)
    deed = {"words": "Ask the breakfast club", "owner": f"person:{held.world.parent.pk}", "due": due.isoformat()}
    held.say("deed", by=held.writer, which=str(uuid4()), **deed, how="Maya eats there on Monday.")
    held.say("text", by=held.writer, key="safety-plan", words="We ring Ada.")
    held.say("text", by=held.writer, key="next-time", words=(due + timedelta(days=70)).isoformat())
    held.say("core-group", by=held.writer, people=[held.world.parent.pk], others="Ms Abara, Weir Street School")
    held.room = actions.close_room(room=held.room, by=held.chair)
    return held


@pytest.mark.requirement("RC-09")
def test_the_room_begins_with_what_stands_on_the_map(with_a_map: Held) -> None:
    brought = {one.words: (one.group, one.brought["said_by"]["name"]) for one in with_a_map.state.statements.values()}
    assert brought["Maya is late for school."] == ("worries", "Rosa")
    assert brought["Rosa asks for help."] == ("going-well", "Rosa")


@pytest.mark.requirement("RC-05", "RC-06")
def test_the_record_holds_what_happened(done: Held) -> None:
    kept = answers_of(done.room.record)
    child = done.world.child.pk
    assert kept["which-conference"] == ["initial"]
    assert kept["chair-and-minutes"] == "Ruth Calder chaired. Piet Moss wrote the statements."
    assert [one["words"] for one in kept["worries"]] == [
        "Maya is late for school on Mondays.",
        "Maya is alone after school.",
    ]
    assert kept["statement-of-risk"] == "If nobody is there, Maya may be hurt."
    assert "“Maya is alone after school.” – Rosa sees it differently: “My sister is there.”" in kept["not-agreed"]
    assert [(one["id"], one["name"], one["value"]) for one in kept["safety"]] == [
        (done.world.parent.pk, "Rosa", 7),
        (None, "Ms Abara, Weir Street School", 4),
    ]
    assert kept[f"decision@{child}"] == ["plan-made"]
    assert kept[f"category@{child}"] == ["neglect"]
    assert "Ms Abara, Weir Street School: A plan is made" in kept[f"views@{child}"]
    assert kept[f"dissent@{child}"] == "Rosa: No plan is needed: “We manage.”"
    came = kept["attendance"]
    assert [(one["id"], one["came"]) for one in came["people"]] == [(done.world.parent.pk, "in-person")]
    assert {one["words"]: one["came"] for one in came["guests"]}["Ms Abara, Weir Street School"] == "in-person"
    assert {one["words"]: one["came"] for one in came["guests"]}["Tom Hale, Health visiting"] == ""


@pytest.mark.requirement("RC-07", "RC-08")
def test_the_plan_holds_what_was_made_in_the_room(done: Held) -> None:
    kept = answers_of(done.room.plan)
    assert [one["words"] for one in kept["safety-goals"]] == ["Somebody is there at four, each day."]
    assert kept["actions"][0]["owner"] == {"kind": "person", "id": done.world.parent.pk, "name": "Rosa"}
    assert kept["how-we-will-know"] == "Ask the breakfast club: Maya eats there on Monday."
    assert kept["core-group"]["others"] == "Ms Abara, Weir Street School"
    assert [one["value"] for one in kept["satisfaction"]] == [8, 5]
    assert kept["safety-plan"] == "We ring Ada."
    assert kept["next-review"]


@pytest.mark.requirement("RC-09", "RC-06")
def test_when_both_are_final_the_map_holds_what_was_agreed_and_the_numbers_are_ratings(done: Held) -> None:
    record, plan = done.room.record, done.room.plan
    assert record is not None
    assert plan is not None
    for entry in (record, plan):
        filling(entry, done)
    story.finalise(entry=Entry.objects.get(pk=record.pk), by=done.chair)
    story.finalise(entry=Entry.objects.get(pk=plan.pk), by=done.chair)
    living = Statement.objects.filter(family=done.world.family, state="living")
    words = set(living.values_list("words", flat=True))
    assert words >= {"Maya is late for school on Mondays.", "Maya is alone after school.", "Rosa asks for help."}
    assert living.get(words="Somebody is there at four, each day.").column == "needs-to-happen"
    ratings = Rating.objects.filter(family=done.world.family, scale="safety").values_list("rater_words", "value")
    assert set(ratings) == {("Rosa", 7), ("Ms Abara, Weir Street School", 4)}
    assert Rating.objects.filter(family=done.world.family, scale="satisfaction-with-plan").count() == 2
    assert Action.objects.get(family=done.world.family).words == "Ask the breakfast club"
    assert Meeting.objects.get(pk=done.conference.meeting_id).state == Meeting.State.HELD


def filling(entry: Entry, done: Held) -> None:
    """The chair finishes what the room could not know."""
    for key, value in answers_of(entry).items():
        if key == "attendance":
            for guest in value["guests"]:
                guest["came"] = guest["came"] or "apologies"
            row = entry.answers.get(key=key)
            story.save_answer(entry_id=entry.pk, key=key, value=value, revision=row.revision, by=done.chair)
    given = entry.answers.values_list("key", flat=True)
    for question in filled(entry).questions():
        if question.is_needed and question.key not in given:
            story.save_answer(
                entry_id=entry.pk, key=question.key, value="She wants the bus.", revision=0, by=done.chair
            )


def test_only_the_chair_closes_and_only_once(with_a_map: Held) -> None:
    with pytest.raises(PermissionDenied):
        actions.close_room(room=with_a_map.room, by=with_a_map.writer)
    closed = actions.close_room(room=with_a_map.room, by=with_a_map.chair)
    assert closed.plan is None
    with pytest.raises(ValidationError, match="closed already"):
        actions.close_room(room=with_a_map.room, by=with_a_map.chair)


def test_what_the_chair_wrote_before_stays(with_a_map: Held) -> None:
    from alongside.meetings import actions as meetings

    held = with_a_map
    entry = meetings.begin(meeting=held.conference.meeting, form_id="conference-record", by=held.chair)
    story.save_answer(entry_id=entry.pk, key="statement-of-risk", value="In my words.", revision=0, by=held.chair)
    held.state_it("In the room’s words.", group="risk")
    actions.close_room(room=held.room, by=held.chair)
    assert answers_of(entry)["statement-of-risk"] == "In my words."
