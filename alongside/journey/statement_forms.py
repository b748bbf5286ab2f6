"""What is asked when a statement of the map is changed: always why, and which revision the writer had before them."""

from typing import Any

from django import forms

from alongside.design.forms import Form
from alongside.packs.format.pack import Pack
from alongside.story.models import Statement

WHY = "Why"


class WhyForm(Form):
    """Only why."""

    why = forms.CharField(label=WHY, widget=forms.Textarea, max_length=5_000)
    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=1, max_value=2**31 - 1)


class RewordForm(Form):
    """How it should read from now on."""

    words = forms.CharField(label="How it should read", widget=forms.Textarea, max_length=5_000)
    why = forms.CharField(label=WHY, widget=forms.Textarea, max_length=5_000)
    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=1, max_value=2**31 - 1)


class MoveForm(Form):
    """Where it belongs."""

    column = forms.ChoiceField(label="Where does it belong?", widget=forms.RadioSelect)
    why = forms.CharField(label=WHY, widget=forms.Textarea, max_length=5_000)
    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=1, max_value=2**31 - 1)

    def __init__(self, *args: Any, pack: Pack, statement: Statement, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["column"].choices = [  # type: ignore[attr-defined]
            (column.id, column.title) for column in pack.columns if column.id != statement.column
        ]


class MergeForm(Form):
    """Which other one says the same, and how the two should read as one."""

    into = forms.ChoiceField(
        label="Which one says the same?",
        widget=forms.RadioSelect,
        help_text="It will speak for both. This one keeps its words, its ratings and where it came from.",
    )
    words = forms.CharField(
        label="How that one should read from now on",
        widget=forms.Textarea,
        required=False,
        max_length=5_000,
        help_text="Leave this empty to keep its words as they are.",
    )
    why = forms.CharField(label=WHY, widget=forms.Textarea, max_length=5_000)
    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=1, max_value=2**31 - 1)

    def __init__(self, *args: Any, pack: Pack, statement: Statement, others: list[Statement], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # Where the other stands is said only when it is another column.
        columns = {column.id: f" ({column.title})" for column in pack.columns if column.id != statement.column}
        self.others = {str(one.pk): one for one in others}
        self.fields["into"].choices = [  # type: ignore[attr-defined]
            (str(one.pk), one.words + columns.get(one.column, "")) for one in others
        ]
