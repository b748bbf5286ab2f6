"""A form with one field of each kind."""

from django import forms

from alongside.design.forms import DayField, Form
from alongside.design.words import today


class SampleForm(Form):
    """Every kind of field, as a visit might ask for it."""

    MISTAKES = {
        "met_on-day": "31",
        "met_on-month": "",
        "met_on-year": "2026",
        "children": "two",
        "email": "amara at home",
    }

    name = forms.CharField(label="Preferred name", help_text="What they like to be called")
    children = forms.IntegerField(label="How many children live at home?")
    email = forms.EmailField(label="Email address", required=False)
    met_on = DayField(label="Day of the visit", help_text="For example, 27 3 2026", latest=today)
    place = forms.ChoiceField(
        label="Where did you meet?",
        widget=forms.RadioSelect,
        choices=[("home", "At home"), ("school", "At school"), ("other", "Somewhere else")],
    )
    seen = forms.MultipleChoiceField(
        label="Who did you see?",
        widget=forms.CheckboxSelectMultiple,
        choices=[("amara", "Amara, 7 years"), ("tobi", "Tobi, 11 months"), ("grace", "Grace, their mother")],
    )
    level = forms.ChoiceField(
        label="Level", choices=[("", ""), ("1", "Level 1: community help"), ("2", "Level 2: early help")]
    )
    story = forms.CharField(label="What happened?", widget=forms.Textarea, help_text="In their words where you can")
    letter = forms.FileField(label="A letter or drawing", required=False)
    agreed = forms.BooleanField(label="The family has read this and agrees")
