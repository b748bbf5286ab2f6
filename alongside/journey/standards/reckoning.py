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
from alongside.working_time import london_day


def reckon(rule: Rule, run: Occurrence, subject: Subject, history: History, extension: Extension | None) -> Reckoned:
    """Count from the start of the run, and heed what changes its length, makes its clock stand still, or extends it."""
    if rule.always_alike:
        return counted(rule, run, rule.lengths).extend(extension)

    def settled(reckoned: Reckoned) -> Reckoned:
        if rule.suspensions:
            reckoned = suspended(rule, run, reckoned, subject, history, extension)
        return reckoned.not_before_its_change()

    reckoned = counted(rule, run, _lengths_on(rule, run, run.day, subject, history))
    for change in [] if rule.back else _changes(rule, run, subject, history):
        so_far = settled(reckoned)
        if so_far.paused is None and change > _day(so_far.limit):
            break
        lengths = _lengths_on(rule, run, change, subject, history)
        if lengths is not reckoned.lengths:
            reckoned = counted(rule, run, lengths)._replace(changed=change)
    return settled(reckoned).extend(extension)


def _lengths_on(rule: Rule, run: Occurrence, day: date, subject: Subject, history: History) -> Lengths:
    for condition, lengths in rule.values:
        if says(run.event.fact.data, condition.where) and holds_on(periods_of([condition], subject, history), day):
            return lengths
    return rule.lengths


def _changes(rule: Rule, run: Occurrence, subject: Subject, history: History) -> list[date]:
    """The days on which another length may begin to hold: a change before it is due or met counts from the start."""
    days: set[date] = set()
    for condition, _lengths in rule.values:
        for period in periods_of([condition], subject, history):
            days |= {period.first} if period.last is None else {period.first, period.last}
    until = run.met.day if run.met else history.today
    return sorted(day for day in days if run.day < day <= until)


def _day(day: Day) -> date:
    return london_day(day) if isinstance(day, datetime) else day
