"""What the screens of conferences ask."""

from collections.abc import Iterable, Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from alongside.access.models import User
from alongside.conferences.models import Conference, KeptApart
from alongside.design.forms import DayField, Form
from alongside.design.forms.whom import Guest, WhomForm
from alongside.design.words import today
from alongside.meetings.forms import WhenForm, WhoForm
from alongside.meetings.models import Invitation
from alongside.packs.format.forms import Form as PackForm
from alongside.packs.format.forms import FormField
from alongside.people.models import Person


def _choices(people: Iterable[User], none: str) -> list[tuple[str, str]]:
    return [("", none), *((str(one.pk), one.name) for one in people)]


class HoldersForm(Form):
    """Who chairs and who writes."""

    chair = forms.TypedChoiceField(
        label="Who chairs?",
        coerce=int,
        help_text="Only those stand here who neither work with the family nor manage who does.",
    )
    minute_taker = forms.TypedChoiceField(
        label="Who writes the statements on the screen?", coerce=int, required=False, empty_value=None
    )

    def __init__(self, *args: Any, chairs: Sequence[User], writers: Sequence[User], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.users = {one.pk: one for one in (*chairs, *writers)}
        self.fields["chair"].choices = _choices(chairs, "Choose somebody")  # type: ignore[attr-defined]
        self.fields["minute_taker"].choices = _choices(writers, "Not said yet")  # type: ignore[attr-defined]

    def holders(self) -> dict[str, Any]:
        """Return what `arrange` and `change_holders` take."""
        given = self.cleaned_data
        return {"chair": self.users[given["chair"]], "minute_taker": self.users.get(given["minute_taker"] or 0)}


class ConferenceForm(HoldersForm, WhoForm, WhenForm):
    """An initial or a review conference: when, where, who holds it, about whom, and who is asked."""

    kind = forms.ChoiceField(label="Which conference?", widget=forms.RadioSelect, choices=Conference.Kind.choices)
    children = forms.TypedMultipleChoiceField(
        label="Which children is it about?", coerce=int, widget=forms.CheckboxSelectMultiple
    )
    what_helps = forms.CharField(
        label="What does each of the family need to take part well, and how will the children be heard?",
        required=False,
        widget=forms.Textarea,
        max_length=4_000,
        help_text="An interpreter, a friend at their side, a break, a room of their own; a letter or a drawing.",
    )
    field_order = (
        "kind", "day", "starts", "ends", "place", "online_at", "children", "chair", "minute_taker", "what_helps",
        "who", "others",
    )  # fmt: skip

    def __init__(self, *args: Any, of_family: Sequence[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # What those who are invited read of it is the pack's to say.
        self.fields["purpose"].widget = forms.HiddenInput()
        self.known_children = {one.pk: one for one in of_family}
        self.fields["children"].choices = [(one.pk, one.name) for one in of_family]  # type: ignore[attr-defined]
        self.fields["ends"].help_text = "Left empty, it lasts an hour. Most conferences need two."

    def about(self) -> dict[str, Any]:
        """Return everything that `arrange` takes."""
        given = self.cleaned_data
        when = self.when_and_where()
        del when["purpose"]
        children = [self.known_children[pk] for pk in given["children"]]
        return when | self.holders() | {
            "kind": given["kind"], "children": children, "what_helps": given["what_helps"],
        }  # fmt: skip


class ApartForm(Form):
    """Two who must not meet, and how that is seen to."""

    prefix = "apart"

    one = forms.TypedChoiceField(label="Who", coerce=int)
    other = forms.TypedChoiceField(label="must not meet", coerce=int)
    how = forms.ChoiceField(label="How is that seen to?", widget=forms.RadioSelect, choices=KeptApart.How.choices)
    words = forms.CharField(
        label="What has to be thought of?",
        required=False,
        widget=forms.Textarea,
        max_length=2_000,
        help_text="Which door, at what time, who is with them. Write no address here.",
    )

    def __init__(self, *args: Any, invited: Iterable[Invitation], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.invited = {one.pk: one for one in invited}
        for name in ("one", "other"):
            choices = [("", "Choose somebody"), *((pk, one.who) for pk, one in self.invited.items())]
            self.fields[name].choices = choices  # type: ignore[attr-defined]

    def pair(self) -> dict[str, Any]:
        """Return what `keep_apart` takes."""
        given = self.cleaned_data
        return {
            "one": self.invited[given["one"]], "other": self.invited[given["other"]],
            "how": given["how"], "words": given["words"],
        }  # fmt: skip


class AskForm(WhomForm):
    """Whose report is asked for."""

    prefix = "ask"
    asked = "Who is asked for a report?"
    nobody = "Choose somebody, or write who is asked"

    asks = forms.CharField(
        label="Anything they should write about especially?", required=False, widget=forms.Textarea, max_length=2_000
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        without = "Without an email, they bring it and you file it here."
        self.fields["others"].help_text = f"One on each line: name, agency, email. {without}"

    def check_guest(self, guest: Guest) -> None:
        """Refuse a report of nobody's agency: it is by agency that they are counted."""
        if not guest.agency:
            raise ValidationError(f"Write for which agency {guest.name} reports: name, agency, email")


class FileForm(Form):
    """A report that came as a file."""

    file = forms.FileField(
        label="The report",
        help_text="A PDF goes into reading packs as it is. A picture does too.",
        allow_empty_file=True,
    )
    came_on = DayField(label="When did it come?", latest=today)


class WhyForm(Form):
    """Why a report is not asked for any more."""

    why = forms.CharField(label="Why is it not needed, or cannot be had?", widget=forms.Textarea, max_length=2_000)


class FeedbackForm(Form):
    """The pack's form about a conference, asked of somebody whose name is not kept."""

    def __init__(self, *args: Any, pack_form: PackForm, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for section in pack_form.sections:
            for asked in section.fields:
                self.fields[asked.id] = _question(asked)

    def answers(self) -> dict[str, str]:
        """Return what was answered, by question."""
        return {key: value for key, value in self.cleaned_data.items() if value}


def _question(asked: FormField) -> forms.Field:
    words: dict[str, Any] = {"label": asked.label, "help_text": asked.hint or "", "required": False}
    if asked.type == "choice":
        choices = [(one.id, one.label) for one in asked.options]
        return forms.ChoiceField(choices=choices, widget=forms.RadioSelect, **words)
    if asked.type == "text":
        return forms.CharField(max_length=200, **words)
    return forms.CharField(widget=forms.Textarea, max_length=4_000, **words)
