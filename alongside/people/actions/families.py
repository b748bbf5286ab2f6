"""A family is made, named, handed over, restricted."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from alongside.access import trail
from alongside.access.models import Team, User
from alongside.people.models import Family
from alongside.people.name_index import index_family_names, index_names_in
from alongside.people.names import has_letters, tidy


@transaction.atomic
def add_family(*, name: str, team: Team, by: User) -> Family:
    """Make a family held by this team. Who makes it is not yet involved with it: that is `involve`.

    :raises ValidationError: when it has no name
    """
    family = Family.objects.create(name=_read_name(name), team=team, recorded_by=by)
    index_family_names([family])
    trail.changed(by=by, action="added a family", family_id=family.pk, subject=family.reference)
    return family


@transaction.atomic
def rename_family(*, family: Family, name: str, by: User) -> None:
    """Call the family otherwise.

    :raises ValidationError: when the new name is none
    """
    family.name = _read_name(name)
    family.save(update_fields=["name"])
    index_family_names([family])
    trail.changed(by=by, action="renamed a family", family_id=family.pk, subject=family.reference)


@transaction.atomic
def hand_to_team(*, family: Family, team: Team, by: User) -> None:
    """Let another team hold the family: from now on it is they who see it."""
    before = family.team
    family.team = team
    family.save(update_fields=["team"])
    index_names_in(family)
    detail = {"from": before.name, "to": team.name}
    trail.changed(
        by=by, action="handed a family to a team", family_id=family.pk, subject=family.reference, detail=detail
    )


@transaction.atomic
def restrict(*, family: Family, reason: str, by: User) -> None:
    """Let only those see the family who are involved by name, and the managers of its team.

    :raises ValidationError: when no reason is given
    """
    if not reason.strip():
        raise ValidationError({"reason": "Say why this family must be seen by named people only"})
    family.restricted, family.restricted_reason = True, reason.strip()
    family.restricted_at, family.restricted_by = timezone.now(), by
    family.save(update_fields=["restricted", "restricted_reason", "restricted_at", "restricted_by"])
    trail.changed(by=by, action="restricted a family", family_id=family.pk, subject=family.reference)


@transaction.atomic
def unrestrict(*, family: Family, reason: str, by: User) -> None:
    """Let the family be seen again by those whose role sees its team's families.

    :raises ValidationError: when no reason is given
    """
    if not reason.strip():
        raise ValidationError({"reason": "Say why this family need no longer be restricted"})
    family.restricted, family.restricted_reason, family.restricted_at, family.restricted_by = False, "", None, None
    family.save(update_fields=["restricted", "restricted_reason", "restricted_at", "restricted_by"])
    trail.changed(
        by=by,
        action="ended a family’s restriction",
        family_id=family.pk,
        subject=family.reference,
        detail={"why": reason.strip()},
    )


def _read_name(name: str) -> str:
    tidied = tidy(name)
    if not has_letters(tidied):
        raise ValidationError({"name": "Enter a name for the family, such as the surname most of them use"})
    if len(tidied) > 200:
        raise ValidationError({"name": f"Use 200 characters or fewer; this has {len(tidied)}"})
    return tidied
