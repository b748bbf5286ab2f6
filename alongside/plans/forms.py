"""What is asked when an action ends."""

from django import forms

from alongside.design.forms import DayField, Form
from alongside.design.words import today
from alongside.plans.rules import ENDS


class EndForm(Form):
    """What became of an action, what came of it, and when."""

    state = forms.ChoiceField(
        label="What became of it?",
        widget=forms.RadioSelect,
        choices=[(state.value, state.label) for state in ENDS],
    )
    result = forms.CharField(
        label="What came of it",
        required=False,
        widget=forms.Textarea,
        max_length=5_000,
        help_text="A sentence. When it was not done or is no longer needed, say why.",
    )
    ended_on = DayField(label="On which day", latest=today)


class AgainForm(Form):
    """Why an ended action is taken up again."""

    result = forms.CharField(label="Why it is taken up again", widget=forms.Textarea, max_length=5_000)
