"""What is asked when help begins, when a family is given to somebody, and when it is handed on."""

from collections.abc import Sequence
from typing import Any

from django import forms

from alongside.access.models import Team, User
from alongside.design.forms import DayField, Form
from alongside.design.words import day, today
from alongside.journey.starting.sources import Source
from alongside.packs.format.pack import Pack

SHORT = 5_000


class StartForm(Form):
    """Where the family comes from, which needs there are, and why this help."""

    source = forms.ChoiceField(
        label="Where does the family come from?", widget=forms.RadioSelect, help_text="What it says is taken over."
    )
    why_without_agreement = forms.CharField(
        label="If they have not agreed yet, why does help begin all the same?",
        required=False,
        widget=forms.Textarea,
        max_length=SHORT,
    )
    needs = forms.MultipleChoiceField(
        label="In which of these does the family need help?", required=False, widget=forms.CheckboxSelectMultiple
    )
    why_few_needs = forms.CharField(
        label="If there are fewer, why is it right for this family?",
        required=False,
        widget=forms.Textarea,
        max_length=SHORT,
    )
    why = forms.CharField(
        label="Why this level", widget=forms.Textarea, max_length=20_000, help_text="What you know, and what they want."
    )
    on = DayField(label="Since when", latest=today)
    standing = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=2**62)

    def __init__(self, *args: Any, pack: Pack, sources: Sequence[Source], asks_agreement: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        assert pack.starting is not None
        self.sources = {str(one.entry.pk): one for one in sources}
        choices = [(key, _said(one)) for key, one in self.sources.items()]
        self.fields["source"].choices = [*choices, ("none", "No record says so: I know it from the family")]  # type: ignore[attr-defined]
        self.fields["needs"].choices = [(one.id, one.title) for one in pack.outcomes]  # type: ignore[attr-defined]
        self.fields["needs"].help_text = f"{pack.starting.needs_at_least} or more make it {pack.starting.called}."
        if not asks_agreement:
            del self.fields["why_without_agreement"]

    @property
    def chosen(self) -> Source | None:
        """The record that was chosen, None when none was."""
        return self.sources.get(self.cleaned_data.get("source", ""))


def _said(source: Source) -> str:
    when = f"{source.entry.title}, {day(source.entry.happened_on)}, by {source.entry.author.name}"
    return f"{when} (decided {day(source.decided_on)})" if source.decided_on else when


class WorkerForm(Form):
    """Who leads, and why this worker."""

    worker = forms.TypedChoiceField(label="Who leads the work?", coerce=int, widget=forms.RadioSelect)
    why = forms.CharField(label="Why this worker?", required=False, widget=forms.Textarea, max_length=SHORT)

    def __init__(self, *args: Any, workers: Sequence[User], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.workers = {one.pk: one for one in workers}
        self.fields["worker"].choices = [(one.pk, one.name) for one in workers]  # type: ignore[attr-defined]
        self.fields["worker"].error_messages["required"] = "Choose who leads the work"


class TransferForm(Form):
    """To which team, to whom, and why."""

    to_team = forms.TypedChoiceField(label="To which team?", coerce=int)
    to_user = forms.TypedChoiceField(
        label="To whom?", coerce=int, required=False, empty_value=None,
        help_text="Within the team it is you who names the worker. In another team its manager may.",
    )  # fmt: skip
    why = forms.CharField(label="Why?", widget=forms.Textarea, max_length=SHORT)

    def __init__(self, *args: Any, teams: Sequence[Team], workers: Sequence[User], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.teams, self.workers = {one.pk: one for one in teams}, {one.pk: one for one in workers}
        self.fields["to_team"].choices = [(one.pk, one.name) for one in teams]  # type: ignore[attr-defined]
        named = [(one.pk, one.name) for one in workers]
        self.fields["to_user"].choices = [("", "Their manager chooses"), *named]  # type: ignore[attr-defined]


class AnswerForm(Form):
    """Who leads from now on, when one agrees; why not, when one does not."""

    to_user = forms.TypedChoiceField(label="Who leads from now on?", coerce=int, required=False, empty_value=None)
    why = forms.CharField(label="If not, why?", required=False, widget=forms.Textarea, max_length=SHORT)

    def __init__(self, *args: Any, workers: Sequence[User], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.workers = {one.pk: one for one in workers}
        self.fields["to_user"].choices = [("", "Choose"), *((one.pk, one.name) for one in workers)]  # type: ignore[attr-defined]
