"""The models' errors in plain words, each on its line."""

from collections.abc import Callable
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from alongside.packs.checking.keys import did_you_mean, keys_at
from alongside.packs.problems import PROBLEMS_IN_A_FILE, Problem, shortened
from alongside.packs.reading.document import Document, Place

Model = TypeVar("Model", bound=BaseModel)
Error = dict[str, Any]
Said = tuple[str, str]


def validate(model: type[Model], document: Document, place: Place = ()) -> tuple[Model | None, list[Problem]]:
    """Return the part that stands at this place, or None, and every problem found in it."""
    try:
        return model.model_validate(document.at(place)), []
    except ValidationError as error:
        found = error.errors(include_url=False)[:PROBLEMS_IN_A_FILE]
        return None, [_problem(model, document, place, dict(one)) for one in found]


def _problem(model: type[BaseModel], document: Document, place: Place, error: Error) -> Problem:
    where = _place(document, place, (*error["loc"], *error.get("ctx", {}).get("at", ())))
    say = SAYINGS.get(error["type"], _as_it_is)
    if error["type"] == "extra_forbidden":
        say = _unknown_key(keys_at(model, error["loc"][:-1]))
    what, cure = say(_name(error["loc"]), error)
    return Problem(document.file, document.line(where), what, cure)


def _place(document: Document, place: Place, loc: Place) -> Place:
    """Follow the error's place through the document; steps that are not in it (branches of a choice) are passed."""
    for step in loc:
        if (*place, step) in document.lines:
            place = (*place, step)
    return place


def _name(loc: Place) -> str:
    """Return the key an error is about, in words."""
    names = [step for step in loc if isinstance(step, str)]
    name = f"“{shortened(names[-1])}”" if names else "this"
    return f"item {loc[-1] + 1} of {name}" if loc and isinstance(loc[-1], int) else name


def _unknown_key(keys: list[str]) -> Callable[[str, Error], Said]:
    def say(name: str, error: Error) -> Said:
        return f"{name} is not a key that belongs here", did_you_mean(error["loc"][-1], keys, "The keys here are: ")

    return say


def _missing(name: str, error: Error) -> Said:
    return f"{name} is missing here", f"Add a line “{error['loc'][-1]}: …”"


def _kind(value: object) -> str:
    if isinstance(value, bool):
        return "true or false"
    if isinstance(value, int | float):
        return f"the number {value}"
    if isinstance(value, list | dict):
        return "a list" if isinstance(value, list) else "a group of keys"
    return f"“{shortened(value)}”"


def _empty(name: str) -> Said:
    return f"{name} is empty", "Write it after the colon, or take the line out"


def _text(name: str, error: Error) -> Said:
    value = error["input"]
    if value is None:
        return _empty(name)
    if isinstance(value, bool | int | float):
        return f"{name} is {_kind(value)} where text is wanted", f'Put it in quotation marks: "{str(value).lower()}"'
    return (
        f"{name} is {_kind(value)} where text is wanted",
        "Write one text; text that begins with { or [ must stand in quotation marks",
    )


def _pattern(name: str, error: Error) -> Said:
    value = str(error["input"])
    if "\\." in error["ctx"]["pattern"]:
        return (
            f"{name} is “{shortened(value)}”, which is not the name of a fact",
            "Write what happened to what with a dot between, such as review.held",
        )
    slug = "-".join("".join(c if c.isascii() and c.isalnum() else " " for c in value[:80].lower()).split())
    return (
        f"{name} is “{shortened(value)}”, which cannot be an id",
        f"Use lower-case words joined by hyphens, such as “{slug or 'family-plan'}”",
    )


def _one_of(name: str, error: Error) -> Said:
    expected = error["ctx"].get("expected") or error["ctx"].get("expected_tags", "")
    words = [word.strip("' ") for word in str(expected).replace(" or ", ", ").split(",")]
    return f"{name} is {_kind(error['input'])}", did_you_mean(error["input"], words, "Write one of: ")


def _wanted(what: str, cure: str) -> Callable[[str, Error], Said]:
    def say(name: str, error: Error) -> Said:
        if error["input"] is None:
            return _empty(name)
        return f"{name} is {_kind(error['input'])} where {what} is wanted", cure

    return say


def _limit(name: str, error: Error) -> Said:
    return f"{name} does not fit: {_lower(error['msg'])}", "Change it so that it does"


def _few(name: str, error: Error) -> Said:
    least = error["ctx"]["min_length"]
    return f"{name} needs at least {least} of them" if least > 1 else f"{name} is empty", "Add what is missing"


def _long(name: str, error: Error) -> Said:
    return f"{name} is too long", f"At most {error['ctx']['max_length']} fit; shorten it"


def _own_words(name: str, error: Error) -> Said:
    """What a model's own check says: what is wrong, then after a semicolon what would be right."""
    said = str(error.get("ctx", {}).get("error") or error["msg"])
    what, _, cure = said.partition("; ")
    return what, cure


def _as_it_is(name: str, error: Error) -> Said:
    return f"{name} does not fit: {_lower(error['msg'])}", "See the how-to guide on writing a pack"


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]


_NUMBER = _wanted("a whole number", "Write a number without quotation marks, such as 5")
_TRUE = _wanted("true or false", "Write true or false")
_LIST = _wanted("a list", "Write each item on its own line, beginning with “- ”")
_GROUP = _wanted("a group of keys", "Write its keys below it, one a line, two spaces further in")
_DAY = _wanted("a day", "Write it as year-month-day, such as 2026-12-24")
_TIME = _wanted("a time of day", "Write it as hours and minutes, such as 08:30")

SAYINGS: dict[str, Callable[[str, Error], Said]] = {
    "missing": _missing,
    "string_type": _text,
    "string_pattern_mismatch": _pattern,
    "string_too_short": lambda name, error: _empty(name),
    "string_too_long": _long,
    "too_short": _few,
    "too_long": _long,
    "enum": _one_of,
    "literal_error": _one_of,
    "union_tag_invalid": _one_of,
    "value_error": _own_words,
    "used_twice": _own_words,
    **dict.fromkeys(("int_type", "int_parsing", "int_from_float", "float_type", "float_parsing"), _NUMBER),
    **dict.fromkeys(("bool_type", "bool_parsing"), _TRUE),
    "list_type": _LIST,
    **dict.fromkeys(("model_type", "model_attributes_type", "dict_type"), _GROUP),
    **dict.fromkeys(("date_type", "date_parsing", "date_from_datetime_parsing", "date_from_datetime_inexact"), _DAY),
    **dict.fromkeys(("time_type", "time_parsing"), _TIME),
    **dict.fromkeys(("greater_than", "greater_than_equal", "less_than", "less_than_equal", "int_parsing_size"), _limit),
}
