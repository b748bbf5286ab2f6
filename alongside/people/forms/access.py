"""Restricting a family, and opening one in an emergency."""

from django import forms

from alongside.design.forms import Form
from alongside.people.reference import read_reference


class RestrictForm(Form):
    reason = forms.CharField(
        label="Why must only named people see this family?",
        error_messages={"required": "Say why only named people may see this family"},
        widget=forms.Textarea(attrs={"rows": 4}),
    )


class UnrestrictForm(Form):
    reason = forms.CharField(
        label="Why need it no longer be restricted?",
        error_messages={"required": "Say why it need no longer be restricted"},
        widget=forms.Textarea(attrs={"rows": 4}),
    )


class EmergencyForm(Form):
    """Which record, and what has happened."""

    reference = forms.CharField(label="Family reference", help_text="Such as F1234-4; whoever called can read it out")
    reason = forms.CharField(
        label="What has happened, and what do you need to know?",
        error_messages={"required": "Say what has happened and what you need to know"},
        widget=forms.Textarea(attrs={"rows": 5}),
    )

    def clean_reference(self) -> str:
        reference = read_reference(self.cleaned_data["reference"])
        if reference is None:
            raise forms.ValidationError("This is not a family reference. One looks like F1234-4; check each digit")
        return reference


class SeenForm(Form):
    note = forms.CharField(label="What you found", required=False, widget=forms.Textarea(attrs={"rows": 3}))
