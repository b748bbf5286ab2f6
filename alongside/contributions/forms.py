"""What the screens about contributions ask."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from alongside.design.forms import DayField, Form


class AskForm(Form):
    """Who is asked to contribute, by when, and what especially."""

    who = forms.MultipleChoiceField(label="Who is asked?", required=False, widget=forms.CheckboxSelectMultiple)
    others = forms.CharField(
        label="Anybody else",
        required=False,
        widget=forms.Textarea,
        max_length=4_000,
        help_text="One on each line: name, agency, email. Such as: Dr Amin, Weir Street Surgery, amin@surgery.example",
    )
    asks = forms.CharField(
        label="What do you ask them especially?",
        required=False,
        widget=forms.Textarea,
        max_length=2_000,
        help_text="It stands above the questions, which they see with the family’s names.",
    )
    due = DayField(label="By when?")

    def __init__(self, *args: Any, known: Iterable[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["who"].choices = list(known)  # type: ignore[attr-defined]

    def clean_others(self) -> list[tuple[str, str, str]]:
        """Return each line as name, agency and email; a line that lacks one says which."""
        return [other_from(line) for line in self.cleaned_data["others"].splitlines() if line.strip(" ,")]

    def clean(self) -> dict[str, Any]:
        """Refuse to ask nobody."""
        given = super().clean() or {}
        if not given.get("who") and not given.get("others") and "others" not in self.errors:
            self.add_error("who", "Choose who is asked, or write them below")
        return given


def other_from(line: str) -> tuple[str, str, str]:
    """Return name, agency and email of a line.

    :raises ValidationError: when there is no name, or no email to send a link to
    """
    parts = [" ".join(part.split()) for part in line.split(",") if part.strip()]
    emails = [part for part in parts if "@" in part]
    name, *agency = [part for part in parts if part not in emails] or [""]
    if not name or not emails:
        raise ValidationError(f"Write name, agency and email for “{line.strip()}”: a link is sent there")
    try:
        validate_email(emails[0])
    except ValidationError:
        raise ValidationError(f"“{emails[0]}” is no email address, such as sam.lee@school.example") from None
    return name, ", ".join(agency), emails[0]


class InviteForm(Form):
    """Who is asked to write in a draft too."""

    who = forms.MultipleChoiceField(
        label="Who writes with you?",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Choose whom you invite"},
    )
    asks = forms.CharField(
        label="What would you like them to write about?", required=False, widget=forms.Textarea, max_length=200
    )

    def __init__(self, *args: Any, known: Iterable[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["who"].choices = list(known)  # type: ignore[attr-defined]


class DayForm(Form):
    """Another day for something that was asked for."""

    due = DayField(label="By when now?")

    def clean_due(self) -> date:
        """Return the day."""
        day: date = self.cleaned_data["due"]
        return day


class WhyForm(Form):
    """Why something is no longer asked for, or cannot be given."""

    why = forms.CharField(label="Why?", widget=forms.Textarea, max_length=2_000)
