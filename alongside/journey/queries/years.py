"""The years a story reaches over, to jump to."""

from django.db.models import Max, Min

from alongside.people.models import Family
from alongside.story.models import Entry


def years_of(family: Family) -> list[int]:
    """Return every year from the latest entry of the story to its first, the latest first; one look at an index."""
    reach = (
        Entry.objects.filter(family=family).on_the_story().aggregate(first=Min("happened_on"), last=Max("happened_on"))
    )
    if reach["last"] is None:
        return []
    return list(range(reach["last"].year, reach["first"].year - 1, -1))
