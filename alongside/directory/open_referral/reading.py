"""From the text of a feed to its services, each held against the published schema; what is broken is told by place."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, cast

from jsonschema import Draft202012Validator, FormatChecker
from jsonschema.exceptions import ValidationError, best_match

LARGEST = 50 * 1024 * 1024
SCHEMAS = Path(__file__).parent / "schemas"


class FeedBroken(Exception):
    """The feed as a whole cannot be read, and nothing of it was taken. The message says why and what to do."""


@dataclass(frozen=True)
class Problem:
    """Something wrong in a feed: where, and what."""

    place: str
    what: str


@dataclass(frozen=True)
class Item:
    """One service of a feed, without empty values, and where it stands. `problem` when it cannot be taken."""

    place: str
    content: dict[str, Any]
    problem: Problem | None = None

    @property
    def id(self) -> str:
        """Its id, empty when it has none that can be used."""
        id = self.content.get("id")
        return id if isinstance(id, str) and 0 < len(id) <= 200 else ""


def parsed(text: bytes) -> Any:
    """Return what a feed's text says.

    :raises FeedBroken: when it is too large, no text, or no JSON
    """
    if len(text) > LARGEST:
        raise FeedBroken(f"The feed is larger than {LARGEST // 1024 // 1024} MB. Hand it in page by page.")
    try:
        return json.loads(text.decode("utf-8-sig"), parse_constant=_no_number)
    except UnicodeDecodeError:
        raise FeedBroken("The feed is not text in UTF-8. Export it anew as JSON.") from None
    except json.JSONDecodeError as error:
        said = f"line {error.lineno}, column {error.colno}"
        raise FeedBroken(f"The feed is not JSON: {error.msg} at {said}. Export it anew as JSON.") from None
    except (ValueError, RecursionError):
        raise FeedBroken("The feed is not JSON that can be read. Export it anew as JSON.") from None


def items_of(document: Any) -> Iterator[Item]:
    """Yield each service of a feed: of a page with `contents`, of a list of services or pages, or of one service.

    :raises FeedBroken: when there is no place for services in it
    """
    if isinstance(document, dict) and isinstance(document.get("contents"), list):
        yield from _several(document["contents"], "contents")
    elif isinstance(document, dict) and "name" in document:
        yield _item(document, "the service")
    elif isinstance(document, list) and document and all(_is_page(one) for one in document):
        for number, page in enumerate(document, 1):
            yield from _several(page["contents"], f"page {number}: contents")
    elif isinstance(document, list):
        yield from _several(document, "")
    else:
        raise FeedBroken("There are no services in it: it should hold “contents”, or be a list of services.")


def _is_page(one: Any) -> bool:
    return isinstance(one, dict) and isinstance(one.get("contents"), list)


def _several(items: list[Any], where: str) -> Iterator[Item]:
    for number, one in enumerate(items):
        yield _item(one, f"{where}[{number}]")


def _item(content: Any, place: str) -> Item:
    if not isinstance(content, dict):
        return Item(place, {}, Problem(place, f"A service is expected here, not {_kind(content)}"))
    try:
        filled = _without_nothing(content)
    except RecursionError:
        return Item(place, {}, Problem(place, "It is nested too deeply to be read"))
    return Item(place, filled, _wrong(filled, place))


def _wrong(content: dict[str, Any], place: str) -> Problem | None:
    validator = _validator("service")
    if set(content) <= known("service-list-item"):
        validator = _validator("service-list-item")
    error = best_match(validator.iter_errors(content))
    return Problem(place + _path(error), _what(error)) if error else None


def _path(error: ValidationError) -> str:
    return "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in error.absolute_path)


def _what(error: ValidationError) -> str:
    """What is wrong in words of ours, without repeating more than a little of what stands there."""
    wanted, found = cast(Any, error.validator_value), cast(Any, error.instance)
    if error.validator == "required":
        missing = [name for name in wanted if name not in found]
        return f"It lacks {', '.join(missing)}"
    if error.validator == "type":
        return f"It should be {wanted}, and is {_kind(found)}"
    if error.validator == "enum":
        return f"It should be one of {', '.join(map(str, wanted))}, and is {_short(found)}"
    if error.validator == "format":
        return f"{_short(found)} is no {wanted}"
    return error.message[:200]


def _kind(value: Any) -> str:
    kinds = {dict: "object", list: "array", str: "string", bool: "boolean", int: "number", float: "number"}
    return kinds.get(type(value), "empty")


def _short(value: Any) -> str:
    said = str(value)
    return f"“{said[:60]}{'…' if len(said) > 60 else ''}”"


def _without_nothing(value: Any) -> Any:
    """Leave out what is null: many feeds write it for what they do not know, and the schemas know no null."""
    if isinstance(value, dict):
        return {key: _without_nothing(one) for key, one in value.items() if one is not None}
    if isinstance(value, list):
        return [_without_nothing(one) for one in value if one is not None]
    return value


def _no_number(name: str) -> None:
    raise ValueError(name)


@cache
def _schema(name: str) -> dict[str, Any]:
    schema: dict[str, Any] = json.loads((SCHEMAS / f"{name}.json").read_text(encoding="utf-8"))
    return schema


@cache
def known(name: str) -> frozenset[str]:
    """Return the keys that a schema has for an item."""
    return frozenset(_schema(name)["properties"])


@cache
def _validator(name: str) -> Draft202012Validator:
    return Draft202012Validator(_schema(name), format_checker=FormatChecker())
