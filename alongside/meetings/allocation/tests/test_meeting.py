"""The allocation meeting: who waits is on it by itself, each decision is carried out, and minutes stand at its end."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from alongside.access.models import User
from alongside.journey.models import LevelDecision, Pathway
from alongside.journey.starting.actions import start_help
from alongside.journey.tests.making import World, today
from alongside.meetings.allocation.actions import NOT_REACHED
from alongside.meetings.models import Item, Meeting
from alongside.notices.models import Notice
from alongside.people.models import Family, Involvement
from alongside.people.tests.makers import make_family, make_team, make_user
from alongside.story.models import Entry, Fact
from tests.pages import CheckedClient


def waits(world: World, name: str) -> Family:
    """A family of the team for which help was started, and whom nobody leads."""
    family = make_family(name, team=world.team, by=world.lead)
    start_help(
        family=family, source=None, why="Seen together.", on=today(), by=world.lead,
        needs=["education", "health", "early-years"], why_without_agreement="Asked tomorrow.",
    )  # fmt: skip
    return family


@pytest.fixture
def meeting(client: CheckedClient, world: World) -> Meeting:
    """A meeting that the manager arranged on the page, with another a week later."""
    client.force_login(world.manager)
    on = today() + timedelta(days=1)
    response = client.post(
        reverse("allocation-meetings"),
        {
            "team": str(world.team.pk), "day-day": str(on.day), "day-month": str(on.month), "day-year": str(on.year),
            "time": "09:30", "minutes": "60", "weeks": "2", "place": "Team room",
        },
    )  # fmt: skip
    assert response.status_code == 302, response.content.decode()
    first, second = Meeting.objects.order_by("starts_at")
    assert second.starts_at - first.starts_at == timedelta(weeks=1)
    return first


@pytest.mark.requirement("EP-05")
def test_each_waiting_family_is_decided_with_one_press_and_the_minutes_say_what(
    client: CheckedClient, world: World, meeting: Meeting
) -> None:
    given, waiting, elsewhere, refused, unreached = (
        waits(world, name) for name in ("Ash", "Birch", "Cedar", "Elm", "Fir")
    )
    worker = make_user("practitioner", world.team, name="Wilma Worker")
    other = make_team("Hilltop")
    page = client.get(reverse("allocation-meetings")).content.decode()
    assert "Team room" in page
    address = reverse("allocation-meeting", args=[meeting.pk])
    page = client.get(address).content.decode()
    for name in ("Ash", "Birch", "Cedar", "Elm", "Fir", "Waiting 0 days", "3 needs", "Due in two weeks"):
        assert name in page

    def press(family: Family, do: str, **more: str) -> int:
        return client.post(address, {"family": str(family.pk), "do": do, **more}).status_code

    assert press(waiting, "wait") == 422
    assert press(given, "allocated") == 422
    assert press(given, "allocated", worker=str(worker.pk), why="She knows the school.") == 302
    assert press(waiting, "wait", why="Until Sam is back on Monday.") == 302
    assert press(elsewhere, "other-team", team=str(other.pk), why="They moved.") == 302
    assert press(refused, "not-for-us", why="The school nurse is enough.") == 302
    assert press(given, "wait", why="Twice.") == 422
    page = client.get(address).content.decode()
    assert "Wilma Worker leads the work from today. She knows the school." in page
    assert (
        client.post(address, {"do": "note", "words": "Who was there", "outcome": "Miriam and Dora."}).status_code == 302
    )
    assert client.post(address, {"do": "end"}).status_code == 302
    minutes = client.get(address).content.decode()
    assert "Until Sam is back on Monday." in minutes
    assert "Miriam and Dora." in minutes
    assert "A family you do not see" in minutes  # it is with another team now
    assert Item.objects.get(family=unreached).outcome == NOT_REACHED
    meeting.refresh_from_db()
    assert meeting.state == Meeting.State.HELD

    assert Involvement.objects.get(family=given, role="lead-practitioner", to_date=None).user == worker
    talk = Entry.objects.get(family=given, form_id="oversight-at-allocation")
    assert talk.answers.get(key="where-decided").value == ["weekly-meeting"]
    assert Notice.objects.filter(to=worker, kind="allocation").count() == 1
    assert Family.objects.get(pk=elsewhere.pk).team == other
    assert Fact.objects.filter(name="allocation.made").count() == 1
    ended = Pathway.objects.get(family=refused)
    assert (ended.closed_by, ended.why_not_taken_on) == (world.manager, "The school nurse is enough.")
    assert LevelDecision.objects.filter(family=refused)[0].level == "level-1"
    assert Notice.objects.filter(to=world.lead, family=refused, title__contains="come back to you").count() == 1
    drafts = Entry.objects.filter(family=refused, form_id="initial-assessment")
    assert [one.status for one in drafts] == ["set-aside"]
    level = client.get(reverse("family-level", args=[refused.pk])).content.decode()
    assert "Not taken on: The school nurse is enough." in level

    following = Meeting.objects.get(state=Meeting.State.ARRANGED)
    page = client.get(reverse("allocation-meeting", args=[following.pk])).content.decode()
    assert "Ash" not in page
    assert "Until Sam is back on Monday." in page
    assert "The school nurse is enough." not in page


def test_only_who_allocates_in_the_team_opens_its_meeting(
    client: CheckedClient, world: World, meeting: Meeting
) -> None:
    address = reverse("allocation-meeting", args=[meeting.pk])
    client.force_login(make_user("manager", make_team("Hilltop"), name="Hal"))
    assert client.get(address).status_code == 404
    client.force_login(world.lead)
    assert client.get(address).status_code == 403
    client.force_login(make_user("duty-manager", name="Dora Duty"))
    assert client.get(address).status_code == 200


def test_a_meeting_takes_as_many_questions_for_one_family_as_for_twenty(
    client: CheckedClient, world: World, meeting: Meeting
) -> None:
    address, taken = reverse("allocation-meeting", args=[meeting.pk]), []
    duty = reverse("duty")
    for number in (1, 6):
        for one in range(number):
            waits(world, f"Family{number}{'abcdefgh'[one]}")
        for page in (address, duty):
            client.get(page)
            with CaptureQueriesContext(connection) as asked:
                client.get(page)
            taken.append(len([one for one in asked if not one["sql"].startswith(("SAVEPOINT", "RELEASE"))]))
    assert taken[0] == taken[2] <= 15, taken
    assert taken[1] == taken[3] <= 15, taken


def test_wall_clock_of_a_weekly_meeting_stays_when_the_clocks_change(world: World) -> None:
    from datetime import datetime

    from alongside.meetings.allocation.actions import arrange_weekly
    from alongside.working_time import LONDON

    made = arrange_weekly(
        team=world.team, starts_at=datetime(2027, 3, 25, 9, 30, tzinfo=LONDON), minutes=60, weeks=2, place="Here",
        by=world.manager,
    )  # fmt: skip
    assert [timezone.localtime(one.starts_at, LONDON).hour for one in made] == [9, 9]


def test_the_person_who_is_chosen_may_open_the_family(client: CheckedClient, world: World, meeting: Meeting) -> None:
    partner: User = make_user("partner", make_team("School"), name="Pat Partner")
    family = waits(world, "Ash")
    client.force_login(partner)
    assert client.get(reverse("family", args=[family.pk])).status_code == 404
    # A partner of another team is not offered, and not taken.
    client.force_login(world.manager)
    address = reverse("allocation-meeting", args=[meeting.pk])
    assert (
        client.post(address, {"family": str(family.pk), "do": "allocated", "worker": str(partner.pk)}).status_code
        == 422
    )
