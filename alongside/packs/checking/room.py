"""Whether what the pack says of the live room leads to questions of its forms, each of the kind that the room fills."""

from collections.abc import Iterator

from alongside.packs.checking.keys import did_you_mean
from alongside.packs.checking.known import Known
from alongside.packs.checking.parts import Located
from alongside.packs.problems import Problem, shortened

# What is no narrative or line of text.
TYPES = {
    "kind": "choice",
    "safety": "rating",
    "decision": "choice",
    "categories": "choice",
    "next_time": "date",
    "goals": "statements",
    "actions": "actions",
    "core_group": "people",
    "next_core_group": "date",
    "content": "rating",
}
WORDS = ("narrative", "text")


def check_room(part: Located, everything: Known) -> Iterator[Problem]:
    """Yield a problem for each form and question that is not there, or of which the room could say nothing."""
    for place in ("record", "plan"):
        named = getattr(part.item, place)
        yield from everything.look_up("forms", named.form, part, place, "form")
        fields = everything.fields.get(named.form)
        for key, field in named if fields is not None else ():
            if key != "form":
                yield from _question(part, fields or {}, place, key, field)


def _question(part: Located, fields: dict[str, str], place: str, key: str, field: str) -> Iterator[Problem]:
    kinds = (TYPES[key],) if key in TYPES else WORDS
    fitting = [id for id, kind in fields.items() if kind in kinds]
    if field not in fields:
        yield part.problem(f"the form has no question “{shortened(field)}”", did_you_mean(field, fitting), place, key)
    elif fields[field] not in kinds:
        yield part.problem(
            f"the question “{field}” is of the type {shortened(fields[field])}",
            f"name one of the type {' or '.join(kinds)}",
            place,
            key,
        )
