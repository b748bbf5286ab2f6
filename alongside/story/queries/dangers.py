"""What anybody must know before they visit a family or call."""

from typing import Any

from django.db.models import Prefetch, QuerySet

from alongside.people.models import Family, Person
from alongside.prepared import Prepared
from alongside.story.models import Danger, DangerChange

AT_MOST = 60


def _present(family: Any) -> QuerySet[Danger]:
    present = Danger.objects.filter(family=family, ended_at=None).select_related("entry")
    return present.only("family", "kind", "words", "since", "looked_at_on", "entry__title").order_by("since", "pk")


PRESENT: Prepared[Danger] = Prepared(lambda family: _present(family)[:AT_MOST])


def present_dangers(family_id: int | None) -> list[Danger]:
    """Return the dangers of a family that stand, the longest standing first, each with its record; one query."""
    return PRESENT.ask(family=family_id) if family_id else []


def dangers_with_history(family: Family) -> list[Danger]:
    """Return every danger of a family, those that stand first and then the last ended, each with all that became of it.

    Three queries however many there are.
    """
    named = Person.objects.only("preferred_name", "given_names", "family_name")
    told = DangerChange.objects.select_related("by", "entry").only(
        *("danger", "what", "kind", "words", "why", "at", "by__name", "entry__title")
    )
    found = Danger.objects.filter(family=family).select_related("entry", "recorded_by", "ended_by")
    ordered = sorted(
        found.prefetch_related(Prefetch("about", named), Prefetch("changes", told)),
        key=lambda one: -one.since.toordinal(),
    )
    return [one for one in ordered if not one.ended_at] + [one for one in ordered if one.ended_at]
