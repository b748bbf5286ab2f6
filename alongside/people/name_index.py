"""Keeping the words under which a person is found true to their names."""

from collections.abc import Iterable

from alongside.people import names
from alongside.people.models import Family, FamilyWord, Membership, NameKey, NamePair, NameWord, OtherName, Person
from alongside.people.sounds import sounds_of


def index_names(person: Person) -> None:
    """Write the words of all of a person's names, former ones too, in place of what stood there."""
    index_names_of([person])


def index_names_of(people: Iterable[Person]) -> None:
    """The same for many people at once, in as many statements however many they are.

    Who was merged into another is found by the other one: their names are that one's too. The words stand once for
    each team that holds a family of theirs, so this is called too when they come into a family, or it goes to another
    team.
    """
    spoken = _spoken_by({person.pk: person for person in people})
    teams = _teams_of(spoken)
    words = {pk: names.words_of(*said) for pk, said in spoken.items()}
    NameWord.objects.filter(person__in=spoken).delete()
    NamePair.objects.filter(person__in=spoken).delete()
    NameWord.objects.bulk_create(
        NameWord(person_id=pk, team_id=team, word=word) for pk, team in teams for word in sorted(words[pk])
    )
    NamePair.objects.bulk_create(
        NamePair(person_id=pk, team_id=team, pair=pair)
        for pk, team in teams
        if spoken[pk]
        for pair in sorted(names.pairs_of(*spoken[pk]))
    )
    _keep_keys({word for found in words.values() for word in found})


def index_names_in(family: Family) -> None:
    """The same for all who belong, or have belonged, to a family."""
    index_names_of(Person.objects.filter(memberships__family=family).distinct())


def _teams_of(people: Iterable[int]) -> list[tuple[int, int]]:
    """Each of these people with each team that holds a family of theirs.

    The families are held meanwhile, so that none goes to another team without its people's words.
    """
    places = Membership.objects.filter(person__in=people).select_related("family").order_by("family", "person")
    held = places.select_for_update(of=("family",), no_key=True)
    return list(dict.fromkeys((place.person_id, place.family.team_id) for place in held))


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
