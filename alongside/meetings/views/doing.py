"""What the buttons of a meeting's page do: asking people, their answers, the agenda, papers, and telling the absent."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest

from alongside.access.guards import signed_in
from alongside.access.models import User
from alongside.design.forms import Form
from alongside.meetings import actions
from alongside.meetings.asking import around_family, ask, in_team
from alongside.meetings.forms import AgendaForm, AnswerForm, EmailForm, LookedForm, PaperForm, WhoForm
from alongside.meetings.models import Invitation, Meeting
from alongside.meetings.prefilling import came_of
from alongside.meetings.queries import team_around
from alongside.meetings.reading import may_read
from alongside.meetings.rules import not_there
from alongside.meetings.views.family import say_how_it_went
from alongside.people.forms import tried
from alongside.people.models import Family
from alongside.story.filing.queries import Wanted, documents_of
from alongside.story.models import Document


@dataclass
class Doing:
    """What somebody does on a meeting's page: the meeting, and the forms of the page, one of them filled in."""

    request: HttpRequest
    meeting: Meeting
    family: Family | None
    forms: dict[str, Form] = field(default_factory=dict)

    @property
    def by(self) -> User:
        return signed_in(self.request)

    def invitation(self) -> Invitation:
        """Return the invitation that the button stands beside. Raises Http404."""
        pk = self.request.POST.get("invitation", "")
        around = self.meeting.invitations.select_related("meeting__family", "user", "person", "link")
        found = around.filter(pk=pk).first() if pk.isdecimal() and len(pk) < 16 else None
        if found is None:
            raise Http404("This meeting has no such invitation.")
        return found

    def filled(self, name: str, form: Form) -> bool:
        """Whether what was typed will do; else the page shows it again, with what is wrong."""
        self.forms[name] = form
        return form.is_valid()


Deed = Callable[[Doing], bool]


def done(doing: Doing, deeds: dict[str, Deed]) -> bool:
    """Do what was pressed. Returns whether it was done; what is refused as a whole is said at the top of the page."""
    deed = deeds.get(doing.request.POST.get("do", ""))
    if deed is None:
        raise Http404("This page has no such button.")
    try:
        return deed(doing)
    except ValidationError as refused:
        messages.error(doing.request, " ".join(refused.messages))
        return True


def _invite(doing: Doing) -> bool:
    form = WhoForm(doing.request.POST, known=known_to_ask(doing.meeting))
    if not doing.filled("who", form):
        return False
    unreached = ask(doing.meeting, who=form.cleaned_data["who"], others=form.cleaned_data["others"], by=doing.by)
    say_how_it_went(doing.request, unreached)
    return True


def _send(doing: Doing) -> bool:
    form = EmailForm(doing.request.POST)
    if not doing.filled("email", form):
        return False
    given = {"invitation": doing.invitation(), "email": form.cleaned_data["email"], "by": doing.by}
    if not tried(form, actions.send, **given):
        return False
    messages.success(doing.request, "The invitation is on its way.")
    return True


def _by_hand(doing: Doing) -> bool:
    actions.given_by_hand(invitation=doing.invitation(), by=doing.by)
    return True


def _uninvite(doing: Doing) -> bool:
    actions.uninvite(invitation=doing.invitation(), by=doing.by)
    return True


def _answer(doing: Doing) -> bool:
    form = AnswerForm(doing.request.POST, meeting=doing.meeting)
    if not doing.filled("answer", form):
        return False
    actions.answer(invitation=doing.invitation(), by=doing.by, **form.cleaned_data)
    return True


def _put_on_agenda(doing: Doing) -> bool:
    form = AgendaForm(doing.request.POST)
    if not doing.filled("agenda", form):
        return False
    actions.put_on_agenda(meeting=doing.meeting, words=form.cleaned_data["words"], by=doing.by)
    return True


def _take_off_agenda(doing: Doing) -> bool:
    actions.take_off_agenda(item=_one_of(doing, doing.meeting.items), by=doing.by)
    return True


def _lay_out(doing: Doing) -> bool:
    form = PaperForm(doing.request.POST, documents=papers_to_choose(doing.family))
    if not doing.filled("paper", form):
        return False
    actions.lay_out(meeting=doing.meeting, document=form.cleaned_data["document"], by=doing.by)
    return True


def _take_away(doing: Doing) -> bool:
    actions.take_away(paper=_one_of(doing, doing.meeting.papers), by=doing.by)
    return True


def _one_of(doing: Doing, among: Any) -> Any:
    pk = doing.request.POST.get("which", "")
    found = among.filter(pk=pk).first() if pk.isdecimal() and len(pk) < 16 else None
    if found is None:
        raise Http404("This meeting has no such thing.")
    return found


def _tell_absent(doing: Doing) -> bool:
    invited = list(doing.meeting.invitations.select_related("meeting__family", "user", "person"))
    absent = not_there(invited, came_of(doing.meeting, invited))
    form = LookedForm(doing.request.POST)
    if not doing.filled("looked", form):
        return False
    given = {"meeting": doing.meeting, "invitations": absent, "looked": form.cleaned_data["looked"], "by": doing.by}
    told = tried(form, actions.tell_absent, **given)
    if told is False:
        return False
    kept_from = [one for one in absent if one.told_at is None and may_read(one) == "nothing"]
    left = [one.who for one in absent if one.told_at is None and one not in kept_from]
    for one in kept_from:
        messages.info(doing.request, f"The family does not agree that {one.who} reads the minutes. Nothing was sent.")
    if told:
        messages.success(doing.request, f"{', '.join(one.who for one in told)}: told, each by a message of their own.")
    if left:
        messages.info(doing.request, f"Alongside cannot write to {', '.join(left)}. Tell them, and mark it here.")
    return True


def _told_by_hand(doing: Doing) -> bool:
    actions.told_by_hand(invitation=doing.invitation(), by=doing.by)
    return True


ABOUT_PEOPLE: dict[str, Deed] = {
    "invite": _invite, "send": _send, "by-hand": _by_hand, "uninvite": _uninvite, "answer": _answer,
}  # fmt: skip
DEEDS: dict[str, Deed] = {
    **ABOUT_PEOPLE, "put-on-agenda": _put_on_agenda, "take-off-agenda": _take_off_agenda, "lay-out": _lay_out,
    "take-away": _take_away, "tell-absent": _tell_absent, "told-by-hand": _told_by_hand,
}  # fmt: skip


def known_to_ask(meeting: Meeting, asked: Iterable[Invitation] | None = None) -> list[tuple[str, str]]:
    """Who else can be asked to this meeting."""
    asked = list(meeting.invitations.all()) if asked is None else asked
    if meeting.family:
        return around_family(team_around(meeting.family), without=asked)
    return in_team(meeting.team_id, without=asked)


def papers_to_choose(family: Family | None) -> Any:
    return documents_of(family, Wanted()) if family else Document.objects.none()
