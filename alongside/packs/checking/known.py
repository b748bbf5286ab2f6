"""What the joined pack defines, for looking up every reference."""

from collections.abc import Iterator
from dataclasses import dataclass

from alongside.packs.checking.keys import did_you_mean
from alongside.packs.checking.merging import Merged
from alongside.packs.checking.parts import Located
from alongside.packs.problems import Problem, shortened

# What the lists are called when something in them is not found.
CALLED = {
    "levels": "level",
    "roles": "role",
    "columns": "column of the map",
    "note_kinds": "kind of note",
    "document_categories": "document category",
    "scales": "scale",
    "stars": "star",
    "forms": "form",
    "standards": "standard",
    "domains": "domain",
    "contacts": "contact",
    "toolkits": "toolkit",
    "kinds_of_help": "kind of help",
}

# What is known before a record is begun, and may be offered to its questions like the field of a form.
PLANNED = {"planned-visit": {"purpose": "narrative"}}


@dataclass(frozen=True)
class Known:
    """The ids of every list, and the fields of every form by form id."""

    ids: dict[str, list[str]]
    fields: dict[str, dict[str, str]]

    def look_up(self, kind: str, id: str | None, part: Located, *place: str | int) -> Iterator[Problem]:
        """Yield a problem when no such thing is defined; nothing when there is nothing to look up."""
        if id is not None and id not in self.ids.get(kind, ()):
            yield part.problem(
                f"there is no {CALLED[kind]} “{shortened(id)}”", did_you_mean(id, self.ids.get(kind, [])), *place
            )


def known(merged: Merged) -> Known:
    """Return what is defined, counting also the parts that have problems of their own."""
    ids: dict[str, list[str]] = {}
    for kind, id in merged:
        ids.setdefault(kind, []).append(id)
    forms = {id: _fields(part.raw) for (kind, id), part in merged.items() if kind == "forms"}
    return Known(ids, PLANNED | forms)


def _fields(form: object) -> dict[str, str]:
    """Return the type of each field by its id, of a form that may have problems."""
    found: dict[str, str] = {}
    for section in _dicts(form, "sections"):
        for one in _dicts(section, "fields"):
            id = one.get("id")
            if isinstance(id, str):
                found[id] = str(one.get("type"))
    return found


def _dicts(holder: object, key: str) -> list[dict[str, object]]:
    inner = holder.get(key) if isinstance(holder, dict) else None
    return [one for one in inner if isinstance(one, dict)] if isinstance(inner, list) else []
