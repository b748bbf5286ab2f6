"""What is asked when documents are handed in, described anew, replaced or taken out."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms

from alongside.design.forms import DayField, Form
from alongside.design.words import today
from alongside.packs.format.pack import Pack
from alongside.people.models import Person
from alongside.people.queries import Member


class FilingForm(Form):
    """Under which category, about whom, from when, and a note; the same for every file of a batch."""

    category = forms.ChoiceField(label="Category", error_messages={"required": "Choose a category"})
    person = forms.TypedChoiceField(label="Who is it about?", required=False, coerce=int, empty_value=None)
    dated = DayField(label="Date of the document", required=False, latest=today)
    note = forms.CharField(label="Note", required=False, max_length=2_000)

    def __init__(
        self, *args: Any, pack: Pack, members: Sequence[Member], also: Person | None = None, **kwargs: Any
    ) -> None:
        """`also` is somebody the document is about, who may have left the family since."""
        super().__init__(*args, **kwargs)
        self.members = {one.person.pk: one.person for one in members} | ({also.pk: also} if also else {})
        titles = [(one.id, one.title) for one in sorted(pack.document_categories, key=lambda one: one.title)]
        self.fields["category"].choices = [("", "Choose a category"), *titles]  # type: ignore[attr-defined]
        names = [(person.pk, person.name) for person in self.members.values()]
        self.fields["person"].choices = [("", "The whole family"), *names]  # type: ignore[attr-defined]

    def about(self) -> dict[str, Any]:
        """Return what the actions take, when the form is valid."""
        given = self.cleaned_data
        person: Person | None = self.members.get(given["person"] or 0)
        return {"category": given["category"], "person": person, "dated": given["dated"], "note": given["note"]}


class VersionForm(Form):
    """A new version of a document."""

    prefix = "version"

    file = forms.FileField(label="The new version", allow_empty_file=True)
    note = forms.CharField(label="What changed", required=False, max_length=2_000)


class TakingOutForm(Form):
    """Why a document is taken out."""

    prefix = "out"

    because = forms.CharField(label="Why is it taken out?", widget=forms.Textarea, max_length=2_000)


def day_of(typed: str) -> date | None:
    """Return the day of a browser's calendar, `2026-03-09`; None for anything else."""
    try:
        return date.fromisoformat(typed)
    except ValueError:
        return None
