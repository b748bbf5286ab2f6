"""Which field types there are. Apps further down register those whose facts they own."""

from alongside.story.fields.base import FieldType

_types: dict[str, FieldType] = {}


def register(*types: FieldType) -> None:
    """Make field types known to every form, under their ids."""
    _types.update({one.id: one for one in types})


def field_type(id: str) -> FieldType:
    """Return the field type with this id.

    :raises KeyError: when no app has registered it; the pack checker refuses such a pack before it gets here
    """
    return _types[id]


def registered() -> frozenset[str]:
    """Return the ids of every field type known."""
    return frozenset(_types)
