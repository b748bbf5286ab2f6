"""How the keys and the values of a pack are said."""

from datetime import date, time
from typing import Any

from alongside.packs.format.base import Part
from alongside.packs.format.calendar import Closure
from alongside.packs.format.contacts import DangerNumber, Hours
from alongside.packs.telling.contacts import hours_in_words
from alongside.packs.telling.words import capital, listed, plain
from alongside.working_time import Length

# Keys whose own name says too little, or says it in the language of the file.
KEYS = {
    "about": "What it is about",
    "and_only": "And only when",
    "answered": "Only when answered",
    "after": "What it is counted from",
    "agenda_of": "Goes on the agenda of",
    "agreement": "Form of the agreement",
    "answers": "The form that it answers",
    "asks_when": "The question for the date",
    "assessment": "First assessment",
    "at_allocation": "Oversight at allocation",
    "at_creation": "First oversight",
    "at_least": "How long before",
    "bank_holidays": "On bank holidays",
    "before": "What it is counted back from",
    "called": "What it is called",
    "closes_pathway": "Ends support",
    "column": "Column of the map",
    "comes_from": "Where families come from",
    "continuing": "Counts only when it goes on despite help",
    "direction": "Which end is the good one",
    "each_agency": "Asks what each agency may see",
    "for_agencies": "For agencies too",
    "each_settled": "Each has to be placed",
    "files_copy_in": "Filed in documents under",
    "for_each": "Asked for each",
    "grows_into": "Forms offered next",
    "grows_only": "Offered next only when",
    "handover": "Form of the handover",
    "help": "Help for who has it to do",
    "includes": "Packs it builds on",
    "instead": "Who signs in other cases",
    "keeps": "Answers kept with it",
    "kind": "Kind of note",
    "label": "Wording",
    "level_after": "Question that says the level afterwards",
    "level_after_closing": "Level after support has ended",
    "levels": "Levels",
    "means": "What it means",
    "needed": "Whether it must be answered",
    "needs_at_least": "How many needs it takes",
    "needs_pathway": "Only while support is open",
    "next_meeting": "Question that says when they meet next",
    "offers": "Offered from earlier records",
    "only": "Asked only when",
    "options_from": "Options taken from",
    "own_hand": "Needs no signature from who may sign",
    "out_of_hours": "Answers out of hours",
    "owner": "Whose task it is",
    "per": "For whom",
    "purpose": "What it is for",
    "record_of": "Meetings that are written down in it",
    "records": "What it adds to the history",
    "says": "What it says",
    "several": "More than one may be chosen",
    "side_by_side": "Shown as columns side by side",
    "sign_off": "Who signs",
    "shows": "Part of the record that it shows",
    "size": "Room for words",
    "stands_in": "Where it stands",
    "type": "Kind of question",
    "updates": "The record that it brings up to date",
    "urgent": "Shown as a warning",
    "use_when": "When to call",
    "week": "Days that are worked",
    "who": "Who may be chosen or asked",
    "words_of": "Whose words these are",
}
VALUES = {
    ("needed", "no"): "may be left empty",
    ("needed", "yes"): "must be answered",
    ("needed", "or-reason"): "must be answered, or a reason given",
    ("needed", "when-late"): "must be answered when the record is written down too late, and is not asked before",
    ("needed", "when-overdue"): "must be answered when the record comes after it was due, and is not asked before",
    ("comment", "no"): "may be left empty",
    ("comment", "yes"): "must be given",
    ("comment", "or-reason"): "must be given, or a reason why not",
    ("comment", "when-late"): "must be given when it is late",
    ("comment", "when-overdue"): "must be given when it is overdue",
}

SHORT = (Hours, DangerNumber, Closure)


def key_in_words(key: str) -> str:
    """Return a key as the beginning of a sentence."""
    return KEYS.get(key) or capital(plain(key))


def value_in_words(value: Any, key: str = "") -> str:
    """Return a value as a reader would say it: text in quotation marks, days and times written out, parts unfolded."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, str) and (key, str(value)) in VALUES:
        return VALUES[key, str(value)]
    if isinstance(value, date):
        return f"{value.day} {value:%B %Y}"
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if isinstance(value, Length | int | float):
        return str(value)
    if isinstance(value, Part):
        return _unfolded(value)
    if isinstance(value, dict):
        return listed(f"{plain(name)} {value_in_words(one)}" for name, one in value.items())
    if isinstance(value, list):
        return listed(value_in_words(one, key) for one in value) or "nothing"
    return f"“{value}”"


def name_of(part: Part) -> str:
    """Return what a part is called: its title or whatever stands for one, and its id where it has one."""
    called = next((str(getattr(part, key)) for key in ("title", "name", "label", "word") if hasattr(part, key)), "")
    id = getattr(part, "id", "")
    return f"“{called}” ({id})" if called and id else f"“{called or id or _unfolded(part)}”"


def said_whole(part: Part) -> str:
    """Return a part that is new: its name, and what else it says where that is short."""
    return _unfolded(part) if isinstance(part, SHORT) else name_of(part)


def _unfolded(part: Part) -> str:
    if isinstance(part, Hours):
        return hours_in_words(part)
    if isinstance(part, DangerNumber):
        return f"“{part.name}”, {part.number}: {part.use_when}"
    if isinstance(part, Closure):
        return f"“{part.name}”, {value_in_words(part.first)} to {value_in_words(part.last or part.first)}"
    said = [(key, getattr(part, key)) for key in type(part).model_fields]
    return ", ".join(f"{plain(key)} {value_in_words(value, key)}" for key, value in said if value not in (None, [], {}))
