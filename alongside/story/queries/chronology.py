"""The chronology of a family, in the order of time."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, QuerySet, Subquery

from alongside.design.words import day
from alongside.packs.format.forms import Form
from alongside.packs.format.pack import Pack
from alongside.people.models import Family, Person
from alongside.people.queries import kept_of
from alongside.prepared import Prepared
from alongside.story.asking import Asking, Question, Someone, sections_of
from alongside.story.fields import field_type
from alongside.story.models import Answer, ChronologyEvent, Entry, Fact

A_PAGE = 100
# When somebody said that a chronology is complete, the latest first.
COMPLETIONS = Fact.objects.filter(name="chronology.completed", replaced_by=None).order_by("-happened_at", "-pk")


@dataclass(frozen=True)
class Wanted:
    """What of the chronology is asked for; empty means all."""

    person: int | None = None
    kind: str = ""
    since: int | None = None
    until: int | None = None
    latest_first: bool = False

    @property
    def narrows(self) -> bool:
        return bool(self.person or self.kind or self.since or self.until)


@dataclass(frozen=True)
class Event:
    """One event, ready to be shown: when it was as one says it, whom it touched at what age, and what it meant."""

    row: ChronologyEvent
    kind: str
    when: str
    people: tuple[tuple[str, str], ...]
    impact: tuple[tuple[str, str], ...]
    weight: str
    source: str

    @property
    def record(self) -> Entry:
        return self.row.entry

    @property
    def marked_from(self) -> Entry | None:
        return self.row.entry.started_from


def chronology_form(pack: Pack) -> Form | None:
    """Return the form in which events are written, the one that asks what kind of event it was; None without one."""
    return next((form for form in pack.forms if any(one.options_from == "event_kinds" for one in form.fields)), None)


def standing_events(family: Family, wanted: Wanted) -> QuerySet[ChronologyEvent]:
    """Return the events that stand and are asked for, in the order of time, each with its record.

    Each carries `touched`, the ids of whom it touched, and when and by whom the chronology was last said to be
    complete (`completed_at`, `completed_by`), so that a page asks for neither by itself.
    """
    events = ChronologyEvent.objects.filter(family=family, entry__superseded_at=None)
    if wanted.person:
        events = events.filter(pk__in=ChronologyEvent.objects.filter(people=wanted.person))
    if wanted.kind:
        events = events.filter(kind=wanted.kind)
    if wanted.since:
        events = events.filter(last_day__gte=date(wanted.since, 1, 1))
    if wanted.until:
        events = events.filter(first_day__lte=date(wanted.until, 12, 31))
    completed = COMPLETIONS.filter(family=family.pk)
    touched = ChronologyEvent.people.through.objects.filter(chronologyevent=OuterRef("pk")).values("person")
    events = events.select_related("entry__author", "entry__started_from", "entry__pack_version")
    events = events.annotate(
        touched=ArraySubquery(touched),
        completed_at=Subquery(completed.values("happened_at")[:1]),
        completed_by=Subquery(completed.values("recorded_by__name")[:1]),
    )
    return events.reverse() if wanted.latest_first else events


def marked_from(record: Entry) -> list[ChronologyEvent]:
    """Return the events that stand and were marked from a record."""
    return list(ChronologyEvent.objects.filter(entry__started_from=record, entry__superseded_at=None))


def told(events: Iterable[ChronologyEvent], pack: Pack, known: Iterable[Person] = ()) -> list[Event]:
    """Return events as they are shown; one query more for what their records answer.

    :param known: people who are read already; anybody else whom an event touched is looked up in one query
    """
    rows = list(events)
    answers: dict[int, dict[str, Any]] = {}
    given = Answer.objects.filter(entry__in=[row.entry_id for row in rows])
    for entry, key, value in given.values_list("entry", "key", "value"):
        answers.setdefault(entry, {})[key] = value
    people = _people_of(rows, known)
    merged = _merged_among(answers, people)
    kinds = {kind.id: kind.title for kind in pack.event_kinds}
    return [_told(row, people, _of_kept(answers.get(row.entry_id, {}), merged), kinds) for row in rows]


def _people_of(rows: list[ChronologyEvent], known: Iterable[Person]) -> list[Person]:
    """Everybody whom the events touched, the eldest first."""
    people = {one.pk: one for one in known}
    others = {id for row in rows for id in row.touched} - set(people)  # type: ignore[attr-defined]
    people |= Person.objects.in_bulk(others) if others else {}
    return sorted(people.values(), key=lambda one: (one.date_of_birth or date.max, one.pk))


def _merged_among(answers: dict[int, dict[str, Any]], people: list[Person]) -> dict[str, str]:
    """Under which id answers were written about somebody whose record was merged since, and which one is kept."""
    ids = {key.partition("@")[2] for given in answers.values() for key in given}
    strange = {int(id) for id in ids if id.isdecimal()} - {one.pk for one in people}
    return {str(merged): str(kept) for merged, kept in kept_of(strange).items()}


def _of_kept(answers: dict[str, Any], merged: dict[str, str]) -> dict[str, Any]:
    """The answers under the ids that are kept; what was written under that id itself comes first."""
    whose = {key: key.partition("@")[2] for key in answers}
    taken = {f"{key.partition('@')[0]}@{merged[id]}": answers[key] for key, id in whose.items() if id in merged}
    return taken | {key: value for key, value in answers.items() if whose[key] not in merged}


def _told(row: ChronologyEvent, known: list[Person], answers: dict[str, Any], kinds: dict[str, str]) -> Event:
    people = [one for one in known if one.pk in row.touched]  # type: ignore[attr-defined]
    said = _said(row, people, answers)
    return Event(
        row=row,
        kind=kinds.get(row.kind) or _kind_of_its_time(row),
        when=row.when_words[:1].upper() + row.when_words[1:] or day(row.first_day),
        people=tuple((one.name, age_at(one, row)) for one in people),
        impact=tuple((name, words) for type, name, words in said if type == "narrative"),
        weight=next((words for type, _, words in said if type == "choice"), ""),
        source=next((words for type, _, words in said if type == "text"), ""),
    )


def _kind_of_its_time(row: ChronologyEvent) -> str:
    """What a kind was called that today's pack lacks: in the pack under which the event was written."""
    return next((one.title for one in row.entry.pack.event_kinds if one.id == row.kind), row.kind)


