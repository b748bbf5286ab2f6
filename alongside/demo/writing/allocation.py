"""The weekly allocation meetings of Riverside: one was held a few days ago, the next ones are arranged."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime, time, timedelta
from functools import partial

from alongside.demo.staff import Staff
from alongside.demo.telling import Telling
from alongside.meetings.allocation import actions
from alongside.meetings.models import Meeting
from alongside.working_time import LONDON, WorkingCalendar

TEAM = "riverside"
HELD_AGO = timedelta(days=4)
WEEKS = 4
GIVEN, WAITS = "lindqvist", "dunmore"
WHY = "She was a young carer’s worker before she came to us, and Elsa has met her at school."
WHY_WAIT = "Daniel closes two families next week and then takes them on. Until then he goes on ringing Jo on Thursdays."
THERE = "Helen Brackley, Carol Wetherby, Sioned Parry, Daniel Cray. Amara Nwosu sent apologies."


def steps(
    tellings: Mapping[str, Telling], staff: Staff, today: date, calendar: WorkingCalendar
) -> Iterator[tuple[datetime, Callable[[], None]]]:
    """Yield when the meetings are arranged and when the first of them is held, each with what is done then."""
    held_on = calendar.previous_working_day(today - HELD_AGO)
    begins = datetime.combine(held_on, time(9, 30), LONDON)
    yield begins - timedelta(days=7), partial(_arrange, staff, begins)
    yield begins + timedelta(minutes=35), partial(_hold, tellings, staff, begins)


def _arrange(staff: Staff, begins: datetime) -> None:
    team = staff.teams[TEAM]
    actions.arrange_weekly(
        team=team,
        starts_at=begins,
        minutes=45,
        weeks=WEEKS,
        place="The room with the plants",
        by=staff.manager_of(TEAM),
    )


def _hold(tellings: Mapping[str, Telling], staff: Staff, begins: datetime) -> None:
    meeting = Meeting.objects.get(team=staff.teams[TEAM], kind=Meeting.Kind.ALLOCATION, starts_at=begins)
    by = staff.manager_of(TEAM)
    actions.note(meeting=meeting, words="Who was there", outcome=THERE, by=by)
    if GIVEN in tellings:
        family, worker = tellings[GIVEN].family, staff.people["sioned"]
        actions.decide(meeting=meeting, family=family, decision="allocated", worker=worker, why=WHY, by=by)
    if WAITS in tellings:
        actions.decide(meeting=meeting, family=tellings[WAITS].family, decision="wait", why=WHY_WAIT, by=by)
    actions.end(meeting=meeting, by=by)
