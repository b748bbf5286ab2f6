"""Where somebody went to nursery, school or college before."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from alongside.access.models import User
from alongside.people.actions.telling import tell_of_person
from alongside.people.models import EarlierSetting, Person
from alongside.people.names import tidy


@transaction.atomic
def add_earlier_setting(
    *,
    person: Person,
    name: str,
    by: User,
    from_date: date | None = None,
    to_date: date | None = None,
    why_left: str = "",
) -> EarlierSetting:
    """Keep a nursery, school or college that they have left.

    :raises ValidationError: by field
    """
    problems = {}
    if not tidy(name):
        problems["name"] = "Enter the name of the nursery, school or college"
    if from_date and to_date and to_date < from_date:
        problems["to_date"] = "The last day is before the first"
    if to_date and to_date > timezone.localdate():
        problems["to_date"] = "This day is in the future. Where they go now stands among their details"
    if problems:
        raise ValidationError(problems)
    setting = EarlierSetting.objects.create(
        person=person,
        name=tidy(name)[:200],
        from_date=from_date,
        to_date=to_date,
        why_left=why_left.strip()[:300],
        recorded_by=by,
    )
    tell_of_person(person=person, by=by, action="added an earlier school of a person")
    return setting
