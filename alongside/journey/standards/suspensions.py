"""A clock that stands still for a time, and goes on or starts again."""

from datetime import datetime, timedelta

from alongside.journey.standards.conditions import periods_of
from alongside.journey.standards.counting import Day, Reckoned, counted
from alongside.journey.standards.extensions import Extension
from alongside.journey.standards.history import History
from alongside.journey.standards.occurrences import Occurrence
from alongside.journey.standards.periods import Period
from alongside.journey.standards.rules import Rule
from alongside.journey.standards.subjects import Subject
from alongside.working_time.lengths import WEEKDAYS
from alongside.working_time.months import add_weekdays, add_weekdays_of_week, weekdays_between


def suspended(
    rule: Rule, run: Occurrence, reckoned: Reckoned, subject: Subject, history: History, extension: Extension | None
) -> Reckoned:
    """Leave out the times that the clock stood still.

    A pause that began when it was overdue does not excuse that; one that began once it was met changes nothing. What
    was done during a pause was done with the time left that there was.
    """
    start: Day = run.moment if rule.in_hours else run.day
    met: Day | None = run.met and (run.met.moment if rule.in_hours else run.met.day)
    for pause in periods_of(rule.suspensions, subject, history):
        if extension and extension.approved <= pause.first:
            reckoned = reckoned.extend(extension)
        since, until = _edges(rule, pause, history)
        if since > _rolled(rule, reckoned).not_before_its_change().limit or (met is not None and met <= since):
            break
        if until is None and met is None:
            return _rolled(rule, reckoned)._replace(paused=pause)
        done = met is not None and (until is None or met < until)
        on = met if done else until
        if on is not None and on > start:
            reckoned = _resumed(rule, run, reckoned, max(since, start), on, goes_on=done)
    return _rolled(rule, reckoned)


def _edges(rule: Rule, pause: Period, history: History) -> tuple[Day, Day | None]:
    """When it began and when it ended; None while it lasts."""
    over = pause.last is not None and pause.last <= history.today
    if rule.in_hours:
        return pause.begins_at, pause.ends_at if over else None
    return pause.first, pause.last if over else None


def _resumed(rule: Rule, run: Occurrence, reckoned: Reckoned, since: Day, until: Day, *, goes_on: bool) -> Reckoned:
    stood_still = (*reckoned.stood_still, (since, until))
    if rule.standard.on_resuming == "start again" and not goes_on:
        again = run._replace(moment=until) if isinstance(until, datetime) else run._replace(day=until)
        return counted(rule, again, reckoned.lengths)._replace(stood_still=stood_still)
    target = None if reckoned.target is None else _moved(rule, reckoned, reckoned.target, since, until)
    limit = _moved(rule, reckoned, reckoned.limit, since, until)
    return reckoned._replace(target=target, limit=limit, stood_still=stood_still)


def _moved(rule: Rule, reckoned: Reckoned, day: Day, since: Day, until: Day) -> Day:
    """The day moved on by as long as the clock stood still, counted in what its limit is counted in."""
    unit = reckoned.lengths.limit.unit
    if unit == "working days":
        return rule.calendar.add_working_days(day, rule.calendar.working_days_between(since, until))
    if unit == "weekdays":
        return add_weekdays(day, weekdays_between(since, until))
    moved = day + (until - since)  # type: ignore[operator]  # two days, or two moments
    if unit in WEEKDAYS:
        return add_weekdays_of_week(moved - timedelta(days=1), 1, WEEKDAYS.index(unit))
    return moved


def _rolled(rule: Rule, reckoned: Reckoned) -> Reckoned:
    """Off a closed day, once all that moves a deadline has moved it."""
    if rule.roll is None:
        return reckoned
    target = None if reckoned.target is None else rule.roll(reckoned.target)
    return reckoned._replace(target=target, limit=rule.roll(reckoned.limit))
