"""Decisions about meetings, on plain facts."""

from collections.abc import Iterable

from alongside.meetings.models import Invitation, Meeting
from alongside.packs.format.forms import Form
from alongside.packs.format.pack import Pack

# What becomes part of the family's history when a meeting of this kind is arranged: clocks of a pack may rest on it.
ARRANGED = {
    Meeting.Kind.TEAM_AROUND_THE_FAMILY: "team-meeting.arranged",
    Meeting.Kind.FAMILY_NETWORK: "family-network.arranged",
    Meeting.Kind.CORE_GROUP: "core-group.arranged",
}
# Kinds that are arranged on a family's Meetings tab; the others have screens of their own.
OF_A_FAMILY = (Meeting.Kind.TEAM_AROUND_THE_FAMILY, Meeting.Kind.FAMILY_NETWORK, Meeting.Kind.CORE_GROUP)
# Kinds with a page of their own in place of the common one, by its address.
PAGES = {Meeting.Kind.CONFERENCE: "conference"}


def forms_for(pack: Pack, kind: str) -> list[Form]:
    """Return the forms in which a meeting of this kind is written down, as the pack says, the one of its kind first."""
    return sorted((form for form in pack.forms if kind in form.record_of), key=lambda form: form.kind != kind)


def asking_forms(pack: Pack, kind: str) -> set[str]:
    """Return the ids of the forms that ask for a place on the agenda of meetings of this kind."""
    return {form.id for form in pack.forms if form.agenda_of == kind}


def answering_form(pack: Pack, kind: str) -> Form | None:
    """Return the form in which a group answers what it is asked, None when the pack has none."""
    asking = asking_forms(pack, kind)
    return next((form for form in pack.forms if form.answers in asking), None)


def answer_stands(invitation: Invitation, *, moved: bool) -> bool:
    """Return whether an answer still holds: who said yes to one hour has said nothing about another (RFC 5546)."""
    return bool(invitation.reply) and not moved


def not_there(invitations: Iterable[Invitation], came: dict[int, str]) -> list[Invitation]:
    """Return who was asked and was not there: as the record says, else who had said that they cannot come.

    :param came: by invitation, how they came as the meeting's record has it; the way is one of the attendance question
    """
    return [
        one
        for one in invitations
        if (came.get(one.pk) or ("apologies" if one.reply == Invitation.Reply.APOLOGIES else "")) in ABSENT
    ]


ABSENT = ("apologies", "absent")
