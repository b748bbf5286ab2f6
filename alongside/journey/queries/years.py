"""The years a story reaches over, to jump to."""

from django.db.models import Max, Min

from alongside.people.models import Family
from alongside.prepared import Prepared
from alongside.story.models import Entry
from alongside.story.queries.story import StoryPage

REACH = Prepared(
    lambda family: (
        Entry.objects.filter(family=family)
        .on_the_story()
        .order_by()
        .values("family")
        .annotate(first=Min("happened_on"), last=Max("happened_on"))
        .values_list("first", "last")
    )
)


def years_of(family: Family, page: StoryPage) -> list[int]:
    """Return every year from the latest entry of the story to its first, the latest first.

    The first page of the story knows it; for any other it is one look at an index.
    """
    latest = page.entries[0].happened_on if page.entries else None
    reach = [(page.began, latest)] if page.began and latest else REACH.ask(family=family.pk)
    return [year for first, last in reach for year in range(last.year, first.year - 1, -1)]
