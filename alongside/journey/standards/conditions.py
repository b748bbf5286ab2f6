"""When a condition of a pack holds for a subject."""

from collections.abc import Iterable
from datetime import date, timedelta

from alongside.journey.standards.facts import LEVEL_DECIDED
from alongside.journey.standards.happenings import about
from alongside.journey.standards.history import IN_ORDER, History
from alongside.journey.standards.periods import ALWAYS, Period, all_of, both
from alongside.journey.standards.rules import ConditionRule
from alongside.journey.standards.subjects import Subject
from alongside.working_time.months import add_months


def periods_of(conditions: Iterable[ConditionRule], subject: Subject, history: History) -> list[Period]:
    """The periods during which all of the conditions hold for the subject."""
    return all_of(_remembered(one, subject, history) for one in conditions)


def _remembered(condition: ConditionRule, subject: Subject, history: History) -> list[Period]:
    key = ("holds", condition.number, subject.person, subject.agency)
    if key not in history.found:
        history.found[key] = _periods(condition, subject, history)
    found: list[Period] = history.found[key]
    return found


def _periods(condition: ConditionRule, subject: Subject, history: History) -> list[Period]:
    periods = ALWAYS
    if condition.since or condition.until:
        periods = both(periods, _between(condition, subject, history))
    if condition.levels is not None:
        periods = both(periods, _at_levels(condition.levels, subject, history))
    if condition.age_from is not None or condition.age_under is not None:
        periods = both(periods, _at_age(condition, subject))
    return periods


def _between(condition: ConditionRule, subject: Subject, history: History) -> list[Period]:
    begins = [(one, True) for one in about(history, condition.since, subject)]
    ends = [(one, False) for one in about(history, condition.until, subject)]
    periods = [] if condition.since else [Period(date.min)]
    for one, begun in sorted(begins + ends, key=lambda pair: (pair[0].day, IN_ORDER(pair[0].fact))):
        still = bool(periods) and periods[-1].last is None
        if begun and not still:
            periods.append(Period(one.day, None, one.fact))
        elif still and not begun:
            periods[-1] = periods[-1]._replace(last=one.day, ended_by=one.fact)
    return periods


def _at_levels(levels: frozenset[str], subject: Subject, history: History) -> list[Period]:
    """A day's last decision is that day's level."""
    decided = {
        one.day: one for one in history.named(LEVEL_DECIDED) if one.day <= history.today and subject.concerns(one)
    }
    periods: list[Period] = []
    for day, one in decided.items():
        holds = str(one.fact.data.get("level")) in levels
        still = bool(periods) and periods[-1].last is None
        if holds and not still:
            periods.append(Period(day, None, one.fact))
        elif still and not holds:
            periods[-1] = periods[-1]._replace(last=day, ended_by=one.fact)
    return periods


def _at_age(condition: ConditionRule, subject: Subject) -> list[Period]:
    """An unborn child is under any age and from none. An age we do not know holds: nothing due is hidden by a gap."""
    if subject.born is None:
        return [] if subject.unborn and condition.age_from is not None else ALWAYS
    first = date.min if condition.age_from is None else birthday(subject.born, condition.age_from)
    last = None if condition.age_under is None else birthday(subject.born, condition.age_under)
    return [Period(first, last)] if last is None or first < last else []


def birthday(born: date, age: int) -> date:
    """The day on which a person reaches an age: its anniversary, and 1 March in other years for 29 February."""
    day = add_months(born, 12 * age)
    return day if day.day == born.day else day + timedelta(days=1)
