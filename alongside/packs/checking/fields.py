"""Checks of one question of a form: its type, the keys that belong to it, and what it refers to."""

from collections.abc import Iterator

from alongside.packs.checking.keys import did_you_mean
from alongside.packs.checking.known import Known
from alongside.packs.checking.parts import Located
from alongside.packs.format.field_types import FIELD_TYPES
from alongside.packs.format.forms import FormField
from alongside.packs.problems import Problem, shortened

Place = tuple[str | int, ...]
# What the record holds by itself and a narrative may offer: what a child said, dated events, ratings, who was seen.
KNOWN_BY_ITSELF = ("voices", "events", "ratings", "seen")

EXAMPLES = {
    "bands": "Add “bands:” and below it a list of at_least and says",
    "options": "Add “options:” and below it a list of id and label, or “options_from:” and a list of the pack",
    "column": "Add “column:” and the id of a column of the map",
    "facts": "Add “facts:” and a list of what happened, such as [visit.made]",
    "offers": "Add “offers:” and a list of form-id.field-id",
    "described_in": "Add “described_in:” and the id of a narrative of the same section that says what was drawn",
    "files_in": "Add “files_in:” and the id of one of the pack’s document categories",
    "shows": "Add “shows:” and the part of the record that stands there, such as map",
    "scale": "Add “scale:” and the id of one that stands in scales.yaml",
}


def check_type(field: FormField, part: Located, place: Place) -> Iterator[Problem]:
    """Yield a problem for an unknown type, a key that does not belong to it, and one that is missing."""
    kind = FIELD_TYPES.get(field.type)
    if kind is None:
        yield part.problem(
            f"there is no field type “{shortened(field.type)}”", did_you_mean(field.type, FIELD_TYPES), *place, "type"
        )
        return
    for key in sorted(field.model_fields_set - kind.allowed):
        yield part.problem(
            f"“{key}” has no meaning for a field of type {field.type}",
            f"Take it out; besides id, type and label it may have: {', '.join(_own_keys(field.type))}",
            *place,
            key,
        )
    if field.options and field.options_from:
        yield part.problem(
            "the options stand here and are also taken from a list", "Keep one of the two", *place, "options_from"
        )
    if field.each_settled and not field.scale:
        yield part.problem("“each_settled” asks where each one stands, and no scale says it", EXAMPLES["scale"], *place)
    for key in sorted(kind.must):
        if not getattr(field, key) and not (key == "options" and field.options_from):
            yield part.problem(f"a field of type {field.type} needs “{key}”", EXAMPLES[key], *place)


def check_field(field: FormField, known: Known, part: Located, place: Place) -> Iterator[Problem]:
    """Yield a problem for each thing that the field refers to and that is not there."""
    yield from known.look_up("columns", field.column, part, *place, "column")
    yield from known.look_up("stars" if field.type == "star" else "scales", field.scale, part, *place, "scale")
    yield from known.look_up("document_categories", field.files_in, part, *place, "files_in")
    for n, offered in enumerate(field.offers):
        yield from _check_offer(offered, known, part, (*place, "offers", n))


def _check_offer(offered: str, known: Known, part: Located, place: Place) -> Iterator[Problem]:
    form, dot, _ = offered.partition(".")
    columns = known.ids.get("columns", [])
    if not dot:
        if form not in (*columns, *KNOWN_BY_ITSELF):
            yield part.problem(
                f"“{shortened(offered)}” is neither a column of the map nor a field of a form",
                did_you_mean(offered, columns, "Write form-id.field-id, or one of: "),
                *place,
            )
    else:
        yield from check_reference(offered, known, part, place)


def check_reference(written: str, known: Known, part: Located, place: Place) -> Iterator[Problem]:
    """Yield a problem when `form-id.field-id` names a form or a field that is not there."""
    form, _, field = written.partition(".")
    if form not in known.fields:
        yield from known.look_up("forms", form, part, *place)
    elif field not in known.fields[form]:
        yield part.problem(
            f"the form “{form}” has no field “{shortened(field)}”",
            did_you_mean(field, known.fields[form], "Its fields are: "),
            *place,
        )


def _own_keys(type: str) -> list[str]:
    return sorted(FIELD_TYPES[type].allowed - {"id", "type", "label"})
