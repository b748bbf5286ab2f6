"""What is asked on the page of a worker's supervision."""

from django import forms

from alongside.design.forms import DayField, Form


class WhenForm(Form):
    """When worker and supervisor meet next."""

    on = DayField(label="When do you meet next?")


class PartForm(Form):
    """Somebody's own part of the talk."""

    words = forms.CharField(
        label="Your part",
        required=False,
        widget=forms.Textarea,
        max_length=20_000,
        help_text="What is about you and your work, and not about one family. Only the two of you read it.",
    )
