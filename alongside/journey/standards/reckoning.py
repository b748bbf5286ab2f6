"""By when: the target and the limit of one run of a standard's clock."""

from datetime import date, datetime, timedelta
from typing import NamedTuple

from alongside.journey.standards.conditions import periods_of
from alongside.journey.standards.happenings import says
from alongside.journey.standards.history import History
from alongside.journey.standards.occurrences import Occurrence
from alongside.journey.standards.periods import Period, holds_on
from alongside.journey.standards.rules import Lengths, Rule
from alongside.journey.standards.subjects import Subject
from alongside.working_time import london_day, london_moment

Day = date | datetime  # a moment where the standard runs by the clock


class Reckoned(NamedTuple):
    """What a run of the clock comes to, by which lengths, and the suspension that holds it now."""

    target: Day | None
    limit: Day
    lengths: Lengths
    paused: Period | None = None


def reckon(rule: Rule, run: Occurrence, subject: Subject, history: History) -> Reckoned:
    """Count from the start of the run, heed what changes its length on the way, and leave out suspensions."""
    if rule.always_alike:
        start: Day = run.moment if rule.in_hours else run.day
        lengths = rule.lengths
        target = lengths.to_target(start) if lengths.to_target else None
        return Reckoned(target, lengths.to_limit(start), lengths)
    reckoned = _with_changes(rule, run, subject, history) if rule.values else _counted(rule, run, rule.lengths)
    return _suspended(rule, run, reckoned, subject, history) if rule.suspensions else reckoned


def _counted(rule: Rule, run: Occurrence, lengths: Lengths) -> Reckoned:
    start: Day = run.moment if rule.in_hours else run.day
    if lengths.to_first and not run.again:
        return Reckoned(None, lengths.to_first(start), lengths)
    return Reckoned(lengths.to_target(start) if lengths.to_target else None, lengths.to_limit(start), lengths)


def _with_changes(rule: Rule, run: Occurrence, subject: Subject, history: History) -> Reckoned:
    """The lengths of the day the run starts; a change before it is due or met counts from the same start.

    A shorter length never falls due before the day of the change, and a change after it was due comes too late.
    """
    reckoned = _counted(rule, run, _lengths_on(rule, run, run.day, subject, history))
    if rule.back:
        return reckoned
    for change in _changes(rule, run, subject, history):
        if change > _day(reckoned.limit):
            break
        lengths = _lengths_on(rule, run, change, subject, history)
        if lengths is not reckoned.lengths:
            anew = _counted(rule, run, lengths)
            target = None if anew.target is None else _not_before(anew.target, change)
            reckoned = anew._replace(limit=_not_before(anew.limit, change), target=target)
    return reckoned


def _lengths_on(rule: Rule, run: Occurrence, day: date, subject: Subject, history: History) -> Lengths:
    for condition, lengths in rule.values:
        if says(run.event.fact.data, condition.where) and holds_on(periods_of([condition], subject, history), day):
            return lengths
    return rule.lengths


def _changes(rule: Rule, run: Occurrence, subject: Subject, history: History) -> list[date]:
    days: set[date] = set()
    for condition, _lengths in rule.values:
        for period in periods_of([condition], subject, history):
            days |= {period.first} if period.last is None else {period.first, period.last}
    until = run.met.day if run.met else history.today
    return sorted(day for day in days if run.day < day <= until)


def _suspended(rule: Rule, run: Occurrence, reckoned: Reckoned, subject: Subject, history: History) -> Reckoned:
    """A pause that began when it was already overdue does not excuse that."""
    for pause in periods_of(rule.suspensions, subject, history):
        if pause.first > _day(reckoned.limit):
            break
        if pause.last is None or pause.last > history.today:
            return reckoned._replace(paused=pause)
        if pause.last > run.day:
            reckoned = _resumed(rule, run, reckoned, pause, pause.last)
    return reckoned


def _resumed(rule: Rule, run: Occurrence, reckoned: Reckoned, pause: Period, resumed: date) -> Reckoned:
    if rule.standard.on_resuming == "start again":
        again = run._replace(day=resumed, moment=london_moment(resumed))
        return _counted(rule, again, reckoned.lengths)
    stood_still = max(pause.first, run.day), resumed
    target, limit = reckoned.target, reckoned.limit
    return reckoned._replace(
        target=None if target is None else _moved(rule, target, *stood_still), limit=_moved(rule, limit, *stood_still)
    )


def _moved(rule: Rule, day: Day, since: date, until: date) -> Day:
    """The day moved on by as long as the clock stood still: in working days where it counts these."""
    if rule.lengths.limit.unit == "working days" and not isinstance(day, datetime):
        return rule.calendar.add_working_days(day, rule.calendar.working_days_between(since, until))
    moved = day + timedelta(days=(until - since).days)
    if isinstance(moved, datetime) or rule.standard.if_closed == "stay":
        return moved
    if rule.standard.if_closed == "next":
        return rule.calendar.next_working_day(moved)
    return rule.calendar.previous_working_day(moved)


def _not_before(day: Day, earliest: date) -> Day:
    if isinstance(day, datetime):
        return max(day, london_moment(earliest))
    return max(day, earliest)


def _day(day: Day) -> date:
    return london_day(day) if isinstance(day, datetime) else day
