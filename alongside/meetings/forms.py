"""What the screens of meetings ask."""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from alongside.design.forms import DayField, Form
from alongside.design.forms.whom import WhomForm
from alongside.meetings.models import Invitation, Meeting
from alongside.meetings.rules import OF_A_FAMILY
from alongside.story import drafting
from alongside.story.models import Document
from alongside.working_time import LONDON

AN_HOUR = timedelta(hours=1)


class TimeField(forms.CharField):
    """A time of day as people write it: 14:30, 14.30, 2:30pm, 9am."""

    def to_python(self, value: Any) -> Any:
        """Return the time, None when nothing was typed. Raises ValidationError."""
        words = super().to_python(value)
        if not words:
            return None
        if (found := clock_time(words)) is None:
            raise ValidationError(f"{self.label} must be a time, like 14:30 or 2:30pm")
        return found

    def prepare_value(self, value: Any) -> Any:
        """Return a stored time as text; what was typed stays as typed."""
        return f"{value:%H:%M}" if isinstance(value, time) else value


def clock_time(words: str) -> time | None:
    """Return the time of day that words mean, a bare hour being the full one; None when they mean none."""
    return drafting.clock_time(words) or drafting.clock_time(f"{words.strip()}:00")


class WhenForm(Form):
    """When a meeting is, where, and what for."""

    day = DayField(label="Day")
    starts = TimeField(label="From", help_text="Such as 14:30 or 2:30pm")
    ends = TimeField(label="To", required=False, help_text="Left empty, it lasts an hour")
    place = forms.CharField(label="Where you meet", required=False, max_length=300)
    online_at = forms.CharField(
        label="Address of the meeting online",
        required=False,
        max_length=500,
        help_text="Copied from the service you meet with, whole",
    )
    purpose = forms.CharField(
        label="What it is for",
        required=False,
        widget=forms.Textarea,
        max_length=2_000,
        help_text="Everybody who is invited reads this, also outside of Alongside: name nobody of the family.",
    )

    def when_and_where(self) -> dict[str, Any]:
        """Return what `arrange` and `change` take, the hours as moments in London."""
        given = self.cleaned_data
        starts_at = _moment(given["day"], given["starts"])
        ends_at = _moment(given["day"], given["ends"]) if given["ends"] else starts_at + AN_HOUR
        return {"starts_at": starts_at, "ends_at": ends_at} | {
            name: given[name] for name in ("place", "online_at", "purpose")
        }

    @staticmethod
    def of(meeting: Meeting) -> dict[str, Any]:
        """Return a meeting as the form's initial values."""
        starts, ends = meeting.starts_at.astimezone(LONDON), meeting.ends_at.astimezone(LONDON)
        return {
            "day": starts.date(), "starts": starts.time(), "ends": ends.time(), "place": meeting.place,
            "online_at": meeting.online_at, "purpose": meeting.purpose,
        }  # fmt: skip


def _moment(day: date, clock: time) -> datetime:
    return datetime.combine(day, clock, LONDON)


class WhoForm(WhomForm):
    """Who is asked to come: people who are known, and anybody else by name."""

    asked = "Who is asked to come?"


class ArrangeForm(WhoForm, WhenForm):
    """A meeting about a family: of which kind, when, where, what for, and who is asked."""

    kind = forms.ChoiceField(
        label="What kind of meeting?",
        widget=forms.RadioSelect,
        choices=[(kind.value, kind.label) for kind in OF_A_FAMILY],
    )
    field_order = ("kind", "day", "starts", "ends", "place", "online_at", "purpose", "who", "others")


class GroupForm(WhoForm, WhenForm):
    """A team's group meeting."""

    team = forms.TypedChoiceField(label="Of which team", coerce=int)
    field_order = ("team", "day", "starts", "ends", "place", "online_at", "purpose", "who", "others")

    def __init__(self, *args: Any, teams: Iterable[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["team"].choices = list(teams)  # type: ignore[attr-defined]


class CancelForm(Form):
    """Why a meeting is called off."""

    why = forms.CharField(label="Why is it called off?", widget=forms.Textarea, max_length=2_000)


class AnswerForm(Form):
    """Whether somebody comes."""

    reply = forms.ChoiceField(
        label="Do you come?",
        widget=forms.RadioSelect,
        choices=[
            (Invitation.Reply.COMING.value, "Yes, in person"),
            (Invitation.Reply.ONLINE.value, "Yes, online"),
            (Invitation.Reply.APOLOGIES.value, "No, I cannot come"),
        ],
    )
    words = forms.CharField(
        label="If you cannot come: anything to add?",
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        max_length=2_000,
    )
    to_be_said = forms.CharField(
        label="What would you like to be said at the meeting?",
        required=False,
        widget=forms.Textarea,
        max_length=10_000,
        help_text="It is read out, and stands in the minutes beside your name, whether you come or not.",
    )

    def __init__(self, *args: Any, meeting: Meeting, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not meeting.online_at:
            reply = self.fields["reply"]
            reply.choices = [one for one in reply.choices if one[0] != Invitation.Reply.ONLINE]  # type: ignore[attr-defined]


class AgendaForm(Form):
    """One thing to talk about."""

    words = forms.CharField(label="What is to be talked about?", max_length=300)


class PaperForm(Form):
    """A document of the family to lay before the meeting."""

    document = forms.ModelChoiceField(Document.objects.none(), label="Document", empty_label="Choose a document")

    def __init__(self, *args: Any, documents: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["document"].queryset = documents  # type: ignore[attr-defined]


class EmailForm(Form):
    """Where an invitation goes."""

    email = forms.EmailField(label="Email")


class LookedForm(Form):
    """What the sender says of the family's exceptions, before minutes go to somebody outside."""

    looked = forms.CharField(
        label="What did you look at, and is anything in the minutes that they do not want shared?",
        required=False,
        widget=forms.Textarea,
        max_length=2_000,
        help_text="If something is, do not send: tell each of them what they need to know.",
    )
