"""A Django field as the parameters of the GOV.UK component that shows it: the one place where the two meet."""

from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.forms.widgets import Input

from alongside.design.forms.day import PARTS, DayInput
from alongside.design.forms.errors import wrong_parts

# What Django puts on a widget that our text boxes either set themselves or may not carry.
_LEFT_OUT = ("rows", "cols", "class", "min", "max", "step")
_INPUT_TYPES = {"email": "email", "tel": "tel", "url": "url", "password": "password", "search": "search"}


def field_parameters(bound: BoundField, options: dict[str, Any]) -> dict[str, Any]:
    """`component` (input, textarea, select, radios, checkboxes, date, file, hidden) and its `params`.

    Options: hint, label (instead of the field's own), size (s, m, l, xl), heading (the label is the page's h1),
    width (2, 3, 4, 5, 10, 20), rows, inline, optional (False: do not add "(optional)"), prefix, suffix,
    conditional (value → markup revealed under that choice), autocomplete, small, attributes.
    """
    widget = bound.field.widget
    if bound.is_hidden:
        return {"component": "hidden", "params": {"name": bound.html_name, "id": bound.auto_id, "value": bound.value()}}
    for kind, component, build in _COMPONENTS:
        if isinstance(widget, kind):
            return {"component": component, "params": _common(bound, options) | build(bound, options)}
    raise TypeError(f"No GOV.UK component is known for {type(widget).__name__} of {bound.name}")


def label_text(bound: BoundField, options: dict[str, Any]) -> str:
    """The label, with "(optional)" where an answer may be left out."""
    text = str(options.get("label") or bound.label)
    must = bound.field.required or isinstance(bound.field.widget, forms.CheckboxInput)
    return text if must or not options.get("optional", True) else f"{text} (optional)"


def _common(bound: BoundField, options: dict[str, Any]) -> dict[str, Any]:
    attributes = {key: value for key, value in bound.field.widget.attrs.items() if key not in _LEFT_OUT}
    attributes |= options.get("attributes") or {}
    hint = options.get("hint") or bound.help_text
    error = " ".join(str(error) for error in bound.errors)
    return {
        "id": bound.auto_id,
        "name": bound.html_name,
        "hint": {"text": hint} if hint else None,
        "errorMessage": {"text": error} if error else None,
        "attributes": attributes,
    }


def _label(bound: BoundField, options: dict[str, Any]) -> dict[str, Any]:
    size = options.get("size")
    return {
        "text": label_text(bound, options),
        "classes": f"govuk-label--{size}" if size else "",
        "isPageHeading": options.get("heading", False),
    }


def _fieldset(bound: BoundField, options: dict[str, Any]) -> dict[str, Any]:
    size = options.get("size")
    return {
        "legend": {
            "text": label_text(bound, options),
            "classes": f"govuk-fieldset__legend--{size}" if size else "",
            "isPageHeading": options.get("heading", False),
        }
    }


def _input(bound: BoundField, options: dict[str, Any]) -> dict[str, Any]:
    widget = bound.field.widget
    number = isinstance(widget, forms.NumberInput)
    value = bound.value()
    params: dict[str, Any] = {
        "label": _label(bound, options),
        "type": _INPUT_TYPES.get(getattr(widget, "input_type", ""), "text"),
        # Browsers' number boxes change by scrolling and hide what was typed wrongly.
        "inputmode": "numeric" if number else None,
        "value": "" if value is None or widget.input_type == "password" else str(value),
        "classes": f"govuk-input--width-{options['width']}" if options.get("width") else "",
        "autocomplete": options.get("autocomplete"),
    }
    for affix in ("prefix", "suffix"):
        if options.get(affix):
            params[affix] = {"text": options[affix]}
    return params


