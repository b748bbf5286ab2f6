"""What is due of a family: every standard against every fact, from scratch."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime

from alongside.journey.standards.conditions import periods_of
from alongside.journey.standards.due import STATES, Due, state_of
from alongside.journey.standards.extensions import Extension, extensions
from alongside.journey.standards.facts import Fact
from alongside.journey.standards.happenings import happenings
from alongside.journey.standards.history import History
from alongside.journey.standards.occurrences import Occurrence, applies, first_event, occurrences
from alongside.journey.standards.periods import holds_on
from alongside.journey.standards.reckoning import reckon
from alongside.journey.standards.rules import EventRule, Rule, rules_of
from alongside.journey.standards.subjects import Subject, subjects
from alongside.packs.format.standards import Standard
from alongside.working_time import WorkingCalendar, london_day

Now = date | datetime


def evaluate(standards: Sequence[Standard], facts: Iterable[Fact], today: Now, calendar: WorkingCalendar) -> list[Due]:
    """Everything that the standards ask for in one family's history, met or not, in the standards' order.

    `today` is the day in London or, to tell to the hour whether a limit in hours is over, an aware moment. Facts may
    come in any order. What has not happened by today starts and meets nothing, except that a standard counted back
    from an event looks ahead to it. What was not met before the standard stopped to apply, as when a pathway closed,
    is due no longer. Raises OutsideCalendarError for days beyond the calendar, ValueError for facts of two families.
    """
    history = History(facts, today)
    return [due for rule in rules_of(standards, calendar) for due in _rows(rule, history, today)]


def explain(standards: Sequence[Standard], facts: Iterable[Fact], today: Now, calendar: WorkingCalendar) -> list[Due]:
    """What `evaluate` returns, and the standards that apply but await their event; overdue first, then by day due."""
    history = History(facts, today)
    rows: list[Due] = []
    for rule in rules_of(standards, calendar):
        rows += _rows(rule, history, today)
        rows += _awaiting(rule, history)
    return sorted(rows, key=lambda row: (STATES.index(row.state), _day(row.due or date.max), row.standard, row.key))


def _rows(rule: Rule, history: History, today: Now) -> Iterator[Due]:
    for subject in _subjects(rule, history):
        runs = occurrences(rule, subject, history)
        extended = extensions(rule, runs, subject, history) if rule.extended_by and runs else {}
        for number, run in enumerate(runs):
            if run.met is None and run.period.last is not None and run.period.last <= history.today:
                continue
            yield _due(rule, subject, run, history, extended.get(number), today)


def _subjects(rule: Rule, history: History) -> list[Subject]:
    per = rule.standard.per
    return subjects(per, history, lambda: happenings(history, rule.starts, to_come=rule.back))


def _due(
    rule: Rule, subject: Subject, run: Occurrence, history: History, extension: Extension | None, today: Now
) -> Due:
    reckoned = reckon(rule, run, subject, history, extension)
    met = run.met
    done = None if met is None else met.moment if rule.in_hours else met.day
    state = state_of(due=reckoned.limit, met=done, suspended=reckoned.paused is not None, now=today)
    return Due(history.family, rule, subject, run, reckoned, extension if reckoned.extended else None, state)


def _awaiting(rule: Rule, history: History) -> Iterator[Due]:
    """The rows of those to whom the rule applies today, but whose starting event has not happened."""
    for subject in _subjects(rule, history) or [Subject("family")]:
        if holds_on(applies(rule, subject, history), history.today) and (awaited := _awaited(rule, subject, history)):
            yield Due(history.family, rule, subject, None, None, None, "not started", awaited)


def _awaited(rule: Rule, subject: Subject, history: History) -> tuple[EventRule, ...]:
    if rule.kind == "each" or rule.back:
        runs = occurrences(rule, subject, history)
        started = any(run.period.holds_on(history.today) for run in runs)
        return () if started else rule.starts
    spells = [spell for spell in periods_of(rule.spells, subject, history) if spell.first <= history.today]
    latest = len(spells) - 1
    if first_event(rule, subject, history, spells, latest):
        return ()
    if not rule.later_of:
        return rule.starts
    one_each = [rule._replace(starts=(event,), later_of=False) for event in rule.starts]
    return tuple(one.starts[0] for one in one_each if not first_event(one, subject, history, spells, latest))


def _day(now: Now) -> date:
    return london_day(now) if isinstance(now, datetime) else now
