"""By when: the target and the limit of one run of a standard's clock."""

from datetime import date, datetime

from alongside.journey.standards.conditions import periods_of
from alongside.journey.standards.counting import Day, Reckoned, counted
from alongside.journey.standards.extensions import Extension
from alongside.journey.standards.happenings import says
from alongside.journey.standards.history import History
from alongside.journey.standards.occurrences import Occurrence
from alongside.journey.standards.periods import holds_on
from alongside.journey.standards.rules import Lengths, Rule
from alongside.journey.standards.subjects import Subject
from alongside.journey.standards.suspensions import suspended
from alongside.working_time import london_day, london_moment


def reckon(rule: Rule, run: Occurrence, subject: Subject, history: History, extension: Extension | None) -> Reckoned:
    """Count from the start of the run, and heed what changes its length, makes its clock stand still, or extends it."""
    if rule.always_alike:
        return counted(rule, run, rule.lengths).extend(extension)
    reckoned = _with_changes(rule, run, subject, history) if rule.values else counted(rule, run, rule.lengths)
    if rule.suspensions:
        reckoned = suspended(rule, run, reckoned, subject, history, extension)
    return reckoned.extend(extension)


def _with_changes(rule: Rule, run: Occurrence, subject: Subject, history: History) -> Reckoned:
    """The lengths of the day the run starts; a change before it is due or met counts from the same start.

    A shorter length never falls due before the day of the change, and a change after it was due comes too late.
    """
    reckoned = counted(rule, run, _lengths_on(rule, run, run.day, subject, history))
    if rule.back:
        return reckoned
    for change in _changes(rule, run, subject, history):
        if change > _day(reckoned.limit):
            break
        lengths = _lengths_on(rule, run, change, subject, history)
        if lengths is not reckoned.lengths:
            anew = counted(rule, run, lengths)
            target = None if anew.target is None else _not_before(anew.target, change)
            limit = _not_before(anew.limit, change)
            reckoned = anew._replace(limit=limit, target=target, changed=change if limit != anew.limit else None)
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


def _not_before(day: Day, earliest: date) -> Day:
    if isinstance(day, datetime):
        return max(day, london_moment(earliest))
    return max(day, earliest)


def _day(day: Day) -> date:
    return london_day(day) if isinstance(day, datetime) else day
