"""Who is told of what becomes of a record: those who sign it, its author, who works by it. Of drafts, nobody."""

from typing import TYPE_CHECKING

from django.urls import reverse

from alongside.access import rules as access
from alongside.access.models import User
from alongside.notices.actions import tell
from alongside.people.models import Family, Involvement

if TYPE_CHECKING:
    from alongside.story.models import Entry


def sign_off_asked(entry: "Entry", role: str, *, by: User) -> None:
    """Tell the managers of the record's team who may sign it; where a team has none, who signs for every team.

    An unusual role, which an answer or the history asks for, is told by `signing`, where it is found.
    """
    usual = entry.pack.form(entry.form_id).sign_off
    if usual is None or usual.role != role:
        return
    _tell(entry, _who_sign(entry), "sign-off", f"{by.name} asks you to sign", by)


def sent_back(entry: "Entry", *, by: User) -> None:
    """Tell the author that a manager sent the record back."""
    _tell(entry, [entry.author], "returned", "Sent back to you", by, page="entry-edit")


def signed(entry: "Entry", *, by: User) -> None:
    """Tell the author that it is signed."""
    _tell(entry, [entry.author], "signed", "Signed", by)


def amended(entry: "Entry", *, by: User) -> None:
    """Tell who wrote the version that was put right, and who leads the work with the family."""
    if entry.amends is None:
        return
    lead = Involvement.objects.filter(
        family=entry.family_id, role=Involvement.Role.LEAD_PRACTITIONER, to_date=None, user__isnull=False
    ).select_related("user")
    people = [entry.amends.author, *(one.user for one in lead if one.user and entry.family_id)]
    _tell(entry, people, "amended", "Put right", by)


def _who_sign(entry: "Entry") -> list[User]:
    signing = [role for role in access.ROLES.values() if "sign_off" in role.may]
    active = User.objects.filter(is_active=True).exclude(pk=entry.author_id).distinct()
    of_team = active.filter(posts__team=entry.team_id, posts__role__in=[role.id for role in signing])
    everywhere = active.filter(posts__role__in=[role.id for role in signing if role.everywhere])
    return [one for one in of_team if _sees(one, entry)] or [one for one in everywhere if _sees(one, entry)]


def _sees(user: User, entry: "Entry") -> bool:
    return entry.family_id is None or Family.objects.for_user(user).filter(pk=entry.family_id).exists()


def _tell(entry: "Entry", to: list[User], kind: str, what: str, by: User, page: str = "entry") -> None:
    about = f", {entry.family.name}" if entry.family else ""
    tell(
        to=to, kind=kind, title=f"{what}: {entry.title}{about}", href=reverse(page, args=[entry.pk]), by=by,
        family=entry.family,
    )  # fmt: skip
