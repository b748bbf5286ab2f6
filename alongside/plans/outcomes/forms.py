"""What is asked when an outcome is looked at, or said better."""

from django import forms

from alongside.design.forms import DayField, Form
from alongside.plans.fields.outcome_progress import STANDS


class LookForm(Form):
    """How an outcome stands today."""

    stands = forms.ChoiceField(
        label="How does it stand today?",
        widget=forms.RadioSelect,
        choices=[(id, words) for id, (words, _, _) in STANDS.items()],
    )
    now = forms.CharField(
        label="Where it stands now, and what shows it",
        required=False,
        widget=forms.Textarea,
        max_length=5_000,
        help_text="A sentence. When it is no longer worked on, say why.",
    )


class ChangeForm(Form):
    """An outcome in other words, or with more time, and why."""

    words = forms.CharField(label="What will be different", widget=forms.Textarea, max_length=5_000)
    baseline = forms.CharField(
        label="Where it stood at the start", required=False, widget=forms.Textarea, max_length=5_000
    )
    measure = forms.CharField(label="How we shall see it", required=False, widget=forms.Textarea, max_length=5_000)
    by_on = DayField(label="By when", required=False)
    why = forms.CharField(
        label="Why it changes", widget=forms.Textarea, max_length=5_000, help_text="How it was said before is kept."
    )
