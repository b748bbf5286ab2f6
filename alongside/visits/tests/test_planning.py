"""Planning a visit, moving it, calling it off, and what comes of it: through the pages."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from alongside.journey.tests.making import World, today
from alongside.notices.models import Notice
from alongside.people.actions import merge_people, undo_merge
from alongside.people.tests.makers import make_member, make_team, make_user
from alongside.story.models import Entry, Fact, PersonSeen
from alongside.story.queries.entries import filled
from alongside.visits import actions
from alongside.visits.models import PlannedVisit

Plan = Callable[..., PlannedVisit]


def asked(world: World, **more: Any) -> dict[str, Any]:
    """What the page of planning sends."""
    on = today() + timedelta(days=2)
    said = {
        "worker": world.lead.pk, "day-day": on.day, "day-month": on.month, "day-year": on.year, "starts": "3:30pm",
        "place": "At home", "purpose": "Talk about mornings", "people": [world.child.pk], "tools": "Three houses",
    }  # fmt: skip
    return said | more


def test_a_visit_is_planned_on_one_page_and_stands_in_the_calendar(by_lead: Client, world: World) -> None:
    page = by_lead.post(reverse("visit-plan", args=[world.family.pk]), asked(world), follow=True)
    visit = PlannedVisit.objects.get()
    assert (visit.ends_at - visit.starts_at, visit.worker) == (timedelta(hours=1), world.lead)
    assert "15:30 to 16:30" in page.content.decode()
    for address in ("my-calendar", "family-visits"):
        path = reverse(address, args=[] if address == "my-calendar" else [world.family.pk])
        assert (
            reverse("family-visit", args=[world.family.pk, visit.pk])
            in by_lead.get(path, {"day": visit.starts_at.date().isoformat()}).content.decode()
        )


@pytest.mark.parametrize(
    ("more", "says"),
    [
        ({"purpose": ""}, "Answer “What for"),
        ({"ends": "14:00"}, "A visit ends after it begins"),
        ({"place": " "}, "Answer “Where?”"),
        ({"starts": "teatime"}, "must be a time, like 14:30"),
        ({"back_by": "15:45"}, "before the visit ends"),
    ],
)
def test_what_is_wrong_is_said_beside_it_and_nothing_typed_is_lost(
    by_lead: Client, world: World, more: dict[str, Any], says: str
) -> None:
    page = by_lead.post(reverse("visit-plan", args=[world.family.pk]), asked(world, **more))
    assert page.status_code == 422
    assert says in page.content.decode()
    assert "Three houses" in page.content.decode()
    assert not PlannedVisit.objects.exists()


def test_nobody_plans_visits_to_a_family_they_do_not_know(world: World, planned: Plan) -> None:
    stranger = make_user("practitioner", make_team("Elsewhere"), name="Sam Stranger")
    with pytest.raises(PermissionDenied):
        actions.plan(
            family=world.family, worker=stranger, by=stranger, place="At home", purpose="Look",
            starts_at=timezone.now(), ends_at=timezone.now() + timedelta(hours=1),
        )  # fmt: skip
    with pytest.raises(ValidationError, match="cannot open this family"):
        planned(worker=stranger)


def test_a_visit_that_moves_or_is_called_off_leaves_calendars_by_its_sequence(
    by_lead: Client, world: World, planned: Plan
) -> None:
    visit = planned()
    by_lead.post(reverse("visit-change", args=[world.family.pk, visit.pk]), asked(world))
    visit.refresh_from_db()
    assert visit.sequence == 1
    call_off = reverse("visit-call-off", args=[world.family.pk, visit.pk])
    assert by_lead.post(call_off, {"why": " "}).status_code == 422
    by_lead.post(call_off, {"why": "Rosa is in hospital"})
    visit.refresh_from_db()
    assert (visit.state, visit.sequence, visit.why_called_off) == ("called-off", 2, "Rosa is in hospital")
    with pytest.raises(ValidationError, match="said of this visit already"):
        actions.call_off(visit=visit, why="Again", by=world.lead)


def test_who_goes_is_told_and_a_mail_of_it_names_nobody(world: World, planned: Plan) -> None:
    planned(worker=world.manager)
    notice = Notice.objects.get(to=world.manager, kind="visit")
    assert world.family.name in notice.title


@pytest.mark.requirement("EP-08")
def test_a_planned_visit_is_written_up_once_with_what_is_known_and_shows_on_each_child(
    by_lead: Client, world: World, planned: Plan
) -> None:
    visit = planned(hours=-2, tools="The scale")
    made = by_lead.post(
        reverse("visit-made", args=[world.family.pk, visit.pk]), {"seen": [world.child.pk, world.parent.pk]}
    )
    entry = Entry.objects.get(planned_visit=visit)
    assert made.headers["Location"] == reverse("entry-edit", args=[entry.pk])
    answers = filled(entry).answers
    assert answers["purpose"] == "Mornings, as the plan says\n\nPlanned: The scale"
    assert [(one["id"], one["how"]) for one in answers["people-seen"]["people"]] == [
        (world.child.pk, "with-others"), (world.parent.pk, "with-others"),
    ]  # fmt: skip
    assert (entry.happened_on, entry.happened_time is not None) == (timezone.localdate(visit.starts_at), True)
    assert actions.begin_record(visit=visit, by=world.lead) == entry


def test_nobody_is_seen_only_because_they_were_to_be(world: World, planned: Plan) -> None:
    entry = actions.begin_record(visit=planned(hours=-2), by=world.lead)
    assert "people-seen" not in filled(entry).answers


def test_a_visit_to_a_child_who_was_recorded_twice_is_to_the_record_that_goes_on(world: World, planned: Plan) -> None:
    other = make_member(world.family, given_names="Mina")
    apart, both = planned(people=[other]), planned(people=[world.child, other])
    merge = merge_people(kept=world.child, other=other, why="One child", by=world.manager)
    assert [list(visit.people.all()) for visit in (apart, both)] == [[world.child], [world.child]]
    undo_merge(merge=merge, why="They are cousins", by=world.manager)
    assert [set(visit.people.all()) for visit in (apart, both)] == [{other}, {world.child, other}]


def test_a_visit_to_come_is_not_written_up_yet(world: World, planned: Plan) -> None:
    with pytest.raises(ValidationError, match="still to come"):
        actions.begin_record(visit=planned(hours=48), by=world.lead)


def test_nobody_in_is_a_short_record_that_counts_as_tried(by_lead: Client, world: World, planned: Plan) -> None:
    visit = planned(hours=-2)
    by_lead.post(reverse("visit-not-in", args=[world.family.pk, visit.pk]), {"words": "Left a card."})
    visit.refresh_from_db()
    assert visit.entry
    assert (visit.state, visit.entry.status, visit.entry.summary) == ("not-in", "final", "Left a card.")
    told = set(Fact.objects.filter(entry=visit.entry).values_list("name", flat=True))
    assert "visit.attempted" in told
    assert not {"visit.made", "person.seen", "family.contacted"} & told
    assert not PersonSeen.objects.exists()
