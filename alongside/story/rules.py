"""Who may do what to an entry: small decisions on plain facts."""

from typing import TYPE_CHECKING

from alongside.access import rules

if TYPE_CHECKING:
    from alongside.access.models import User
    from alongside.packs.format.forms import Form
    from alongside.story.models import Entry


def may_write(user: "User", entry: "Entry") -> bool:
    """Return whether someone who may see this entry may write in it: a draft, by those who work with families."""
    return entry.is_draft and rules.may(user, "work_with_families")


def may_amend(user: "User", entry: "Entry") -> bool:
    """Return whether someone may make a new version: of the current final one, by those who work with families."""
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
