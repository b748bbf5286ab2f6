"""Keeping the words under which a person is found true to their names."""

from collections.abc import Iterable

from alongside.people import names
from alongside.people.models import Family, FamilyWord, NameKey, NameWord, OtherName, Person
from alongside.people.sounds import sounds_of


def index_names(person: Person) -> None:
    """Write the words of all of a person's names, former ones too, in place of what stood there."""
    index_names_of([person])


def index_names_of(people: Iterable[Person]) -> None:
    """The same for many people at once, in four statements however many they are."""
    by_person = {person.pk: person for person in people}
    others = OtherName.objects.filter(person__in=by_person, withdrawn_at__isnull=True)
    spoken: dict[int, list[str]] = {
        pk: [person.given_names, person.family_name, person.preferred_name] for pk, person in by_person.items()
    }
    for other in others:
        spoken[other.person_id] += [other.given_names, other.family_name]
    words = {pk: names.words_of(*said) for pk, said in spoken.items()}
    NameWord.objects.filter(person__in=by_person).delete()
    rows = (NameWord(person_id=pk, word=word) for pk, found in words.items() for word in sorted(found))
    NameWord.objects.bulk_create(rows)
    _keep_keys({word for found in words.values() for word in found})


def index_family_names(families: Iterable[Family]) -> None:
    """Write the words of the families' own names in place of what stood there."""
    words = {family.pk: names.words_of(family.name) for family in families}
    FamilyWord.objects.filter(family__in=words).delete()
    rows = (FamilyWord(family_id=pk, word=word) for pk, found in words.items() for word in sorted(found))
    FamilyWord.objects.bulk_create(rows)
    _keep_keys({word for found in words.values() for word in found})


def _keep_keys(words: set[str]) -> None:
    keys = ((key, word) for word in sorted(words) for key in sorted(names.slip_keys(word) | sounds_of(word)))
    NameKey.objects.bulk_create((NameKey(key=key, word=word) for key, word in keys), ignore_conflicts=True)
