"""A new family, and who works with one."""

from collections.abc import Iterable
from typing import Any

from django import forms

from alongside.access.models import Team, User
from alongside.design.forms import DayField, Form
from alongside.design.words import today
from alongside.people.forms.members import NewMemberForm
from alongside.people.models import Involvement

PARTS = [
    ("lead-practitioner", "I am the lead practitioner"),
    ("co-worker", "I work with them"),
    ("none", "I only record this for my team"),
]


class NewFamilyForm(NewMemberForm):
    """A family, begun with one of its people; the others follow on its people page."""

    name = forms.CharField(
        label="What is the family called?", required=False, help_text="Leave it empty to use the family name above"
    )
    team = forms.ModelChoiceField(
        label="Which team holds the record?",
        queryset=Team.objects.none(),
        empty_label=None,
        error_messages={"required": "Choose a team", "invalid_choice": "Choose a team from the list"},
    )
    part = forms.ChoiceField(
        label="What is your part?",
        choices=PARTS,
        widget=forms.RadioSelect,
        initial="co-worker",
        error_messages={"required": "Choose what your part is"},
    )

    field_order = [*NewMemberForm.field_order[:-1], "name", "team", "part", "not_the_same"]

    def __init__(self, *args: Any, teams: Iterable[int], must_take_part: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["team"].queryset = Team.objects.filter(pk__in=teams)  # type: ignore[attr-defined]
        if must_take_part:
            self.fields["part"].choices = PARTS[:-1]  # type: ignore[attr-defined]

    @property
    def called(self) -> str:
        """What the family will be called."""
        given = self.cleaned_data
        return given.get("name") or given.get("family_name") or given.get("preferred_name") or given["given_names"]


class InvolveForm(Form):
    """Somebody works with the family."""

    role = forms.ChoiceField(
        label="What is their part?",
        error_messages={"required": "Choose what their part is"},
        choices=[choice for choice in Involvement.Role.choices if choice[0] != "lead-practitioner"],
        widget=forms.RadioSelect,
    )
    email = forms.EmailField(
        label="Email address of their account",
        required=False,
        help_text="If they use Alongside: they will see the family",
    )
    name = forms.CharField(label="Name", required=False, help_text="If they have no account here")
    agency = forms.CharField(label="School, service or agency", required=False)
    from_date = DayField(label="Since when?", required=False, help_text="Today, if you leave it empty", latest=today)
    to_date = DayField(
        label="Until when?", required=False, help_text="Only if they no longer work with the family", latest=today
    )

    def clean_email(self) -> User | None:
        email = self.cleaned_data["email"]
        if not email:
            return None
        user = User.objects.filter(email__iexact=email, is_active=True).first()
        if user is None:
            raise forms.ValidationError("Nobody has an account with this address. Check it, or give their name instead")
        return user
