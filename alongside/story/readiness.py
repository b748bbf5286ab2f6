"""What is missing before a draft can be final: said as what to do, each beside its question."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from alongside.design import words
from alongside.story.asking.questions import Question
from alongside.story.carrying import as_of
from alongside.story.fields import field_type
from alongside.story.lateness import late_since, overdue_since
from alongside.story.models import Entry
from alongside.story.queries.entries import REASON, Filled

WHEN = "happened"


@dataclass(frozen=True)
class Lack:
    """One thing to do: at which question, what, and whether a reason may stand in its place.

    `beside` says it where the question can be seen, so without naming it; empty where `says` is right there too.
    """

    key: str
    says: str
    html_id: str = ""
    reason_allowed: bool = False
    label: str = ""
    beside: str = ""


def lacks(entry: Entry, found: Filled, today: date | None = None) -> list[Lack]:
    """Return everything that stops this entry from being final, in the order of the form."""
    today = today or timezone.localdate()
    missing = list(_of_the_day(entry, today))
    late, overdue = late_since(entry, today), overdue_since(entry, today)
    for question in found.questions():
        if question.only_when_late and not found.answers.get(question.key):
            missing += _of_the_delay(question, overdue if question.only_when_overdue else late)
        elif question.applies(found.answers):
            missing += [*_of_the_question(question, found), *_of_then(question, found)]
    return missing


def _of_the_day(entry: Entry, today: date) -> list[Lack]:
    if entry.happened_on is None:
        return [Lack(WHEN, "Say when it happened", f"{WHEN}-day")]
    if entry.happened_on > today:
        return [Lack(WHEN, "The date is in the future: put the day it happened", f"{WHEN}-day")]
    return []


def _of_the_delay(question: Question, late: date | None) -> list[Lack]:
    asked = "was due" if question.only_when_overdue else "should have been written down"
    says = f"This {asked} by {words.day(late)}: answer “{question.label}”"
    return [Lack(question.key, says, question.html_id)] if late else []


def _of_the_question(question: Question, found: Filled) -> list[Lack]:
    kind = field_type(question.type)
    value = kind.together(question, found.answers)
    problems = [] if kind.is_empty(value) else kind.problems(question, value)
    if question.is_needed and not found.answers.get(REASON + question.key):
        unanswered = kind.lacking(question, value)
        if unanswered is None and kind.is_empty(value):
            return [_unanswered(question)]
        return [*_each(question, problems), *_open(question, unanswered or [])]
    return list(_each(question, problems))


def _of_then(question: Question, found: Filled) -> Iterator[Lack]:
    """An answer that was taken from the last record is nobody's until somebody says that it still holds."""
    then = as_of(question, found.kept)
    if then and not then.holds:
        name = f" ({question.person.name})" if question.person and question.person.name not in question.label else ""
        says = f"“{question.label}”{name} stands as of {words.day(then.day)}: say that it holds, change it, or leave it"
        yield Lack(question.key, says, question.html_id)


def _each(question: Question, problems: list[str]) -> Iterator[Lack]:
    for says in problems:
        yield Lack(question.key, _of(question, says), question.html_id, beside=says)


def _open(question: Question, unanswered: list[str]) -> Iterator[Lack]:
    """What is unanswered; one reason, asked for beside the first, stands for all of it where one may."""
    for place, says in enumerate(unanswered):
        may_leave = question.may_be_left_with_reason and not place
        yield Lack(question.key, _of(question, says), question.html_id, may_leave, question.label, says)


def _of(question: Question, says: str) -> str:
    return f"{question.label}{'' if question.label[-1:] in '?!.' else ':'} {says}"


def _unanswered(question: Question) -> Lack:
    may_leave = question.may_be_left_with_reason
    says = f"Answer “{question.label}”" + (", or say why it has to be left" if may_leave else "")
    return Lack(question.key, says, question.html_id, may_leave, question.label)
