"""The list of what is wrong, at the top of a page, each line a link to where it is put right."""

from dataclasses import dataclass

from django.forms import BaseForm
from django.forms.boundfield import BoundField

from alongside.design.forms.day import PARTS, DayInput


@dataclass(frozen=True)
class ErrorLine:
    """One line; `href` is "" when it concerns the whole form."""

    text: str
    href: str = ""


def error_list(*forms: BaseForm) -> list[ErrorLine]:
    """Every error of the forms, in the order in which the fields stand; the whole form's own first."""
    lines = []
    for form in forms:
        if form.is_bound:
            lines += [ErrorLine(str(text)) for text in form.non_field_errors()]
            lines += [ErrorLine(str(text), f"#{first_id(bound)}") for bound in form for text in bound.errors]
    return lines


def first_id(bound: BoundField) -> str:
    """The id of the element that a link to a field's error goes to."""
    if isinstance(bound.field.widget, DayInput):
        return f"{bound.auto_id}-{wrong_parts(bound)[0]}"
    return bound.auto_id


def wrong_parts(bound: BoundField) -> tuple[str, ...]:
    """Which of a day's three boxes are wrong: all of them when the error does not say."""
    for error in bound.errors.as_data():
        if error.params and error.params.get("parts"):
            return tuple(error.params["parts"])
    return PARTS
