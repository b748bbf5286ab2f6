"""Why something is due, in one plain sentence. Made only when somebody reads it."""

from datetime import date, datetime
from typing import NamedTuple

from alongside.journey.standards.extensions import Extension
from alongside.journey.standards.facts import PERSON_JOINED, Fact
from alongside.journey.standards.occurrences import Occurrence
from alongside.journey.standards.reckoning import Reckoned
from alongside.journey.standards.rules import EventRule, Rule
from alongside.working_time import LONDON, Length
from alongside.working_time.lengths import WEEKDAYS

MEANT = {"weeks": "calendar", "months": "calendar", "hours": "by the clock", "weekdays": "Monday to Friday"}


class Reason(NamedTuple):
    """What the sentence is made of; without a run, of `awaited` events that have not happened."""

    rule: Rule
    name: str | None
    run: Occurrence | None
    reckoned: Reckoned | None
    extension: Extension | None = None
    awaited: tuple[EventRule, ...] = ()


def sentence(reason: Reason) -> str:
    """The reason as one sentence that ends with its source."""
    rule = reason.rule
    said = _not_started(reason) if reason.run is None else _counted(reason)
    return f"{said} — {rule.source}."


def _counted(reason: Reason) -> str:
    rule, run, reckoned = reason.rule, reason.run, reason.reckoned
    assert run
    assert reckoned
    on = "for" if run.day == run.event.day and any(event.date_in for event in rule.starts) else "on"
    start = f"{_happened(reason, run)} {on} {_shown(run.moment if rule.in_hours else run.day)}"
    said = f"{start}; {_whom(reason)} {_how_soon(rule, run, reckoned)}"
    if reason.extension:
        said += f", extended to {_shown(reason.extension.until)} because: {reason.extension.reason.rstrip('.')}"
    if reckoned.paused and run.met is None:
        said += f" (suspended since {_shown(reckoned.paused.first)})"
    return said


def _happened(reason: Reason, run: Occurrence) -> str:
    """The event in words; where the clock started later than it, what it started with."""
    rule = reason.rule
    words = _of_person(words_of(rule.starts + rule.met_by, run.event.fact), reason, run)
    if run.again:
        return f"Last time: {words}"
    if run.day == run.event.day:
        return _capital(words)
    return f"{_capital(words)} on {_shown(run.event.day)}, and {_began(reason, run.period.began_by)}"


def _began(reason: Reason, began: Fact | None) -> str:
    if began is None:
        return "this began to apply"
    return f"{reason.name} joined the family" if began.name == PERSON_JOINED else words_of((), began)


def _of_person(words: str, reason: Reason, run: Occurrence) -> str:
    return f"{words} ({reason.name})" if reason.name and run.event.fact.person and not run.again else words


def words_of(events: tuple[EventRule, ...], fact: Fact) -> str:
    """What happened, as the pack words it, else from its name: "visit made"."""
    for event in events:
        if event.name == fact.name and event.words:
            return event.words
    return _plain(fact.name)


def _plain(name: str) -> str:
    return name.replace(".", " ").replace("-", " ")


def _whom(reason: Reason) -> str:
    title = reason.rule.title
    if title[1:] == title[1:].lower():  # no name, no capitals of its own: it may stand inside a sentence
        title = title.lower()
    about = f" for {reason.name}" if reason.name else ""
    return f"{title}{about}"


def _how_soon(rule: Rule, run: Occurrence, reckoned: Reckoned) -> str:
    lengths = reckoned.lengths
    if lengths.first and not run.again:
        return f"is due {_span(rule, None, lengths.first)}, and {_gap(lengths.limit)} after that"
    again = "again " if run.again else ""
    return f"is due {again}{_span(rule, lengths.target, lengths.limit)}"


def _span(rule: Rule, target: Length | None, limit: Length) -> str:
    """How long, with its preposition: "within 6 to 8 weeks (calendar)", "by the next Friday"."""
    if not limit.number:
        return "before it" if rule.back else "the same day"
    if rule.back:
        return f"{_range(target, limit)} before" if _is_weekday(limit) else f"at least {_range(target, limit)} before"
    if _is_weekday(limit):
        return f"by {in_words(limit)}"
    return f"within {_range(target, limit)}"


def _gap(length: Length) -> str:
    return f"by {in_words(length)}" if _is_weekday(length) else f"every {in_words(length)}"


def _range(target: Length | None, limit: Length) -> str:
    if target is None:
        return in_words(limit)
    if target.unit == limit.unit:
        return f"{target.number} to {in_words(limit)}"
    return f"{in_words(limit)}, better {in_words(target)}"


def _is_weekday(length: Length) -> bool:
    return length.unit in WEEKDAYS


def in_words(length: Length) -> str:
    """A length with what its unit counts: "6 weeks (calendar)", "24 hours (by the clock)", "the next Friday"."""
    if _is_weekday(length):
        name = length.unit.capitalize()
        return f"the next {name}" if length.number == 1 else f"the {name} that is number {length.number}"
    return f"{length} ({MEANT[length.unit]})" if length.unit in MEANT else str(length)


def _not_started(reason: Reason) -> str:
    rule = reason.rule
    joint = " and " if rule.later_of else " or "
    awaited = joint.join(f"“{event.words or _plain(event.name)}”" for event in reason.awaited)
    lengths = rule.lengths
    span = _span(rule, None if lengths.first else lengths.target, lengths.first or lengths.limit)
    it = " it" if rule.back and lengths.limit.number else ""
    return f"Waiting for {awaited}; {_whom(reason)} will then be due {span}{it}"


def _shown(day: date | datetime) -> str:
    if isinstance(day, datetime):
        local = day.astimezone(LONDON)
        return f"{_shown(local.date())} at {local:%H:%M}"
    return f"{day.day} {day:%B %Y}"


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
