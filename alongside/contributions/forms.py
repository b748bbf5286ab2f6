"""What the screens about contributions ask."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from alongside.design.forms import DayField, Form
from alongside.design.forms.whom import Guest, WhomForm


class AskForm(WhomForm):
    """Who is asked to contribute, by when, and what especially."""

    nobody = "Choose who is asked, or write them below"

    asks = forms.CharField(
        label="What do you ask them especially?",
        required=False,
        widget=forms.Textarea,
        max_length=2_000,
        help_text="It stands above the questions, which they see with the family’s names.",
    )
    due = DayField(label="By when?")

    def check_guest(self, guest: Guest) -> None:
        """Refuse who cannot be sent a link."""
        if not guest.email:
            raise ValidationError(f"Write name, agency and email for “{guest.name}”: a link is sent there")


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
