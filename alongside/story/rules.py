"""Who may do what to an entry, and what may become of a statement: small decisions on plain facts."""

from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError

from alongside.access import rules

if TYPE_CHECKING:
    from alongside.access.models import User
    from alongside.packs.format.forms import Form
    from alongside.story.models import Entry


def may_write(user: "User", entry: "Entry") -> bool:
    """Return whether someone who may see this entry may write in it: a draft, by those who work with families."""
    return entry.is_draft and rules.may(user, "work_with_families")


def may_amend(user: "User", entry: "Entry") -> bool:
    """Return whether someone may make a new version: of the current final one, by those who work with families.

    What somebody without an account sent in stays as they sent it; who has more to say is asked again.
    """
    return may_mark(user, entry) and not entry.written_by


def may_mark(user: "User", entry: "Entry") -> bool:
    """Return whether someone may mark an event from the entry: a final one that stands, by who works with families."""
    return entry.is_final and entry.superseded_at is None and rules.may(user, "work_with_families")


def may_sign(user: "User", entry: "Entry") -> bool:
    """Return whether someone may sign the entry or send it back.

    A manager of the entry's team may; nobody signs their own work.
    """
    waiting = entry.status == entry.Status.AWAITING_SIGN_OFF
    return waiting and user.pk != entry.author_id and rules.may(user, "sign_off", team=entry.team_id)


def offered_at(form: "Form", *, level: str | None, pathway_open: bool) -> bool:
    """Return whether a form is offered for a family that stands at this level, with or without open support."""
    if (form.needs_pathway or form.closes_pathway) and not pathway_open:
        return False
    return not form.levels or level is None or level in form.levels


# What may become of a statement, by how it stands.
BECOMING = {
    "living": ("reword", "resolve", "move", "merge", "take-back"),
    "resolved": ("bring-back", "take-back"),
    "merged": ("unmerge",),
    "withdrawn": ("bring-back",),
}


def check_becoming(state: str, becoming: str, why: str) -> None:
    """Refuse what cannot become of a statement that stands so, or what is given no reason.

    :raises ValidationError: saying what to do
    """
    if becoming not in BECOMING[state]:
        raise ValidationError("This cannot be done as the statement stands now. Look at what became of it.")
    if not why.strip():
        raise ValidationError({"why": "Write why, so that nobody has to ask again."})


def speaks_for(merged: dict[Any, Any]) -> dict[Any, Any]:
    """Return for each merged statement the one that speaks for it in the end; `merged` says into which each went."""
    found = {}
    for one in merged:
        last, passed = one, {one}
        while last in merged and merged[last] not in passed:
            last = merged[last]
            passed.add(last)
        found[one] = last
    return found
