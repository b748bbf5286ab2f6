"""What is asked when a level is decided, a deadline is moved, or lateness is explained."""

from typing import Any

from django import forms

from alongside.access import rules as access
from alongside.access.models import User
from alongside.design.forms import DayField, Form, field_parameters
from alongside.design.words import today
from alongside.packs.format.pack import Pack
from alongside.people.models import Family


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
