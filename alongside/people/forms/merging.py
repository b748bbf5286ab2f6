"""Two records side by side: which of the two is right, detail by detail, and how it is known that they are one."""

from typing import Any

from django import forms
from django.utils.formats import date_format

from alongside.design.forms import Form
from alongside.people.actions.details import DETAILS
from alongside.people.forms.people import PersonForm
from alongside.people.models import Merge, Person

WHOLE = ("unborn",)


class MergeForm(Form):
    """How it is known that two records are of one person, and of each detail that differs, which is right."""

    why = forms.CharField(
        label="How do you know that they are one person?",
        error_messages={"required": "Say how you know that they are one person"},
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args: Any, kept: Person, other: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.differing = [name for name in DETAILS if name not in WHOLE and _differ(kept, other, name)]
        for name in self.differing:
            mine, theirs = in_words(kept, name), in_words(other, name)
            self.fields[f"take_{name}"] = forms.ChoiceField(
                label=str(PersonForm.base_fields[name].label),
                choices=[("kept", mine or "Not recorded"), ("other", theirs or "Not recorded")],
                widget=forms.RadioSelect,
                initial="other" if theirs and not mine else "kept",
                error_messages={"required": "Choose which is right"},
            )
        self.order_fields([*(f"take_{name}" for name in self.differing), "why"])

    @property
    def take(self) -> list[str]:
        """The details in which the other record is right."""
        return [name for name in self.differing if self.cleaned_data[f"take_{name}"] == "other"]


class UndoForm(Form):
    """Which merge is undone, and why."""

    merge = forms.ModelChoiceField(
        label="Which record becomes a person of its own again?",
        queryset=Merge.objects.none(),
        empty_label=None,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose the record", "invalid_choice": "Choose the record"},
    )
    why = forms.CharField(
        label="Why are they two people after all?",
        error_messages={"required": "Say why they are two people after all"},
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args: Any, merges: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["merge"].queryset = merges  # type: ignore[attr-defined]
        self.fields["merge"].label_from_instance = _which  # type: ignore[attr-defined]


def in_words(person: Person, name: str) -> str:
    """Return one detail as it is read; empty when it is not recorded."""
    value = getattr(person, name)
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if hasattr(person, f"get_{name}_display"):
        return str(getattr(person, f"get_{name}_display")())
    return date_format(value, "j F Y") if hasattr(value, "isoformat") else str(value or "")


def _differ(kept: Person, other: Person, name: str) -> bool:
    return bool(in_words(kept, name) != in_words(other, name))


def _which(merge: Merge) -> str:
    return f"{merge.other.full_name}, merged on {date_format(merge.at, 'j F Y')}: {merge.why}"
