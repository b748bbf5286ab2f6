"""Giving a family to the practitioner who leads."""

from datetime import date, datetime

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone

from alongside.access import rules as access
from alongside.access.models import User
from alongside.journey.moments import moment_on
from alongside.people import actions as people
from alongside.people.models import Family
from alongside.people.queries import lead_practitioner_of
from alongside.story import facts


@transaction.atomic
def allocate(
    *,
    family: Family,
    lead_practitioner: User | None,
    by: User,
    on: date | None = None,
    recorded_at: datetime | None = None,
    for_new_support: bool = False,
) -> None:
    """Give the family to a lead practitioner. Taking a family on oneself needs nobody; giving it to others, a manager.

    The fact `allocation.made` starts the clocks of the allocation. It is written by whoever listens to the change of
    lead; when the one who leads already takes on new support, it is written here.

    :raises PermissionDenied: when `by` may not give families to others
    :raises ValidationError: when the one chosen cannot lead
    """
    day = on or timezone.localdate()
    leads_now = lead_practitioner_of(family)
    if leads_now and leads_now.user == lead_practitioner:
        if for_new_support:
            record_allocation(family=family, by=by, to=lead_practitioner, at=moment_on(day), recorded_at=recorded_at)
        return
    if lead_practitioner is None:
        return
    check_may_allocate(family, lead_practitioner, by)
    if not (lead_practitioner.is_active and access.may(lead_practitioner, "work_with_families")):
        raise ValidationError(
            {"lead_practitioner": f"{lead_practitioner.name} cannot lead: choose somebody who works here."}
        )
    people.assign_lead_practitioner(family=family, user=lead_practitioner, by=by, from_date=day)


def check_may_allocate(family: Family, lead_practitioner: User, by: User) -> None:
    """Refuse to give a family to somebody else, unless `by` allocates in the family's team.

    :raises PermissionDenied: saying who can
    """
    if lead_practitioner != by and not access.may(by, "allocate", family.team_id):
        raise PermissionDenied("Choose yourself, or ask the team's manager: a manager gives a family to somebody else.")


def record_allocation(
    *, family: Family, by: User, to: User | None, at: datetime, recorded_at: datetime | None = None, name: str = ""
) -> None:
    """Write the fact that a family was given to somebody, from which the clocks of an allocation run."""
    facts.record(
        name="allocation.made",
        family=family,
        by=by,
        happened_at=at,
        recorded_at=recorded_at,
        data={"lead_practitioner": to.pk if to else None, "name": to.name if to else name},
    )
