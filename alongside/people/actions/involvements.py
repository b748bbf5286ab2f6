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
    to_date: date | None = None,
) -> Involvement:
    """Let somebody work with the family by name: an account, who then sees it, or a name and agency, who does not.

    Somebody involved in that role already stays as they are, unless it is told of the past, with the day it ended. The
    lead practitioner is assigned by `assign_lead_practitioner`.

    :raises ValidationError: when there is neither an account nor a name, the account is closed, or the last day is
        before the first
    """
    if role == Involvement.Role.LEAD_PRACTITIONER:
        raise ValidationError("A lead practitioner is assigned, not added beside another")
    if to_date is None:
        return _begin(family, role, user, name, agency, from_date, by)
    if from_date is None:
        raise ValidationError({"from_date": "Also give the day they began; the best guess will do"})
    if to_date < from_date:
        raise ValidationError({"to_date": "This day is before they began to work with the family"})
    return _told_of_the_past(family, role, user, name, agency, from_date, to_date, by)


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
    involvement = _of(family, role, user, name, agency, from_date or timezone.localdate(), by)
    involvement.save()
    _tell(involvement, "involved somebody with a family", by)
    return involvement


def _told_of_the_past(
    family: Family, role: str, user: User | None, name: str, agency: str, from_date: date, to_date: date, by: User
) -> Involvement:
    """Somebody who worked with the family before: nobody sees the family for it."""
    refuse_unknown("role", role, Involvement.Role)
    if user is None and not tidy(name):
        raise ValidationError({"name": "Choose somebody with an account, or enter a name"})
    involvement = _of(family, role, user, name, agency, from_date, by)
    involvement.to_date, involvement.ended_at, involvement.ended_by = to_date, timezone.now(), by
    involvement.save()
    _tell(involvement, "recorded somebody’s involvement with a family in the past", by)
    return involvement


def _of(family: Family, role: str, user: User | None, name: str, agency: str, from_date: date, by: User) -> Involvement:
    return Involvement(
        family=family,
        role=role,
        user=user,
        name="" if user else tidy(name)[:200],
        agency="" if user else tidy(agency)[:200],
        from_date=from_date,
        recorded_by=by,
    )


def _end(involvement: Involvement, day: date, by: User) -> None:
    involvement.to_date, involvement.ended_at, involvement.ended_by = day, timezone.now(), by
    involvement.save(update_fields=["to_date", "ended_at", "ended_by"])
    _tell(involvement, "ended somebody’s involvement with a family", by)


def _tell(involvement: Involvement, action: str, by: User) -> None:
    detail = {"who": involvement.who, "user": involvement.user_id, "role": involvement.role}
    trail.changed(by=by, action=action, family_id=involvement.family_id, detail=detail)
