"""What is asked when a level is decided, a deadline is moved, lateness is explained, or a danger is told."""

from collections.abc import Iterable
from typing import Any

from django import forms

from alongside.access import rules as access
from alongside.access.models import User
from alongside.design.forms import DayField, Form, field_parameters
from alongside.design.words import today
from alongside.packs.format.pack import Pack
from alongside.people.models import Family
from alongside.people.queries import Member
from alongside.story.models import Danger


class LevelForm(Form):
    """Which level, why, who leads, and since when."""

    level = forms.ChoiceField(label="Level", widget=forms.RadioSelect)
    why = forms.CharField(
        label="Why this level",
        widget=forms.Textarea,
        max_length=20_000,
        help_text="What you know, what the family says, and what would be different at another level.",
    )
    lead_practitioner = forms.TypedChoiceField(
        label="Lead practitioner",
        required=False,
        coerce=int,
        empty_value=None,
        help_text="Needed at the levels with a lead practitioner, where support stays open until it is ended.",
    )
    decided_on = DayField(label="Day of the decision", latest=today)
    standing = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=2**62)

    def __init__(self, *args: Any, pack: Pack, family: Family, by: User, leads: User | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.pack = pack
        self.fields["level"].choices = [(level.id, f"Level {level.number}: {level.title}") for level in pack.levels]  # type: ignore[attr-defined]
        self.people = {user.pk: user for user in who_may_lead(family, by, leads)}
        choices = [("", "Choose who leads"), *((pk, user.name) for pk, user in self.people.items())]
        self.fields["lead_practitioner"].choices = choices  # type: ignore[attr-defined]

    @property
    def level_question(self) -> dict[str, Any]:
        """The component of the level question, with what each level means beside it."""
        question = field_parameters(self["level"], {"size": "m"})
        means = {level.id: level for level in self.pack.levels}
        for item in question["params"]["items"]:
            item["hint"] = {"text": means[item["value"]].means}
        return question

    @property
    def chosen_lead(self) -> User | None:
        """Who was chosen to lead, None when nobody was."""
        return self.people.get(self.cleaned_data.get("lead_practitioner") or 0)


def who_may_lead(family: Family, by: User, leads: User | None) -> list[User]:
    """Return whom `by` may choose to lead: themselves and who leads now; with the right to allocate, the whole team."""
    if access.may(by, "allocate", family.team_id):
        team = User.objects.filter(posts__team=family.team_id, is_active=True).distinct()
        people = [user for user in team.prefetch_related("posts") if access.may(user, "work_with_families")]
    else:
        people = [by] if access.may(by, "work_with_families") else []
    return people if leads is None or leads in people else [leads, *people]


class ExtensionForm(Form):
    """Until when, and why."""

    until = DayField(label="New last day", earliest=today)
    why = forms.CharField(label="Why more time is needed", widget=forms.Textarea, max_length=5_000)


class LatenessForm(Form):
    """Why something was, or is, late."""

    why = forms.CharField(label="Why this is late", widget=forms.Textarea, max_length=5_000)


class DangerForm(Form):
    """A danger, put at the top of the family's page at once."""

    kind = forms.ChoiceField(label="What kind of danger is it?", widget=forms.RadioSelect, choices=Danger.Kind.choices)
    words = forms.CharField(
        label="What must anybody know?",
        widget=forms.Textarea,
        max_length=500,
        help_text="In plain words, and what to do about it. Of a contact restriction: who, with whom, and why.",
    )
    about = forms.TypedMultipleChoiceField(
        label="Whom is it about?", required=False, coerce=int, widget=forms.CheckboxSelectMultiple
    )
    since = DayField(label="Since when", latest=today)

    def __init__(self, *args: Any, members: Iterable[Member], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["about"].choices = [(one.person.pk, one.name) for one in members]  # type: ignore[attr-defined]


class EndDangerForm(Form):
    """Why something is no longer a danger, and since when."""

    why = forms.CharField(
        label="Why is this no longer a danger, and how do you know?", widget=forms.Textarea, max_length=5_000
    )
    on = DayField(label="Since when is it over", latest=today)


class CompleteForm(Form):
    """The day on which somebody went through the chronology."""

    on = DayField(label="When did you go through it?", latest=today)
