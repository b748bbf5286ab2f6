"""What is known before support begins: where the family comes from, whether they agree, and what is missing of each."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from alongside.journey.starting.rules import GIVEN, WITHDRAWN
from alongside.packs.format.pack import Pack
from alongside.people.models import Family, Identifier, Relationship
from alongside.people.queries import Member, members_of
from alongside.story.models import Entry, Fact

DECIDED = "targeted-help.decided"
MOST = 6
FIRST_SCHOOL_YEARS = 4


@dataclass(frozen=True)
class Source:
    """A final record that may say where a family comes from, and the day it decided on this help, if it did."""

    entry: Entry
    decided_on: date | None


@dataclass(frozen=True)
class Agreement:
    """The family's last word on agreeing: whether they do, since when, and the record of it."""

    given: bool
    on: date
    entry: Entry | None


@dataclass(frozen=True)
class Lacking:
    """Somebody of the family, and what is not known of them yet, each with where to add it."""

    member: Member
    href: str
    what: tuple[tuple[str, str], ...]


def sources_of(family: Family, pack: Pack) -> list[Source]:
    """Return the latest records that may say where the family comes from, those that decided on the help first."""
    if pack.starting is None:
        return []
    forms = [origin.form for origin in pack.starting.comes_from]
    entries = Entry.objects.filter(family=family, form_id__in=forms).on_the_story().select_related("author")
    found = list(entries.order_by("-happened_on", "-pk")[:MOST])
    decided = Fact.objects.filter(family=family, name=DECIDED, entry__in=found, replaced_by=None)
    days = {fact.entry_id: fact.happened_at.date() for fact in decided}
    return sorted((Source(entry, days.get(entry.pk)) for entry in found), key=lambda one: one.decided_on is None)


def agreement_of(family: Family) -> Agreement | None:
    """Return the family's last word on agreeing, None when they were not asked."""
    told = Fact.objects.filter(family=family, name__in=[GIVEN, WITHDRAWN], replaced_by=None).select_related("entry")
    last = told.order_by("-happened_at", "-pk").first()
    return Agreement(last.name == GIVEN, last.happened_at.date(), last.entry) if last else None


def lacking_of(family: Family) -> list[Lacking]:
    """Return what is missing of each member, the children first; three queries whatever the size of the family."""
    members = members_of(family)
    ids = [member.person.pk for member in members]
    numbers = set(Identifier.objects.filter(person__in=ids, withdrawn_at=None).values_list("person", "kind"))
    held = Relationship.objects.filter(of_person__in=ids, parental_responsibility=True, to_date=None)
    responsible = set(held.values_list("of_person", flat=True))
    return [
        Lacking(member, reverse("person-edit", args=[family.pk, member.person.pk]), what)
        for member in members
        if (what := tuple(_missing(family, member, numbers, responsible)))
    ]


def _missing(
    family: Family, member: Member, numbers: set[tuple[int, str]], responsible: set[int]
) -> Iterator[tuple[str, str]]:
    person, edit = member.person, reverse("person-edit", args=[family.pk, member.person.pk])
    if not person.unborn:
        yield from ((words, edit) for words, known in _details(member) if not known)
    if not member.is_child:
        return
    if person.pk not in responsible:
        yield "Who has parental responsibility", reverse("family-people", args=[family.pk])
    if not person.unborn:
        add = reverse("add-number", args=[family.pk, person.pk])
        kinds = {"nhs-number": "NHS number"} | ({"upn": "Unique pupil number"} if _goes_to_school(member) else {})
        yield from ((words, add) for kind, words in kinds.items() if (person.pk, kind) not in numbers)


def _details(member: Member) -> Iterator[tuple[str, object]]:
    person = member.person
    yield "Full name", person.given_names and person.family_name
    yield "Date of birth", person.date_of_birth and not person.birth_date_estimated
    yield "First language", person.first_language
    yield "Ethnicity", person.ethnicity
    yield "GP", person.gp_practice
    if _goes_to_school(member):
        yield "School or college", person.education_setting


def _goes_to_school(member: Member) -> bool:
    born = member.person.date_of_birth
    return member.is_child and born is not None and member.today.year - born.year > FIRST_SCHOOL_YEARS
