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
    name = as_in_a_sentence(str(field.label))
    verb = "Choose" if isinstance(field.widget, _CHOSEN) else "Enter"
    stock = type(field).default_error_messages | forms.Field.default_error_messages
    own = {
        "required": f"Tick to confirm: {name}" if isinstance(field, forms.BooleanField) else f"{verb} {name}",
        "invalid_choice": f"Choose {name} from the list",
    }
    for code, text in own.items():
        if code in field.error_messages and field.error_messages[code] == stock.get(code):
            field.error_messages[code] = text


def as_in_a_sentence(label: str) -> str:
    """A label inside a sentence: `Date of visit` → `date of visit`; `NHS number` stays."""
    label = label.rstrip("?:. ")
    return label if label[1:2].isupper() else label[:1].lower() + label[1:]
