"""When and where a team's allocation meeting is, and for how many weeks."""

from collections.abc import Sequence
from typing import Any

from django import forms

from alongside.access.models import Team
from alongside.design.forms import DayField, Form
from alongside.design.words import today
from alongside.meetings.allocation.actions import MOST_WEEKS


class ArrangeForm(Form):
    """The first meeting, and how many follow it week by week."""

    team = forms.TypedChoiceField(label="Which team’s?", coerce=int)
    day = DayField(label="First day", earliest=today)
    time = forms.TimeField(label="From", help_text="For example 09:30", input_formats=["%H:%M", "%H.%M"])
    minutes = forms.IntegerField(label="Minutes", min_value=5, max_value=480)
    weeks = forms.IntegerField(
        label="How many meetings, one each week", min_value=1, max_value=MOST_WEEKS, help_text=f"1 to {MOST_WEEKS}"
    )
    place = forms.CharField(label="Where", max_length=300)

    def __init__(self, *args: Any, teams: Sequence[Team], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.teams = {team.pk: team for team in teams}
        self.fields["team"].choices = [(team.pk, team.name) for team in teams]  # type: ignore[attr-defined]
        self.fields["time"].error_messages["invalid"] = "Write the time with hours and minutes, such as 09:30"
