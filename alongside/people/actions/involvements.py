"""Who works with a family."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from alongside.access import trail
from alongside.access.models import User
from alongside.people import signals
from alongside.people.actions.choices import refuse_unknown
from alongside.people.models import Family, Involvement
from alongside.people.names import tidy


@transaction.atomic
def involve(
    *,
    family: Family,
    role: str,
    by: User,
    user: User | None = None,
    name: str = "",
    agency: str = "",
    from_date: date | None = None,
) -> Involvement:
    """Let somebody work with the family by name: an account, who then sees it, or a name and agency, who does not.

    Somebody involved in that role already stays as they are. The lead practitioner is assigned by
    `assign_lead_practitioner`.

    :raises ValidationError: when there is neither an account nor a name, or the account is closed
    """
    if role == Involvement.Role.LEAD_PRACTITIONER:
        raise ValidationError("A lead practitioner is assigned, not added beside another")
    return _begin(family, role, user, name, agency, from_date, by)


@transaction.atomic
def assign_lead_practitioner(
    *,
    family: Family,
    by: User,
    user: User | None = None,
    name: str = "",
    agency: str = "",
    from_date: date | None = None,
) -> Involvement:
    """Make somebody the family's one lead practitioner; whoever was it until now is so no longer.

    :raises ValidationError: when there is neither an account nor a name, or the account is closed
    """
    Family.objects.select_for_update().get(pk=family.pk)
    lead = Involvement.Role.LEAD_PRACTITIONER
    previous = Involvement.objects.filter(family=family, role=lead, to_date__isnull=True).first()
    if previous and user and previous.user_id == user.pk:
        return previous
    if previous:
        _end(previous, max(from_date or timezone.localdate(), previous.from_date), by)
    involvement = _begin(family, lead, user, name, agency, from_date, by)
    signals.lead_practitioner_changed.send(
        Involvement, family=family, involvement=involvement, previous=previous, by=by
    )
    return involvement


@transaction.atomic
def end_involvement(*, involvement: Involvement, by: User, to_date: date | None = None) -> None:
    """Record that somebody no longer works with the family; they stop seeing it on that day (today unless given).

    :raises ValidationError: when the day is before they began
    """
    day = to_date or timezone.localdate()
    if day < involvement.from_date:
        raise ValidationError({"to_date": "This day is before they began to work with the family"})
    _end(involvement, day, by)
    if involvement.role == Involvement.Role.LEAD_PRACTITIONER:
        signals.lead_practitioner_changed.send(
            Involvement, family=involvement.family, involvement=None, previous=involvement, by=by
        )


def _begin(
    family: Family, role: str, user: User | None, name: str, agency: str, from_date: date | None, by: User
) -> Involvement:
    refuse_unknown("role", role, Involvement.Role)
    if user is not None and not user.is_active:
        raise ValidationError(f"{user.name}’s account is closed. Choose somebody else")
    if user is None and not tidy(name):
        raise ValidationError({"name": "Choose somebody with an account, or enter a name"})
    standing = Involvement.objects.filter(family=family, role=role, user=user, to_date__isnull=True)
    if user is not None and (already := standing.first()):
        return already
    involvement = Involvement.objects.create(
        family=family,
        role=role,
        user=user,
        name="" if user else tidy(name)[:200],
        agency="" if user else tidy(agency)[:200],
        from_date=from_date or timezone.localdate(),
        recorded_by=by,
    )
    _tell(involvement, "involved somebody with a family", by)
    return involvement


def _end(involvement: Involvement, day: date, by: User) -> None:
    involvement.to_date, involvement.ended_at, involvement.ended_by = day, timezone.now(), by
    involvement.save(update_fields=["to_date", "ended_at", "ended_by"])
    _tell(involvement, "ended somebody’s involvement with a family", by)


def _tell(involvement: Involvement, action: str, by: User) -> None:
    detail = {"who": involvement.who, "user": involvement.user_id, "role": involvement.role}
    trail.changed(by=by, action=action, family_id=involvement.family_id, detail=detail)
