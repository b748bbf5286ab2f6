"""A family's facts as the standards read them."""

from typing import Any

from alongside.journey.standards import Fact
from alongside.people.queries import kept_records
from alongside.prepared import Prepared
from alongside.story.models import Fact as Kept

COLUMNS = ("pk", "name", "happened_at", "recorded_at", "person_id", "agency", "entry_id", "data", "replaces_id")
TOLD: Prepared[Any] = Prepared(lambda family: Kept.objects.filter(family=family).order_by().values_list(*COLUMNS))


def facts_of(family_id: int) -> list[Fact]:
    """Return every fact of a family, withdrawn ones included, in two queries.

    A fact of a record that was merged into another is one of the person whose record was kept.
    """
    one_person = kept_records(family_id)
    family = str(family_id)
    return [
        Fact(
            id=str(pk),
            name=name,
            happened=happened,
            recorded=recorded,
            family=family,
            person=_id(one_person.get(person, person)),
            agency=agency or None,
            entry=_id(entry),
            data=data,
            replaces=_id(replaces),
        )
        for pk, name, happened, recorded, person, agency, entry, data, replaces in TOLD.ask(family=family_id)
    ]


def _id(key: int | None) -> str | None:
    return None if key is None else str(key)
