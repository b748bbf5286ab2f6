"""Whose signature a record needs: the usual role's, or another's when an answer or the family's history asks for it."""

from typing import TYPE_CHECKING

from alongside.access import rules as access
from alongside.access.models import User
from alongside.access.rules import ROLES
from alongside.notices.actions import tell
from alongside.packs.format.forms import Instead
from alongside.story.asking.questions import holds
from alongside.story.models import Entry, Fact

if TYPE_CHECKING:
    from alongside.story.queries.entries import Filled


def role_needed(entry: Entry, found: "Filled", by: User) -> str | None:
    """Return the role that has to sign this record when `by` finishes it; None when nobody has to.

    A form may say that whoever might sign it, and writes it with their own hand, needs no second signature.
    """
    sign_off = found.asking.form.sign_off
    if sign_off is None:
        return None
    role = next((one.role for one in sign_off.instead if _applies(one, entry, found)), sign_off.role)
    own = sign_off.own_hand and signs_as(by, role, entry.team_id, usual=role == sign_off.role)
    return None if own else role


def role_asked(entry: Entry) -> str:
    """Return the role that a waiting record was put before."""
    return entry.sign_offs.filter(decision="").values_list("role", flat=True).first() or ""


def may_sign_as_asked(user: User, entry: Entry) -> bool:
    """Return whether somebody who signs in this team holds the role, where the record asks for more than the usual."""
    sign_off = entry.pack.form(entry.form_id).sign_off
    if sign_off is None or not sign_off.instead:
        return True
    role = role_asked(entry)
    return signs_as(user, role, entry.team_id, usual=role == sign_off.role)


def signs_as(user: User, role: str, team_id: int, *, usual: bool) -> bool:
    """Return whether somebody signs off in the team; for an unusual role, whether they hold that role itself."""
    if not access.may(user, "sign_off", team_id):
        return False
    known = ROLES.get(role)
    return usual or known is None or access.holds(user, role, None if known.everywhere else team_id)


def tell_those_asked(entry: Entry, role: str, *, by: User) -> None:
    """Tell those who hold an unusual role that a record waits for them: it may not be among their own team's work."""
    sign_off = entry.pack.form(entry.form_id).sign_off
    if sign_off is None or role == sign_off.role or entry.family is None:
        return
    people = User.objects.filter(posts__role=role, is_active=True).distinct()
    asked = [one for one in people if signs_as(one, role, entry.team_id, usual=False)]
    tell(
        to=asked, kind="sign-off", title=f"{entry.family.name}: {entry.title}", href=f"/entries/{entry.pk}/",
        by=by, family=entry.family,
    )  # fmt: skip


def _applies(one: Instead, entry: Entry, found: "Filled") -> bool:
    if one.only:
        return holds(one.only, found.answers)
    return Fact.objects.filter(family=entry.family_id, name=one.after, replaced_by=None).exists()
