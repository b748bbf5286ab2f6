"""A whole page of a draft, as a browser without JavaScript sends it: what changed is saved, and nothing unseen lost."""

import hashlib
import json
from dataclasses import dataclass, field
from datetime import time
from typing import Any

from django.http import QueryDict

from alongside.story.actions import Conflict, date_draft, save_answer
from alongside.story.asking import Posted, Question
from alongside.story.fields import field_type
from alongside.story.fields.days import as_date, day_problem, typed_day
from alongside.story.models import Answer, Entry
from alongside.story.queries.entries import REASON, Filled


@dataclass
class Saved:
    """What came of saving a page: other people's answers that stood in the way, and what is wrong with the date."""

    conflicts: dict[str, Answer] = field(default_factory=dict)
    typed: dict[str, Any] = field(default_factory=dict)
    day: dict[str, str] = field(default_factory=dict)
    day_problem: str = ""
    time_typed: str = ""


def digest(value: Any) -> str:
    """Return a short mark of an answer, by which a page can tell whether it was touched."""
    return hashlib.sha256(json.dumps(value, sort_keys=True).encode()).hexdigest()[:16]


def save_page(*, entry: Entry, found: Filled, data: QueryDict, by: Any) -> Saved:
    """Save every question of the page that was changed since it was read.

    :returns: the conflicts, with what was typed kept for the page to show again
    :raises NotADraft: when the entry takes no more answers
    """
    saved = Saved()
    save_day(entry, data, saved, by)
    for question in found.questions():
        posted = Posted(data, question.key)
        if posted.is_there and not field_type(question.type).written_elsewhere:
            value = field_type(question.type).parse(question, posted)
            _save(entry, question.key, value, field_type(question.type).is_empty(value), found, data, saved, by)
    for name in data:
        if name.startswith(REASON):
            words = Posted(data, name).words().strip()
            _save(entry, name, words, not words, found, data, saved, by)
    return saved


def _save(
    entry: Entry, key: str, value: Any, empty: bool, found: Filled, data: QueryDict, saved: Saved, by: Any
) -> None:
    kept = found.kept.get(key)
    current = kept.value if kept else None
    untouched = digest(value) == data.get(f"base:{key}", "")
    if value == current or untouched or (kept is None and empty):
        return
    try:
        save_answer(entry_id=entry.pk, key=key, value=value, revision=seen_revision(data, key), by=by)
    except Conflict as conflict:
        saved.conflicts[key] = conflict.answer
        saved.typed[key] = value


def seen_revision(data: QueryDict, key: str) -> int:
    """Return the revision of an answer that the page was showing; 0 when it had none."""
    sent = data.get(f"revision:{key}", "")
    return int(sent) if sent.isascii() and sent.isdecimal() and len(sent) < 9 else 0


def save_day(entry: Entry, data: QueryDict, saved: Saved, by: Any) -> None:
    """Save when it happened; a wrong date or time stays on the page with what to do about it."""
    if "asked:happened" not in data:
        return
    typed, clock = typed_day(Posted(data, "happened")), Posted(data, "happened").line("time")
    if typed and (problem := day_problem(typed)):
        saved.day, saved.day_problem, saved.time_typed = typed, problem, clock
        return
    at = clock_time(clock)
    if clock and at is None:
        saved.day, saved.time_typed = typed, clock
        saved.day_problem = "Write the time with hours and minutes, such as 15:30"
        return
    date_draft(entry=entry, happened_on=as_date(typed), happened_time=at, by=by)


def clock_time(words: str) -> time | None:
    """Return the time of day that `15:30`, `15.30` or `9:05` means; None for anything else."""
    hours, _, minutes = words.replace(".", ":").partition(":")
    if not (hours.isdecimal() and minutes[:2].isdecimal() and len(minutes) in (2, 5)):
        return None
    try:
        return time(int(hours), int(minutes[:2]))
    except ValueError:
        return None


def has_question(found: Filled, key: str) -> Question | None:
    """Return the question with this key, or None when the form asks no such thing of this family."""
    return next((question for question in found.questions() if question.key == key), None)
