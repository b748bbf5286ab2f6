"""Visits that are planned for the days to come, and one of yesterday that nobody has written up."""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from typing import Any

from alongside.demo.path import london
from alongside.demo.staff import Staff
from alongside.demo.telling import Telling
from alongside.journey.models import Pathway
from alongside.people.queries import lead_practitioner_of
from alongside.visits import actions
from alongside.working_time import LONDON, WorkingCalendar

# For each visit of a worker: after how many working days, at which hour, where, what for, and with which tools.
PLANS = (
    (0, 10, "At home", "Go through how the mornings went, with everybody round the table", "The list on the fridge"),
    (1, 15, "At home, after school", "Hear from each child how school is, one at a time", "Three houses, pens"),
    (2, 11, "In the family centre", "Look at the plan, and mark what is done", "The plan, large print"),
    (4, 14, "At home", "Practise the bedtime routine, and agree who does what", "The scale"),
    (6, 16, "In the park", "Spend time together, and talk while walking", ""),
    (8, 10, "At home", "Prepare the next meeting: what each wants to say there", "Cards to write on"),
)
YESTERDAY = (13, "At home", "See how the new bedroom works for the children")
A_TEAM = ("amara", "daniel", "sioned")


def plan_visits(tellings: Iterable[Telling], staff: Staff, today: date, calendar: WorkingCalendar) -> None:
    """Let three workers of a team plan visits to the families they lead."""
    ours = list(tellings)
    open_now = set(Pathway.objects.filter(closed_at=None).values_list("family", flat=True))
    for key in A_TEAM:
        led = [one for one in ours if one.family.pk in open_now and _leads(one, staff, key)]
        _plan_theirs(led, staff, key, today, calendar)


def _leads(telling: Telling, staff: Staff, key: str) -> bool:
    lead = lead_practitioner_of(telling.family)
    return bool(lead and lead.user == staff.people[key])


def _plan_theirs(led: list[Telling], staff: Staff, key: str, today: date, calendar: WorkingCalendar) -> None:
    if not led:
        return
    buddy = staff.people[A_TEAM[(A_TEAM.index(key) + 1) % len(A_TEAM)]]
    first = today if calendar.is_working_day(today) else calendar.add_working_days(today, 1)
    before = calendar.add_working_days(today, -1)
    hour, place, purpose = YESTERDAY
    _plan(led[-1], staff, key, _at(before, hour), place, purpose, "")
    for number, (days, hour, place, purpose, tools) in enumerate(PLANS):
        starts_at = _at(calendar.add_working_days(first, days), hour)
        alone: dict[str, Any] = {
            "buddy": buddy,
            "back_by": starts_at + timedelta(hours=2),
            "lone_note": "I come by bus.",
        }
        _plan(led[number % len(led)], staff, key, starts_at, place, purpose, tools, **(alone if number % 2 else {}))


def _plan(
    telling: Telling, staff: Staff, key: str, starts_at: datetime, place: str, purpose: str, tools: str, **more: Any
) -> None:
    worker = staff.people[key]
    people = [one.person for one in telling.members(london(starts_at)) if not one.person.unborn][:4]
    actions.plan(
        family=telling.family, worker=worker, by=worker, starts_at=starts_at, ends_at=starts_at + timedelta(hours=1),
        place=place, purpose=purpose, tools=tools, people=people, **more,
    )  # fmt: skip


def _at(day: date, hour: int) -> datetime:
    return datetime.combine(day, time(hour), LONDON)