def _textarea(bound: BoundField, options: dict[str, Any]) -> dict[str, Any]:
    rows = options.get("rows") or 5
    attributes = _common(bound, options)["attributes"] | {"data-autogrow": ""}
    value = bound.value()
    return {
        "label": _label(bound, options),
        "rows": str(rows),
        "value": "" if value is None else str(value),
        "spellcheck": True,
        "attributes": attributes,
    }


def _select(bound: BoundField, options: dict[str, Any]) -> dict[str, Any]:
    return {"label": _label(bound, options), "items": _choices(bound, options, key="selected")}


def _choice_list(bound: BoundField, options: dict[str, Any]) -> dict[str, Any]:
    classes = [f"govuk-{kind}--{size}" for kind, size in _list_classes(bound, options)]
    return {
        "fieldset": _fieldset(bound, options),
        "idPrefix": bound.auto_id,
        "items": _choices(bound, options, key="checked"),
        "classes": " ".join(classes),
        "attributes": {},
    }


def _list_classes(bound: BoundField, options: dict[str, Any]) -> list[tuple[str, str]]:
    if isinstance(bound.field.widget, forms.CheckboxSelectMultiple):
        return [("checkboxes", "small")] if options.get("small") else []
    return [("radios", size) for size in ("inline", "small") if options.get(size)]


def _one_checkbox(bound: BoundField, options: dict[str, Any]) -> dict[str, Any]:
    item = {"value": "on", "text": label_text(bound, options), "checked": bool(bound.value()), "id": bound.auto_id}
    return {"idPrefix": bound.auto_id, "items": [item], "attributes": {}, "classes": ""}


def _day(bound: BoundField, options: dict[str, Any]) -> dict[str, Any]:
    wrong = wrong_parts(bound) if bound.errors else ()
    values = bound.value() or ("", "", "")
    items = [
        {
            "name": f"{bound.html_name}-{part}",
            "id": f"{bound.auto_id}-{part}",
            "label": part.capitalize(),
            "value": value,
            "classes": f"govuk-input--width-{4 if part == 'year' else 2}"
            + (" govuk-input--error" if part in wrong else ""),
            # A month may be typed as a word.
            "inputmode": "text" if part == "month" else "numeric",
        }
        for part, value in zip(PARTS, values, strict=True)
    ]
    return {"fieldset": _fieldset(bound, options), "items": items}


def _file(bound: BoundField, options: dict[str, Any]) -> dict[str, Any]:
    return {"label": _label(bound, options)}


def _choices(bound: BoundField, options: dict[str, Any], *, key: str) -> list[dict[str, Any]]:
    """Each choice as an item; the chosen ones marked under `key`. Groups are flattened, their name in front."""
    value = bound.value()
    chosen = {str(one) for one in (value if isinstance(value, list | tuple | set) else [value]) if one is not None}
    conditional = options.get("conditional") or {}
    items = []
    for choice, text in _flat(bound.field.choices):  # type: ignore[attr-defined]
        item: dict[str, Any] = {"value": str(choice), "text": str(text), key: str(choice) in chosen}
        if str(choice) in conditional:
            item["conditional"] = {"html": conditional[str(choice)]}
        items.append(item)
    return items


def _flat(choices: Any) -> list[tuple[Any, Any]]:
    flat = []
    for value, text in choices:
        if isinstance(text, list | tuple):
            flat += [(inner, f"{value}: {words}") for inner, words in text]
        else:
            flat.append((value, text))
    return flat


_COMPONENTS: tuple[tuple[type | tuple[type, ...], str, Any], ...] = (
    (DayInput, "date", _day),
    # Before radios, which Django derives it from.
    (forms.CheckboxSelectMultiple, "checkboxes", _choice_list),
    (forms.RadioSelect, "radios", _choice_list),
    (forms.CheckboxInput, "checkboxes", _one_checkbox),
    (forms.Select, "select", _select),
    (forms.Textarea, "textarea", _textarea),
    (forms.FileInput, "file", _file),
    (Input, "input", _input),
)
