"""Who may do what with documents: small decisions on plain facts."""

from typing import TYPE_CHECKING

from alongside.access import rules

if TYPE_CHECKING:
    from alongside.access.models import User
    from alongside.people.models import Family
    from alongside.story.models import Document


def may_file(user: "User") -> bool:
    """Return whether somebody who may see a family may file documents on it: those who work with families."""
    return rules.may(user, "work_with_families")


def may_take_out(user: "User", document: "Document") -> bool:
    """Return whether somebody may take a document out: who filed it, for mistakes, and a manager of the family's team.

    The copy of an entry, and what belongs to a final record, stay: they are amended with it.
    """
    if document.entry_id or document.taken_out_at or (document.attached_to_id and document.filed_at):
        return False
    return may_file(user) and (document.filed_by_id == user.pk or may_see_taken_out(user, document))


def may_see_taken_out(user: "User", document: "Document") -> bool:
    """Return whether somebody may still open what was taken out: a manager of the family's team."""
    return document.family is not None and may_see_any_taken_out(user, document.family)


def may_see_any_taken_out(user: "User", family: "Family") -> bool:
    """Return whether somebody is a manager of the family's team."""
    return rules.may(user, "sign_off", team=family.team_id)


def may_replace(user: "User", document: "Document") -> bool:
    """Return whether somebody may file a new version: of what stands, and is not the copy of an entry."""
    return may_file(user) and not (document.entry_id or document.taken_out_at or document.filed_at is None)