def _said(row: ChronologyEvent, people: list[Person], answers: dict[str, Any]) -> list[tuple[str, str, str]]:
    """Type, whom it is about, and the words of each answer besides what happened and what kind of event it was."""
    someone = tuple(Someone(one.pk, one.name, is_child=True) for one in people)
    form = row.entry.pack.form(row.entry.form_id)
    asking = Asking(form=form, pack=row.entry.pack, people=someone)
    questions = [question for section in sections_of(asking) for question in section.questions]
    happened = next((one.field.id for one in questions if one.type == "narrative"), "")
    rest = [one for one in questions if one.field.id != happened and one.field.options_from is None]
    found = [(one.type, one.person.name if one.person else "", _words(one, answers)) for one in rest]
    return [one for one in found if one[2]]


def _words(question: Question, answers: dict[str, Any]) -> str:
    kind, value = field_type(question.type), answers.get(question.key)
    return "" if kind.is_empty(value) else kind.words(question, value)


def age_at(person: Person, row: ChronologyEvent) -> str:
    """Return how old somebody was when an event was; “not born yet” before, and “about” when the day is not known."""
    if person.date_of_birth is None:
        return ""
    if person.date_of_birth > row.last_day:
        return "not born yet"
    if person.died_on and person.died_on < row.first_day:
        return "had died"
    words = person.age_on(max(row.first_day, person.date_of_birth))
    known = row.first_day == row.last_day or words.startswith("about")
    return words if known else f"about {words}"


def completed_at(family: Family | int) -> tuple[datetime, str] | None:
    """Return when somebody last said that the chronology is complete, and who; None when nobody ever did."""
    found = COMPLETED.ask(family=getattr(family, "pk", family))
    return found[0] if found else None


COMPLETED: Prepared[tuple[datetime, str]] = Prepared(
    lambda family: COMPLETIONS.filter(family=family).values_list("happened_at", "recorded_by__name")[:1]
)
