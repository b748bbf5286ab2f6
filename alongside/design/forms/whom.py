"""Whom to ask: people who are known already, and anybody else by name, agency and email."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from alongside.design.forms.base import Form


class Guest(NamedTuple):
    """Somebody who is asked by name; agency and email may be empty."""

    name: str
    agency: str
    email: str


def guest_from(line: str) -> Guest:
    """Return the guest that a line names.

    :raises ValidationError: when what looks like an email is none, or there is no name
    """
    parts = [" ".join(part.split()) for part in line.split(",") if part.strip()]
    emails = [part for part in parts if "@" in part]
    for email in emails:
        try:
            validate_email(email)
        except ValidationError:
            raise ValidationError(f"“{email}” is no email address, such as sam.lee@school.example") from None
    name, *agency = [part for part in parts if part not in emails] or [""]
    if not name:
        raise ValidationError(f"Write a name in front of “{line.strip()}”")
    return Guest(name, ", ".join(agency), emails[0] if emails else "")


class WhomForm(Form):
    """Who is asked. What is said where nobody is chosen stands in `nobody`; empty where that is no mistake."""

    who = forms.MultipleChoiceField(label="Who is asked?", required=False, widget=forms.CheckboxSelectMultiple)
    others = forms.CharField(
        label="Anybody else",
        required=False,
        widget=forms.Textarea,
        max_length=4_000,
        help_text="One on each line: name, agency, email. Such as: Dr Amin, Weir Street Surgery, amin@surgery.example",
    )
    asked = who.label
    nobody = ""

    def __init__(self, *args: Any, known: Iterable[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["who"].label = self.asked
        self.fields["who"].choices = list(known)  # type: ignore[attr-defined]

    def clean_others(self) -> list[Guest]:
        """Return each line as a guest; a line that lacks something says what."""
        guests = [guest_from(line) for line in self.cleaned_data["others"].splitlines() if line.strip(" ,")]
        for guest in guests:
            self.check_guest(guest)
        return guests

    def check_guest(self, guest: Guest) -> None:
        """Refuse a guest of whom more has to be known.

        :raises ValidationError: saying what to write
        """

    def clean(self) -> dict[str, Any]:
        """Refuse to ask nobody, where somebody has to be asked."""
        given: dict[str, Any] = super().clean() or self.cleaned_data
        if self.nobody and not given.get("who") and not given.get("others") and "others" not in self.errors:
            self.add_error("who", self.nobody)
        return given
