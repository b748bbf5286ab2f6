"""How two people are related."""

from collections.abc import Iterable
from typing import Any

from django import forms

from alongside.design.forms import DayField, Form
from alongside.design.words import today
from alongside.people.models import Person
from alongside.people.models.relationship import Kind

# In a list the kinds that are easily taken for each other say what sets them apart.
SAID_IN_FULL = {Kind.PARENT: "Parent by birth", Kind.PARTNER: "Partner they do not live with"}
HELD = [("", "Not known"), ("yes", "Yes"), ("no", "No")]


class RelationshipForm(Form):
    """`person` is this kind of relative of `of_person`."""

    person = forms.TypedChoiceField(label="Who", error_messages={"required": "Choose the first person"}, coerce=int)
    kind = forms.ChoiceField(
        label="is the",
        error_messages={"required": "Choose how they are related"},
        choices=[("", "Choose"), *((kind.value, SAID_IN_FULL.get(kind, kind.label)) for kind in Kind)],
    )
    of_person = forms.TypedChoiceField(label="of", error_messages={"required": "Choose the second person"}, coerce=int)
    parental_responsibility = forms.ChoiceField(
        label="Do they have parental responsibility?",
        required=False,
        choices=HELD,
        widget=forms.RadioSelect,
        help_text="Only for a parent, carer or guardian",
    )
    from_date = DayField(label="The day it began", required=False, help_text="If you know it")
    to_date = DayField(label="The day it ended", required=False, help_text="Only for what is past", latest=today)
    note = forms.CharField(label="Anything to know about it", required=False, max_length=500)
    sure = forms.BooleanField(label="I have checked, and it is so", required=False)

    def __init__(self, *args: Any, people: Iterable[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        named = ((person.pk, ", ".join(filter(None, (person.full_name, person.age)))) for person in people)
        choices = [("", "Choose"), *named]
        for name in ("person", "of_person"):
            self.fields[name].choices = choices  # type: ignore[attr-defined]

    def clean_parental_responsibility(self) -> bool | None:
        return {"yes": True, "no": False}.get(self.cleaned_data["parental_responsibility"])

    def ask_only_what_is_in_doubt(self) -> None:
        """Leave out the box that says it was checked, unless there is something to check or it was ticked."""
        if "sure" not in self.errors and not self.data.get("sure"):
            self.fields.pop("sure")


class ResponsibilityForm(Form):
    """Whether a parent or carer has parental responsibility."""

    held = forms.ChoiceField(
        label="Do they have parental responsibility?", required=False, choices=HELD, widget=forms.RadioSelect
    )

    def clean_held(self) -> bool | None:
        return {"yes": True, "no": False}.get(self.cleaned_data["held"])


class EndInvolvementForm(Form):
    """Somebody’s work with a family ended on a day."""

    to_date = DayField(label="Since when?", required=False, help_text="Today, if you leave it empty", latest=today)


class EndForm(Form):
    """Something ended on a day."""

    to_date = DayField(label="The day it ended", error_messages={"required": "Enter the day it ended"}, latest=today)
