"""A person's details, names and numbers."""

from typing import Any

from django import forms
from django.forms.boundfield import BoundField

from alongside.design.forms import DayField, Form
from alongside.people.actions.details import DETAILS
from alongside.people.ethnicity import ETHNICITIES
from alongside.people.models import Identifier, OtherName, Person
from alongside.people.models.person import Sex, Work

YES_NO = [("", "Not asked yet"), ("yes", "Yes"), ("no", "No")]
AREAS = {"disabilities": 3, "needs": 4, "how_to_contact": 3}


def line(label: str, hint: str = "") -> forms.CharField:
    """A line that may stay empty."""
    return forms.CharField(label=label, required=False, help_text=hint)


def area(label: str, hint: str = "") -> forms.CharField:
    """Room for some sentences, which may stay empty."""
    return forms.CharField(label=label, required=False, help_text=hint, widget=forms.Textarea)


class PersonForm(Form):
    """All that is known of one person. Whatever is typed stays typed until it is saved."""

    given_names = line("Given names", "First and middle names")
    family_name = line("Family name")
    preferred_name = line("What they like to be called")
    pronouns = line("Pronouns")
    date_of_birth = DayField(label="Date of birth", required=False, help_text="For example, 27 3 2016")
    birth_date_estimated = forms.BooleanField(label="The date of birth is a best guess", required=False)
    due_date = DayField(label="Due date", required=False, help_text="For a child not yet born")
    died_on = DayField(label="Date of death", required=False, help_text="Only if they have died")
    sex = forms.ChoiceField(label="Sex", required=False, choices=[("", "Not recorded"), *Sex.choices])
    gender = line("Gender", "In their own words")
    ethnicity = forms.ChoiceField(
        label="Ethnic group", required=False, choices=[("", "Not asked yet"), *ETHNICITIES], help_text="As they say it"
    )
    religion = line("Religion or belief")
    first_language = line("First language")
    other_languages = line("Other languages")
    interpreter_needed = forms.ChoiceField(
        label="Is an interpreter needed?", required=False, choices=YES_NO, widget=forms.RadioSelect
    )
    interpreter_languages = line("Languages to interpret", "Include British Sign Language where it is used")
    education_setting = line("Nursery, school or college")
    year_group = line("Year group")
    employment_status = forms.ChoiceField(
        label="Work or training", required=False, choices=[("", "Not recorded"), *Work.choices]
    )
    gp_practice = line("GP practice")
    disabilities = area("Disabilities", "In their own words where you can")
    needs = area("What helps them", "What somebody must know before they visit or meet them")
    how_to_contact = area("How to reach them", "When and how they like to be contacted, and what to avoid")
    standing = forms.CharField(required=False, widget=forms.HiddenInput)

    SECTIONS = (
        ("Names", ("given_names", "family_name", "preferred_name", "pronouns")),
        ("Birth", ("date_of_birth", "birth_date_estimated", "due_date", "died_on", "sex", "gender")),
        (
            "Background and language",
            (
                "ethnicity",
                "religion",
                "first_language",
                "other_languages",
                "interpreter_needed",
                "interpreter_languages",
            ),
        ),
        ("Learning, work and health", ("education_setting", "year_group", "employment_status", "gp_practice")),
        ("What to know", ("disabilities", "needs", "how_to_contact")),
    )

    @classmethod
    def filled(cls, person: Person, typed: Any = None) -> "PersonForm":
        """The form as the person stands, or as somebody has typed over it."""
        initial = {name: getattr(person, name) for name in DETAILS}
        needed = {True: "yes", False: "no", None: ""}[person.interpreter_needed]
        return cls(typed, initial={**initial, "interpreter_needed": needed, "standing": standing_of(person)})

    def sections(self) -> list[tuple[str, list[BoundField]]]:
        """The fields under their headings, as the page shows them."""
        return [(title, [self[name] for name in names]) for title, names in self.SECTIONS]

    def clean_interpreter_needed(self) -> bool | None:
        return {"yes": True, "no": False}.get(self.cleaned_data["interpreter_needed"])

    @property
    def details(self) -> dict[str, Any]:
        """What is said of the person, as `change_person` takes it."""
        return {name: value for name, value in self.cleaned_data.items() if name != "standing"}


def standing_of(person: Person) -> str:
    """A mark of the details as they stand: another one means that somebody changed them meanwhile."""
    return person.changed_at.isoformat() if person.changed_at else "new"


class OtherNameForm(Form):
    """A previous name, or one they are also known by."""

    kind = forms.ChoiceField(
        label="What name is it?",
        error_messages={"required": "Choose what name it is"},
        choices=OtherName.Kind.choices,
        widget=forms.RadioSelect,
    )
    given_names = line("Given names")
    family_name = line("Family name")


class NumberForm(Form):
    """A number another service knows them by."""

    kind = forms.ChoiceField(
        label="Which number?",
        error_messages={"required": "Choose which number it is"},
        choices=Identifier.Kind.choices,
        widget=forms.RadioSelect,
    )
    system = line("Name of the other system", "Only for a number in another system")
    value = forms.CharField(label="Number")


class EarlierSettingForm(Form):
    """A nursery, school or college that they have left."""

    name = forms.CharField(
        label="Nursery, school or college",
        max_length=200,
        error_messages={"required": "Enter the name of the nursery, school or college"},
    )
    from_date = DayField(label="The day they began", required=False, help_text="If you know it")
    to_date = DayField(label="The day they left", required=False, help_text="If you know it")
    why_left = line("Why they left", "Such as a move, or an exclusion")


class WhyForm(Form):
    """A reason."""

    why = forms.CharField(
        label="Why?", error_messages={"required": "Say why"}, max_length=500, widget=forms.Textarea(attrs={"rows": 3})
    )
