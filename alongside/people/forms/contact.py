"""Where people live and how they are reached."""

from django import forms

from alongside.design.forms import DayField, Form
from alongside.people.models import Address, ContactPoint


class AddressForm(Form):
    """Where somebody lives, or lived."""

    kind = forms.ChoiceField(
        label="What kind of address?",
        error_messages={"required": "Choose what kind of address it is"},
        choices=Address.Kind.choices,
        widget=forms.RadioSelect,
    )
    lines = forms.CharField(
        label="Address", required=False, help_text="Without the postcode", widget=forms.Textarea(attrs={"rows": 3})
    )
    postcode = forms.CharField(label="Postcode", required=False)
    from_date = DayField(label="The day they moved in", required=False)
    to_date = DayField(label="The day they left", required=False, help_text="Only for an address of the past")
    never_show = forms.BooleanField(
        label="Never show this address: only the lead practitioner and the team’s manager will see it",
        required=False,
    )
    never_show_reason = forms.CharField(label="Why must it never be shown?", required=False)


class NeverShowForm(Form):
    """An address is hidden, or need be hidden no longer."""

    never_show_reason = forms.CharField(
        label="Why?",
        error_messages={"required": "Say why, so that whoever looks at it next knows"},
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class ContactPointForm(Form):
    """A telephone number or email address."""

    kind = forms.ChoiceField(
        label="What is it?",
        error_messages={"required": "Choose what it is"},
        choices=ContactPoint.Kind.choices,
        widget=forms.RadioSelect,
    )
    value = forms.CharField(label="Number or email address")
    safe = forms.ChoiceField(
        label="Is it safe to use?",
        error_messages={"required": "Choose whether it is safe to use"},
        choices=ContactPoint.Safe.choices,
        widget=forms.RadioSelect,
        initial="not-asked",
    )
    note = forms.CharField(
        label="What to know before using it", required=False, help_text="Such as when to call, or who else may answer"
    )
