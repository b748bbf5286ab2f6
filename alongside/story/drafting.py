"""A whole page of a draft, as a browser without JavaScript sends it: what changed is saved, and nothing unseen lost."""

import hashlib
import json
import re
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import time
from typing import Any

from django.http import QueryDict

from alongside.story.actions import Conflict, date_draft, save_answer
from alongside.story.asking import Posted, Question, sections_of
from alongside.story.fields import field_type
from alongside.story.fields.days import as_date, day_problem, typed_day
from alongside.story.models import Answer, Entry
from alongside.story.queries.entries import REASON, Filled, asked_about_who_left, asking_of

# A page keeps fewer: see assets/scripts/draft/saver.js.
MOST_UNHEARD = 10


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
    for question in [*found.questions(), *_of_who_left(entry, found, data)]:
        posted = Posted(data, question.key)
        if posted.is_there and not field_type(question.type).written_elsewhere:
            value = field_type(question.type).parse(question, posted)
            unheard = unheard_of(data, question)
            if not _untouched(question.key, value, field_type(question.type).is_empty(value), found, data):
                _save(entry, question.key, value, data, saved, by, unheard)
    for name in data:
        if name.startswith(REASON):
            words = Posted(data, name).words().strip()
            if not _untouched(name, words, not words, found, data):
                _save(entry, name, words, data, saved, by)
    return saved


def rows_of_both(theirs: Any, mine: Any) -> Any:
    """Return an answer of several rows with those of another answer that it does not have; any other as it is.

    A row that both have stands as in `mine`: whoever asks for both has the two before their eyes.
    """
    if not (_rows(theirs) and _rows(mine)):
        return mine
    ours = {row["id"]: row for row in mine}
    return [ours.pop(row["id"], row) for row in theirs] + list(ours.values())


def _rows(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(row, dict) and row.get("id") for row in value)


def _of_who_left(entry: Entry, found: Filled, data: QueryDict) -> list[Question]:
    """The questions of a page about somebody who has left the family since it was read."""
    asked = {name.removeprefix("asked:") for name in data if name.startswith("asked:") and "@" in name}
    gone = sorted(asked - {question.key for question in found.questions()})
    return [question for key in gone if (question := question_asked(entry, key))]


def typed_anew(found: Filled, data: QueryDict) -> list[tuple[str, str]]:
    """Return each question of a page whose answer was changed and is kept nowhere, with the words of the answer."""
    anew = []
    for question in found.questions():
        posted, kind = Posted(data, question.key), field_type(question.type)
        if posted.is_there and not kind.written_elsewhere:
            value = kind.parse(question, posted)
            if not (kind.is_empty(value) or _untouched(question.key, value, False, found, data)):
                anew.append((question.label, kind.words(question, value)))
    return [(label, words) for label, words in anew if words]


def _untouched(key: str, value: Any, empty: bool, found: Filled, data: QueryDict) -> bool:
    """Whether the page says nothing new: what is kept already, what it was showing, or nothing where nothing was."""
    kept = found.kept.get(key)
    shown = digest(value) == data.get(f"base:{key}", "") and f"before:{key}" not in data
    return shown or (empty if kept is None else value == kept.value)


def _save(
    entry: Entry, key: str, value: Any, data: QueryDict, saved: Saved, by: Any, unheard: Collection[Any] = ()
) -> None:
    revision = seen_revision(data, key)
    try:
        save_answer(entry_id=entry.pk, key=key, value=value, revision=revision, by=by, unheard=unheard)
    except Conflict as conflict:
        saved.conflicts[key] = conflict.answer
        saved.typed[key] = value


def unheard_of(data: QueryDict, question: Question) -> list[Any]:
    """Return the answers that the page sent on their own before, and had not heard of when it sent this."""
    kind = field_type(question.type)
    sent = data.getlist(f"before:{question.key}")[:MOST_UNHEARD]
    return [kind.parse(question, Posted(QueryDict(one), question.key)) for one in sent]


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


# `15:30`, `15.30`, `1530`, `9:05`, with seconds or without; and `3pm`, `3.30 p.m.`, where minutes may be left out.
_CLOCK = re.compile(r"(\d{1,2})(?:[:.]?([0-5]\d)(?::[0-5]\d)?)?\s*(?:([ap])\.?m\.?)?", re.IGNORECASE | re.ASCII)


def clock_time(words: str) -> time | None:
    """Return the time of day that is meant, by the clock of 24 hours or of twice twelve; None for anything else."""
    read = _CLOCK.fullmatch(words.strip())
    if not read or not (read[2] or read[3]):
        return None
    hours, minutes, half = int(read[1]), int(read[2] or 0), (read[3] or "").lower()
    if hours > 23 or (half and not 1 <= hours <= 12):
        return None
    return time(hours % 12 + (12 if half == "p" else 0) if half else hours, minutes)


def question_asked(entry: Entry, key: str) -> Question | None:
    """Return the question with this key as it is asked in the entry; None when the form asks no such thing.

    Somebody may leave the family while a draft that asks about them is written: what is typed of them is still kept.
    """
    asking = asking_of(entry)
    found = has_question(Filled(asking, sections_of(asking), {}), key)
    with_them = asked_about_who_left(entry, key) if found is None else None
    return has_question(Filled(with_them, sections_of(with_them), {}), key) if with_them else found


def has_question(found: Filled, key: str) -> Question | None:
    """Return the question with this key, or None when the form asks no such thing of this family."""
    return next((question for question in found.questions() if question.key == key), None)
