"""What clocks of the pack rest on: that a conference is arranged, that a report is asked for, that it came."""

from datetime import date, datetime, time
from typing import Any

from alongside.access.models import User
from alongside.conferences.models import Conference, Report
from alongside.story import facts, signals
from alongside.story.models import Fact
from alongside.working_time import LONDON, london_day


def record_arranged(conference: Conference, *, by: User) -> None:
    """Say on which day a conference is: reports are counted back from it."""
    facts.record(
        name=f"{conference.kind}-conference.arranged", family=conference.family, by=by,
        happened_at=conference.meeting.starts_at, data=_about(conference),
    )  # fmt: skip


def record_asked(report: Report, *, by: User) -> None:
    """Say that an agency was asked for its report."""
    if report.by == Report.By.AGENCY:
        conference = report.conference
        facts.record(
            name=f"{conference.kind}-agency-report.asked", family=conference.family, by=by,
            happened_at=report.asked_at, agency=report.agency, data=_about(conference) | {"report": str(report.pk)},
        )  # fmt: skip


def record_came(report: Report, *, by: User) -> None:
    """Say that an agency's report came, on the day on which it did."""
    if report.by == Report.By.AGENCY and report.came_on:
        conference = report.conference
        facts.record(
            name=f"{conference.kind}-agency-report.shared", family=conference.family, by=by, agency=report.agency,
            happened_at=_noon(report.came_on), entry=report.entry,
            data=_about(conference) | {"report": str(report.pk)},
        )  # fmt: skip


def withdraw_told(conference: Conference, *, by: User, **data: str) -> None:
    """Take out of the history what was said of a conference that moved or was called off, or of one report of it."""
    told = Fact.objects.filter(
        family=conference.family, data__conference=str(conference.pk), replaced_by=None, **_keys(data)
    ).exclude(name="fact.withdrawn")
    found = list(told)
    for fact in found:
        facts.withdraw(fact, by=by)
    if found:
        signals.facts_recorded.send(sender=Fact, family_id=conference.meeting.family_id)


def _keys(data: dict[str, str]) -> dict[str, str]:
    return {f"data__{name}": value for name, value in data.items()}


def _about(conference: Conference) -> dict[str, Any]:
    return {"conference": str(conference.pk), "held-on": london_day(conference.meeting.starts_at).isoformat()}


def _noon(day: date) -> datetime:
    return datetime.combine(day, time(12), LONDON)
