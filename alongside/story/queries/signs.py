"""Which signs of the threshold matrix were last chosen for each child of a family."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from alongside.people.queries import kept_record
from alongside.story.facts import LONDON
from alongside.story.models import Fact


@dataclass(frozen=True)
class Chosen:
    """The signs of one child, by the matrix's ids, the day (in London) they were chosen for, and the record's title.

    `answers` says, by the id of a rule of the matrix, what was answered to it.
    """

    signs: frozenset[str]
    day: date
    title: str
    entry_id: int | None
    answers: Mapping[str, str] = field(default_factory=dict)


def signs_of(family_id: int | None, *, until: date | None = None) -> dict[int | None, Chosen]:
    """Return what was chosen last, by person id (None where nobody was named); one query.

    :param until: the last day that counts, today's records and all when left out
    """
    if family_id is None:
        return {}
    found = Fact.objects.filter(family=family_id, name="signs.chosen", replaced_by=None)
    if until:
        found = found.filter(happened_at__lt=datetime.combine(until + timedelta(days=1), time(), LONDON))
    of_each = found.annotate(of=kept_record("person")).order_by("of", "-happened_at", "-pk").distinct("of")
    return {fact.of: _chosen(fact) for fact in of_each.select_related("entry")}


def _chosen(fact: Fact) -> Chosen:
    day = fact.happened_at.astimezone(LONDON).date()
    title = fact.entry.title if fact.entry else ""
    return Chosen(frozenset(fact.data.get("signs", [])), day, title, fact.entry_id, fact.data.get("answers", {}))
