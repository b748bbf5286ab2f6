"""Questions whose options stand in a list of the pack: filled in once, when the pack is joined.

An authority that writes its own closure reasons then need not write the closure form anew.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from alongside.packs.format.forms import Form, FormField, Option, Section


def with_options(form: Form, lists: Mapping[str, Sequence[Any]]) -> Form:
    """Return the form with the options of the pack's lists in those fields that name one.

    :param lists: the joined pack's parts, by the name of their list
    """
    if not any(field.options_from for field in form.fields):
        return form
    return form.model_copy(update={"sections": [_section(section, lists) for section in form.sections]})


def _section(section: Section, lists: Mapping[str, Sequence[Any]]) -> Section:
    return section.model_copy(update={"fields": [_field(field, lists) for field in section.fields]})


def _field(field: FormField, lists: Mapping[str, Sequence[Any]]) -> FormField:
    if field.options_from is None:
        return field
    offered = [
        Option(id=one.id, label=_called(one), hint=_hint(one), urgent=False, hearsay=False)
        for one in lists.get(field.options_from, ())
    ]
    return field.model_copy(update={"options": offered})


def _called(one: Any) -> str:
    return getattr(one, "title", None) or one.name


def _hint(one: Any) -> str | None:
    return getattr(one, "hint", None) or getattr(one, "use_when", None)
