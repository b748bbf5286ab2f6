"""What is decided at an allocation meeting, family by family, and its end."""

from datetime import datetime, timedelta

from django.core.exceptions import ValidationError
from django.db import transaction

from alongside.access.models import Team, User
from alongside.journey.starting import allocating
from alongside.journey.starting.waiting import waiting_for
from alongside.meetings import actions
from alongside.meetings.models import Item, Meeting
from alongside.people.models import Family

MOST_WEEKS = 26
NOT_REACHED = "Not talked about. It stands on the next agenda by itself."


@transaction.atomic
def arrange_weekly(
    *, team: Team, starts_at: datetime, minutes: int, weeks: int, place: str, by: User, online_at: str = ""
) -> list[Meeting]:
    """Arrange the team's allocation meeting, and the same each week after.

    :param starts_at: aware, in London's time, so that a change of the clocks moves no meeting
    :param weeks: how many meetings in all
    :raises PermissionDenied: when `by` does not work in the team
    :raises ValidationError: by field
    """
    if not 1 <= weeks <= MOST_WEEKS:
        raise ValidationError({"weeks": f"Arrange between 1 and {MOST_WEEKS} meetings"})
    return [
        actions.arrange(
            kind=Meeting.Kind.ALLOCATION,
            team=team,
            starts_at=starts_at + timedelta(weeks=week),
            ends_at=starts_at + timedelta(weeks=week, minutes=minutes),
            place=place,
            online_at=online_at,
            by=by,
        )
        for week in range(weeks)
    ]


@transaction.atomic
def decide(
    *,
    meeting: Meeting,
    family: Family,
    decision: str,
    by: User,
    worker: User | None = None,
    team: Team | None = None,
    why: str = "",
) -> Item:
    """Decide about one waiting family: it is carried out at once, and stands in the minutes.

    :param decision: one of `allocating.DECISIONS`
    :raises PermissionDenied: when `by` does not allocate in the family's team
    :raises ValidationError: by field, saying what to do; or when it was decided at this meeting already
    """
    actions.held_still(meeting, by=by)
    item = actions.put_on_agenda(meeting=meeting, family=family, by=by)
    if item.settled_at:
        raise ValidationError("This was decided at this meeting already. Read what was decided below.")
    outcome = _carry_out(family, decision, worker=worker, team=team, why=why, by=by)
    return actions.settle(item=item, outcome=outcome, by=by)


def _carry_out(
    family: Family, decision: str, *, worker: User | None, team: Team | None, why: str, by: User
) -> str:  # fmt: skip
    """Do what was decided, and return it in the words of the minutes."""
    if decision == "allocated":
        if worker is None:
            raise ValidationError({"worker": "Choose the worker first."})
        allocating.give_to(family=family, worker=worker, why=why, by=by, in_meeting=True)
        return _said(f"{worker.name} leads the work from today.", why)
    if decision == "other-team":
        if team is None:
            raise ValidationError({"team": "Choose the team first."})
        allocating.give_to_team(family=family, team=team, why=why, by=by, in_meeting=True)
        return _said(f"{team.name} takes over.", why)
    if decision == "not-for-us":
        allocating.turn_away(family=family, why=why, by=by, in_meeting=True)
        return _said("Not for this team.", why)
    if decision == "wait":
        allocating.let_wait(family=family, why=why, by=by, in_meeting=True)
        return _said("Waits.", why)
    raise ValidationError("Choose what was decided.")


def _said(outcome: str, why: str) -> str:
    return f"{outcome} {why.strip()}".strip()


@transaction.atomic
def note(*, meeting: Meeting, words: str, outcome: str, by: User) -> Item:
    """Put something else in the minutes, such as who was there.

    :raises ValidationError: when it says nothing
    """
    item = actions.put_on_agenda(meeting=meeting, words=words, by=by)
    return actions.settle(item=item, outcome=outcome, by=by)


@transaction.atomic
def end(*, meeting: Meeting, by: User) -> Meeting:
    """End the meeting: its minutes stand. Families that were not reached are said to be so, and go on waiting."""
    now = actions.held_still(meeting, by=by)
    settled = set(now.items.exclude(settled_at=None).values_list("family", flat=True))
    for one in waiting_for(by, now.team):
        if not one.has_lead and one.family.pk not in settled:
            item = actions.put_on_agenda(meeting=now, family=one.family, by=by)
            actions.settle(item=item, outcome=NOT_REACHED, by=by)
    return actions.hold(meeting=now, by=by)
