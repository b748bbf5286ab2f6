"""Keeping the words under which a person is found true to their names."""

from collections.abc import Iterable

from alongside.people import names
from alongside.people.models import Family, FamilyWord, NameKey, NamePair, NameWord, OtherName, Person
from alongside.people.sounds import sounds_of


def index_names(person: Person) -> None:
    """Write the words of all of a person's names, former ones too, in place of what stood there."""
    index_names_of([person])


def index_names_of(people: Iterable[Person]) -> None:
    """The same for many people at once, in as many statements however many they are.

    Who was merged into another is found by the other one: their names are that one's too.
    """
    spoken = _spoken_by({person.pk: person for person in people})
    words = {pk: names.words_of(*said) for pk, said in spoken.items()}
    NameWord.objects.filter(person__in=words).delete()
    NamePair.objects.filter(person__in=words).delete()
    NameWord.objects.bulk_create(
        NameWord(person_id=pk, word=word) for pk, found in words.items() for word in sorted(found)
    )
    NamePair.objects.bulk_create(
        NamePair(person_id=pk, pair=pair)
        for pk, said in spoken.items()
        if said
        for pair in sorted(names.pairs_of(*said))
    )
    _keep_keys({word for found in words.values() for word in found})


def _spoken_by(by_id: dict[int, Person]) -> dict[int, list[str]]:
    """All names of each, with those of the records merged into theirs; of a record that was merged itself, none."""
    spoken = {pk: [] if person.merged_into_id else _own_names(person) for pk, person in by_id.items()}
    for person in Person.objects.filter(merged_into__in=by_id):
        spoken[person.merged_into_id] += _own_names(person)  # type: ignore[index]
    own = [pk for pk, person in by_id.items() if not person.merged_into_id]
    for other in OtherName.objects.filter(person__in=own, withdrawn_at__isnull=True):
        spoken[other.person_id] += [other.given_names, other.family_name]
    return spoken


def _own_names(person: Person) -> list[str]:
    return [person.given_names, person.family_name, person.preferred_name]


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
