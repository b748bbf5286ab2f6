"""How the people of a family are related."""

from collections.abc import Iterable

from django.db import connection
from django.db.models import Q, QuerySet

from alongside.people.models import Person, Relationship
from alongside.people.models.relationship import LINEAGE_KINDS, TWIN_KINDS, Kind
from alongside.people.rules import Kin
from alongside.prepared import Among, Prepared

ANCESTORS = """
WITH RECURSIVE older (id) AS (
    SELECT person_id FROM people_relationship WHERE of_person_id = %s AND kind = ANY(%s) AND to_date IS NULL
    UNION
    SELECT r.person_id FROM people_relationship r JOIN older ON r.of_person_id = older.id
        WHERE r.kind = ANY(%s) AND r.to_date IS NULL
)
SELECT id FROM older
"""


def ancestors_of(person: Person) -> set[int]:
    """Return the ids of a person's known parents, their parents and so on, by birth, law or adoption."""
    kinds = [kind.value for kind in LINEAGE_KINDS]
    with connection.cursor() as cursor:
        cursor.execute(ANCESTORS, [person.pk, kinds, kinds])
        return {pk for (pk,) in cursor.fetchall()}


def kin_of(person: Person, of_person: Person) -> Kin:
    """Return what is recorded already that may speak against relating these two, in five queries."""
    blood = [Kind.PARENT, Kind.ADOPTIVE_PARENT, Kind.SIBLING, Kind.HALF_SIBLING, *TWIN_KINDS]
    close = relationships_of(person).filter(kind__in=blood)
    raised = Relationship.objects.filter(kind__in=[Kind.PARENT, Kind.ADOPTIVE_PARENT], to_date__isnull=True)
    siblings = raised.filter(person__in=raised.filter(of_person=person).values("person"))
    ancestors = ancestors_of(person)
    descends = {person.pk} & ancestors_of(of_person)
    parents = relationships_of(of_person).filter(kind=Kind.PARENT, of_person=of_person)
    return Kin(
        ancestors=frozenset(ancestors),
        close=frozenset(
            {one.other_than(person).pk for one in close}
            | set(siblings.values_list("of_person", flat=True))
            | ancestors
            | ({of_person.pk} if descends else set())
        ),
        birth_parents=tuple(one.person for one in parents),
    )


def birth_parents_beside(person: Person) -> dict[Person, list[Person]]:
    """Return this person's children by birth, each with who else is recorded as their parent by birth; one query."""
    born = Relationship.objects.filter(kind=Kind.PARENT, to_date__isnull=True)
    theirs = born.filter(person=person).values("of_person")
    found: dict[Person, list[Person]] = {}
    for one in born.filter(of_person__in=theirs).exclude(person=person).select_related("person", "of_person"):
        found.setdefault(one.of_person, []).append(one.person)
    return found


def between(one: Person, other: Person) -> QuerySet[Relationship]:
    """Return what these two are to each other today."""
    either = Q(person=one, of_person=other) | Q(person=other, of_person=one)
    return Relationship.objects.filter(either, to_date__isnull=True).select_related("person", "of_person")


def past_relationships_of(person: Person) -> QuerySet[Relationship]:
    """Return how this person was related to others before, the last to end first, in one query."""
    either = Q(person=person) | Q(of_person=person)
    ended = Relationship.objects.filter(either, to_date__isnull=False)
    return ended.select_related("person", "of_person").order_by("-to_date", "-pk")


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
