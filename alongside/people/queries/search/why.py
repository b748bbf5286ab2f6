"""Why somebody was found, in words."""

from collections import defaultdict
from collections.abc import Sequence

from alongside.people import names
from alongside.people.age import in_full
from alongside.people.dates import slip_in_words
from alongside.people.models import OtherName, Person
from alongside.people.queries.search.alike import How
from alongside.people.queries.search.by_names import Named
from alongside.people.queries.search.found import FoundPerson
from alongside.people.typed import Typed

SAID = {
    How.PART: "“{typed}” is part of a double-barrelled name",
    How.SLIP: "“{typed}” is one slip from “{word}”",
    How.SOUND: "“{typed}” sounds like “{word}”",
    How.SHORT: "“{typed}” and “{word}” are often one name",
}


def why_found(person: Person, named: Named | None, typed: Typed, former: Sequence[OtherName | Person]) -> list[str]:
    """Return what to say of why they were found; nothing for who has the very names that were typed."""
    said = []
    for word, alike in named.taken.items() if named else ():
        if alike.how in SAID:
            said.append(SAID[alike.how].format(typed=word.title(), word=alike.word.title()))
        if other := next((one for one in former if alike.word in _words(one)), None):
            said.append(f"{_kind(other)}: {other}")
    if person.date_of_birth and not fits_birthday(person, typed):
        slip = f": {slip_in_words(typed.day, person.date_of_birth)}" if typed.day else ""
        said.append(f"Born {in_full(person.date_of_birth)}{slip}")
    return list(dict.fromkeys(said))


def fits_birthday(person: Person, typed: Typed) -> bool:
    """Whether they were born, or are due, when it was typed; also when nothing was typed of it."""
    days = [day for day in (person.date_of_birth, person.due_date) if day]
    if typed.day:
        return typed.day in days
    return typed.born is None or any(typed.born[0] <= day <= typed.born[1] for day in days)


def former_names(found: Sequence[FoundPerson], named: dict[int, Named]) -> dict[int, list[OtherName | Person]]:
    """Return, by person, their other names and those of records merged into theirs, where one of these was found."""
    by_another = [
        one.person.pk
        for one in found
        if one.person.pk in named
        and any(alike.word not in _words(one.person) for alike in named[one.person.pk].taken.values())
    ]
    other: dict[int, list[OtherName | Person]] = defaultdict(list)
    if by_another:
        for name in OtherName.objects.filter(person__in=by_another, withdrawn_at__isnull=True):
            other[name.person_id].append(name)
        for person in Person.objects.filter(merged_into__in=by_another):
            other[person.merged_into_id].append(person)  # type: ignore[index]
    return other


def _words(one: OtherName | Person) -> set[str]:
    preferred = one.preferred_name if isinstance(one, Person) else ""
    return names.words_of(one.given_names, one.family_name, preferred)


def _kind(one: OtherName | Person) -> str:
    return one.get_kind_display() if isinstance(one, OtherName) else "Also recorded as"
