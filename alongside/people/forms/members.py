"""Somebody joins a family, changes their place in it, leaves it, or is born."""

from typing import Any

from django import forms

from alongside.design.forms import DayField, Form
from alongside.design.words import today
from alongside.people.models import Membership
from alongside.people.models.person import PregnancyEnd, Sex

Role = Membership.Role


class MembershipForm(Form):
    """A person's place in a family."""

    role = forms.ChoiceField(
        label="Who are they in this family?",
        choices=Role.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose who they are in this family"},
    )
    lives_here = forms.BooleanField(label="Lives with the family", required=False, initial=True)


class NewMemberForm(MembershipForm):
    """Somebody who is not known yet, with as little as a first conversation brings."""

    given_names = forms.CharField(label="Given names", required=False, help_text="First and middle names")
    family_name = forms.CharField(label="Family name", required=False)
    preferred_name = forms.CharField(label="What they like to be called", required=False)
    date_of_birth = DayField(label="Date of birth", required=False, help_text="For example, 27 3 2016")
    birth_date_estimated = forms.BooleanField(label="The date of birth is a best guess", required=False)
    due_date = DayField(label="Due date", required=False, help_text="Only for a child not yet born")
    not_the_same = forms.BooleanField(label="I have looked: this is somebody else", required=False)

    field_order = [
        "given_names",
        "family_name",
        "preferred_name",
        "role",
        "date_of_birth",
        "birth_date_estimated",
        "due_date",
        "lives_here",
        "not_the_same",
    ]

    @property
    def details(self) -> dict[str, Any]:
        """What is said of the person, as `add_person` takes it."""
        names = ("given_names", "family_name", "preferred_name", "date_of_birth", "birth_date_estimated", "due_date")
        details = {name: self.cleaned_data.get(name) for name in names}
        return {**details, "unborn": self.cleaned_data.get("role") == Role.UNBORN_CHILD}


class LeaveForm(Form):
    """Somebody no longer belongs to a family."""

    left_on = DayField(
        label="The day they left",
        error_messages={"required": "Enter the day they left"},
        latest=today,
    )
    why = forms.CharField(
        label="Why do they no longer belong to this family?",
        error_messages={"required": "Say why they no longer belong to this family"},
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class BirthForm(Form):
    """An unborn child is born."""

    date_of_birth = DayField(label="Date of birth", latest=today)
    given_names = forms.CharField(label="Given names", required=False)
    family_name = forms.CharField(label="Family name", required=False)
    sex = forms.ChoiceField(label="Sex", required=False, choices=[("", "Not recorded"), *Sex.choices])


class LossForm(Form):
    """A pregnancy has ended without a living child."""

    ended_on = DayField(
        label="When was it?",
        latest=today,
        help_text="The best guess will do",
        error_messages={"required": "Enter the day; the best guess will do"},
    )
    how = forms.ChoiceField(
        label="How does the family wish it kept?",
        choices=PregnancyEnd.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose how the family wishes it kept"},
    )
