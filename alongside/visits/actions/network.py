"""Getting to know the professionals around a family: whom the worker has been in touch with (EP-07)."""

from datetime import date, datetime, time

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from alongside.access import trail
from alongside.access.models import User
from alongside.people.models import Involvement
from alongside.story import facts, signals
from alongside.story.models import Fact
from alongside.visits.actions.checks import check_may_plan
from alongside.working_time import LONDON

CONTACTED = "professional.contacted"


@transaction.atomic
def contact_professional(*, involvement: Involvement, on: date, words: str = "", by: User) -> Fact:
    """Note that a professional who works with a family was contacted on a London day; a second note replaces the first.

    :raises PermissionDenied: when `by` may not see the family
    :raises ValidationError: when the day is still to come
    """
    check_may_plan(involvement.family, by=by)
    if on > timezone.localdate():
        raise ValidationError({"on": "This day is still to come: put the day you were in touch"})
    _withdraw(involvement, by=by)
    at = datetime.combine(on, time(12), LONDON)
    data = {"involvement": involvement.pk, "words": words.strip()}
    trail.changed(
        by=by, action="contacted a professional", family_id=involvement.family_id,
        subject=f"involvement {involvement.pk}",
    )  # fmt: skip
    return facts.record(
        name=CONTACTED, family=involvement.family, by=by, happened_at=at, agency=involvement.where_from, data=data
    )


@transaction.atomic
def take_back_contact(*, involvement: Involvement, by: User) -> None:
    """Say that a professional was not contacted after all; what was noted stays in the history as withdrawn.

    :raises PermissionDenied: when `by` may not see the family
    """
    check_may_plan(involvement.family, by=by)
    _withdraw(involvement, by=by)
    trail.changed(
        by=by, action="took back that a professional was contacted", family_id=involvement.family_id,
        subject=f"involvement {involvement.pk}",
    )  # fmt: skip
    signals.facts_recorded.send(sender=Fact, family_id=involvement.family_id)


def _withdraw(involvement: Involvement, *, by: User) -> None:
    told = Fact.objects.filter(
        family=involvement.family_id, name=CONTACTED, data__involvement=involvement.pk, replaced_by=None
    )
    for fact in told:
        facts.withdraw(fact, by=by)
