"""What the screens of visits ask."""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from typing import Any

from django import forms

from alongside.access.models import User
from alongside.design.forms import DayField, Form
from alongside.meetings.forms import AN_HOUR, TimeField
from alongside.people.models import Person
from alongside.people.queries import Member
from alongside.visits.models import PlannedVisit
from alongside.working_time import LONDON


class PlanForm(Form):
    """When, where, who and what for; and who is to hear from whoever goes alone."""

    worker = forms.ChoiceField(label="Who goes?")
    day = DayField(label="Day")
    starts = TimeField(label="From", help_text="Such as 14:30 or 2:30pm")
    ends = TimeField(label="To", required=False, help_text="Left empty, it lasts an hour")
    place = forms.CharField(label="Where?", max_length=300, help_text="Such as at home, at school, in the park")
    purpose = forms.CharField(
        label="What for, and how does it help with the plan?",
        widget=forms.Textarea,
        max_length=2_000,
        help_text="The record of the visit begins with these words.",
    )
    people = forms.MultipleChoiceField(label="Whom will you see?", required=False, widget=forms.CheckboxSelectMultiple)
    tools = forms.CharField(
        label="What will you take or do?",
        required=False,
        max_length=300,
        help_text="Such as three houses, paper and pens, the scale",
    )
    companions = forms.MultipleChoiceField(label="Who goes along?", required=False, widget=forms.CheckboxSelectMultiple)
    buddy = forms.ChoiceField(
        label="Who is your buddy?",
        required=False,
        help_text="They and a manager hear of it when you have not said that you are safe.",
    )
    back_by = TimeField(label="By when will you say that you are safe?", required=False)
    lone_note = forms.CharField(
        label="What should your buddy know?",
        required=False,
        max_length=300,
        help_text="Such as how you travel, and where the signal is poor. Name nobody of the family.",
    )

    def __init__(
        self, *args: Any, members: Iterable[Member], workers: Iterable[User], buddies: Iterable[User], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.members = {str(one.person.pk): one.person for one in members}
        self.workers = {str(one.pk): one for one in workers}
        self.buddies = {str(one.pk): one for one in buddies}
        names = [(key, one.name) for key, one in self.workers.items()]
        self._offer("worker", names)
        self._offer("companions", names)
        self._offer("people", [(key, one.name) for key, one in self.members.items()])
        self._offer("buddy", [("", "Nobody"), *((key, one.name) for key, one in self.buddies.items())])

    def _offer(self, name: str, choices: list[tuple[str, str]]) -> None:
        self.fields[name].choices = choices  # type: ignore[attr-defined]

    def given(self) -> dict[str, Any]:
        """Return what `plan` and `change` take, the hours as moments in London."""
        data = self.cleaned_data
        starts_at = _moment(data["day"], data["starts"])
        ends_at = _moment(data["day"], data["ends"]) if data["ends"] else starts_at + AN_HOUR
        return {
            "worker": self.workers[data["worker"]],
            "starts_at": starts_at,
            "ends_at": ends_at,
            "people": [self.members[key] for key in data["people"]],
            "companions": [self.workers[key] for key in data["companions"]],
            "buddy": self.buddies.get(data["buddy"]),
            "back_by": _moment(data["day"], data["back_by"]) if data["back_by"] else None,
        } | {name: data[name] for name in ("place", "purpose", "tools", "lone_note")}

    @staticmethod
    def of(visit: PlannedVisit) -> dict[str, Any]:
        """Return a planned visit as the form's initial values."""
        starts, ends = visit.starts_at.astimezone(LONDON), visit.ends_at.astimezone(LONDON)
        return {
            "worker": str(visit.worker_id),
            "day": starts.date(),
            "starts": starts.time(),
            "ends": ends.time(),
            "people": [str(one.pk) for one in visit.people.all()],
            "companions": [str(one.pk) for one in visit.companions.all()],
            "buddy": str(visit.buddy_id or ""),
            "back_by": visit.back_by.astimezone(LONDON).time() if visit.back_by else None,
        } | {name: getattr(visit, name) for name in ("place", "purpose", "tools", "lone_note")}


def _moment(day: date, clock: time) -> datetime:
    return datetime.combine(day, clock, LONDON)


class CallOffForm(Form):
    """Why a visit is called off."""

    why = forms.CharField(label="Why is it called off?", widget=forms.Textarea, max_length=2_000)


class NotInForm(Form):
    """What was done when nobody was in."""

    words = forms.CharField(
        label="What did you do?",
        widget=forms.Textarea,
        max_length=2_000,
        help_text="Such as: waited ten minutes, left a card, sent a text.",
    )


class MadeForm(Form):
    """Who was there, before the visit is written up."""

    seen = forms.MultipleChoiceField(
        label="Whom did you see?",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="In the record you say which children you also saw alone.",
    )

    def __init__(self, *args: Any, people: Iterable[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.people = {str(one.pk): one for one in people}
        self.fields["seen"].choices = [(key, one.name) for key, one in self.people.items()]  # type: ignore[attr-defined]

    def given(self) -> list[Person]:
        """Return who was seen."""
        return [self.people[key] for key in self.cleaned_data["seen"]]


def day_asked(words: str, today: date) -> date:
    """Return the day that an address asks for as 2026-11-23; today for anything else, or one centuries away."""
    try:
        day = date.fromisoformat(words)
    except ValueError:
        return today
    return day if abs(day - today) < timedelta(days=3_660) else today


class ContactForm(Form):
    """When a professional was contacted, and what matters of it."""

    on = DayField(label="When were you in touch?")
    words = forms.CharField(label="How, and what did you agree?", required=False, max_length=300)
