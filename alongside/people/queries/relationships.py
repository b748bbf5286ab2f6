"""How the people of a family are related."""

from collections.abc import Iterable

from django.db import connection
from django.db.models import Q, QuerySet

from alongside.people.models import Person, Relationship
from alongside.people.models.relationship import LINEAGE_KINDS
from alongside.prepared import Among, Prepared

ANCESTORS = """
WITH RECURSIVE older (id) AS (
    SELECT person_id FROM people_relationship WHERE of_person_id = %s AND kind = ANY(%s)
    UNION
    SELECT r.person_id FROM people_relationship r JOIN older ON r.of_person_id = older.id WHERE r.kind = ANY(%s)
)
SELECT id FROM older
"""


def ancestors_of(person: Person) -> set[int]:
    """Return the ids of a person's known parents, their parents and so on, by birth or adoption."""
    kinds = [kind.value for kind in LINEAGE_KINDS]
    with connection.cursor() as cursor:
        cursor.execute(ANCESTORS, [person.pk, kinds, kinds])
        return {pk for (pk,) in cursor.fetchall()}


def relationships_of(person: Person) -> QuerySet[Relationship]:
    """Return how this person is related to others today, with both people, in one query."""
    either = Q(person=person) | Q(of_person=person)
    return Relationship.objects.filter(either, to_date__isnull=True).select_related("person", "of_person")


def relationships_among(people: Iterable[Person]) -> list[Relationship]:
    """Return the relationships of today in which both are among these people, in one query."""
    return AMONG.ask(people=[person.pk for person in people])


AMONG: Prepared[Relationship] = Prepared(
    lambda people: Relationship.objects.filter(
        Among("person", people), Among("of_person", people), to_date__isnull=True
    ).select_related("person", "of_person")
)
