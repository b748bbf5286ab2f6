"""Why something is due, in one plain sentence. Made only when somebody reads it."""

from alongside.journey.standards.counting import Reckoned
from alongside.journey.standards.extensions import Extension
from alongside.journey.standards.facts import PERSON_JOINED, Fact
from alongside.journey.standards.occurrences import Occurrence
from alongside.journey.standards.rules import EventRule, Rule
from alongside.journey.standards.subjects import Subject
from alongside.journey.standards.wording import shown
from alongside.packs.telling.words import capital, listed, plain, span


def why_due(rule: Rule, subject: Subject, run: Occurrence, reckoned: Reckoned, extension: Extension | None) -> str:
    """What happened when, what is due because of it and within how long, and who asks for it."""
    on = "for" if rule.dated_by_data and run.day == run.event.day else "on"
    start = f"{_happened(rule, subject, run)} {on} {shown(run.moment if rule.in_hours else run.day)}"
    said = reckoned.lengths.said_again if run.again else reckoned.lengths.said
    why = f"{start}; {_whom(rule, subject)} {said}{_moved(rule, reckoned)}"
    if extension:
        why += f", extended to {shown(extension.until)} because: {extension.reason.rstrip('.')}"
    if reckoned.paused and run.met is None:
        why += f" (suspended since {shown(reckoned.paused.first)})"
    return f"{why} — {rule.source}."


def _moved(rule: Rule, reckoned: Reckoned) -> str:
    """What brought the day to where it is, beyond its length."""
    said = ""
    if reckoned.changed:
        said += f", though not before {shown(reckoned.changed)}, when that changed"
    if reckoned.stood_still:
        times = listed(f"from {shown(since)} to {shown(until)}" for since, until in reckoned.stood_still)
        anew = ", and then started again" if rule.standard.on_resuming == "start again" else ""
        said += f"; its clock stood still {times}{anew}"
    return said


def why_not_started(rule: Rule, subject: Subject, awaited: tuple[EventRule, ...]) -> str:
    """Which events are waited for, what will be due then and within how long, and who asks for it."""
    lengths = rule.lengths
    joint = " and " if rule.later_of else " or "
    events = joint.join(f"“{event.words or plain(event.name)}”" for event in awaited)
    soon = span(None if lengths.first else lengths.target, lengths.first or lengths.limit, back=rule.back)
    it = " it" if rule.back and lengths.limit.number else ""
    return f"Waiting for {events}; {_whom(rule, subject)} will then be due {soon}{it} — {rule.source}."


def _happened(rule: Rule, subject: Subject, run: Occurrence) -> str:
    """The event in words; where the clock started later than it, what it started with."""
    words = rule.words.get(run.event.fact.name) or plain(run.event.fact.name)
    if run.again:
        return f"Last time: {words}"
    if subject.name and run.event.fact.person:
        words = f"{words} ({subject.name})"
    if run.day == run.event.day:
        return capital(words)
    return f"{capital(words)} on {shown(run.event.day)}, and {_began(subject, run.period.began_by)}"


def _began(subject: Subject, began: Fact | None) -> str:
    if began is None:
        return "this began to apply"
    return f"{subject.name} joined the family" if began.name == PERSON_JOINED else plain(began.name)


def _whom(rule: Rule, subject: Subject) -> str:
    return f"{rule.title_inside} for {subject.name}" if subject.name else rule.title_inside
