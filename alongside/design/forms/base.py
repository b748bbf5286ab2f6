"""The base of every form: messages that say what to do, in the words of the field's own label."""

from typing import Any

from django import forms

_CHOSEN = (forms.Select, forms.RadioSelect, forms.CheckboxSelectMultiple, forms.FileInput)


class _PlainWords:
    """Shared by both kinds of form. The server answers, never the browser's own bubbles: those cannot be read again."""

    use_required_attribute = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():  # type: ignore[attr-defined]
            field.label = field.label if field.label is not None else name.replace("_", " ").capitalize()
            say_what_to_do(field)


class Form(_PlainWords, forms.Form):
    """A form of any fields."""


class ModelForm(_PlainWords, forms.ModelForm):
    """A form of a table's fields."""


def say_what_to_do(field: forms.Field) -> None:
    """Replace Django's stock messages by ones that name the field; messages given by the form's author stay."""
    stock = {code: text for kind in reversed(type(field).__mro__) for code, text in _stock_of(kind).items()}
    for code, text in _messages(field).items():
        if field.error_messages.get(code) == stock.get(code):
            field.error_messages[code] = text


def _stock_of(kind: type) -> dict[str, Any]:
    return getattr(kind, "default_error_messages", {})


def _messages(field: forms.Field) -> dict[str, str]:
    label = str(field.label)
    # "Enter what happened?" is no English: a question is repeated as it stands.
    subject = f"“{label}”" if label.endswith("?") else label
    return {
        "required": _required(field, label),
        "invalid_choice": f"Choose one of the answers to {subject}",
        "min_value": f"{subject} must be %(limit_value)s or more",
        "max_value": f"{subject} must be %(limit_value)s or less",
        "max_length": f"{subject} must be %(limit_value)d letters or fewer; there are %(show_value)d now",
        **_INVALID.get(type(field), {}),
    }


_INVALID: dict[type, dict[str, str]] = {
    forms.IntegerField: {"invalid": "Enter a whole number in figures, like 3"},
    forms.EmailField: {"invalid": "Enter an email address, like name@example.org"},
}


def _required(field: forms.Field, label: str) -> str:
    if isinstance(field, forms.BooleanField):
        return f"Tick to confirm: {as_in_a_sentence(label)}"
    if label.endswith("?"):
        return f"Answer “{label}”"
    verb = "Choose" if isinstance(field.widget, _CHOSEN) else "Enter"
    return f"{verb} {as_in_a_sentence(label)}"


def as_in_a_sentence(label: str) -> str:
    """A label inside a sentence: `Date of visit` → `date of visit`; `NHS number` stays."""
    label = label.rstrip("?:. ")
    return label if label[1:2].isupper() else label[:1].lower() + label[1:]
