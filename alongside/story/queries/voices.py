"""What each child of a family said, drew, sent, rated and showed, and what is missing."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db.models import QuerySet

from alongside.packs.format.pack import Pack
from alongside.people.models import Family, Person
from alongside.story.asking import Asking, Question, Someone, sections_of
from alongside.story.blocks import Listing, ShownQuestion
from alongside.story.fields import field_type
from alongside.story.hearing import speaker, topics_field
from alongside.story.models import Answer, ChildHeard, PersonSeen, Rating, Statement

A_PAGE = 20


@dataclass(frozen=True)
class Voice:
    """What one record holds of a child's voice, in blocks as every record is drawn from."""

    heard: ChildHeard
    parts: tuple[ShownQuestion, ...]


@dataclass(frozen=True)
class Missing:
    """What nobody has asked a child yet, in the words of the pack, and whether nobody has ever seen them alone."""

    topics: tuple[str, ...] = ()
    never_alone: bool = False


@dataclass
class Glance:
    """One child at a glance: when they were last heard and last seen alone, and how often they were heard."""

    last: ChildHeard | None = None
    last_alone: Any = None
    times: int = 0
    topics: set[str] = field(default_factory=set)


def standing_voices(family: Family, person: Person) -> QuerySet[ChildHeard]:
    """Return when a child was heard, by records that stand, the latest first."""
    return _standing(family).filter(person=person)


def _standing(family: Family) -> QuerySet[ChildHeard]:
    return ChildHeard.objects.filter(family=family, entry__superseded_at=None).order_by("-heard_on", "-pk")


def glances(family: Family) -> dict[int, Glance]:
    """Return, by person, each child of whom there is something to tell; two queries whatever the size of the record."""
    found: dict[int, Glance] = {}
    rows = (
        _standing(family)
        .select_related("entry")
        .only("person", "heard_on", "words", "ways", "topics", "alone", "only_observed", "entry__title")
    )
    for row in rows:
        one = found.setdefault(row.person_id, Glance())
        one.last = one.last or row
        one.times += 1
        one.topics |= set(row.topics)
    seen_alone = PersonSeen.objects.filter(entry__family=family, entry__superseded_at=None, alone=True)
    for person, on in seen_alone.order_by("seen_on").values_list("person", "seen_on"):
        found.setdefault(person, Glance()).last_alone = on
    return found


def missing(glance: Glance, pack: Pack, child: Someone) -> Missing:
    """Return what has not been asked of a child so far, by the forms of today's pack that ask what was spoken about."""
    return Missing(tuple(_never_asked(glance, pack, child)), never_alone=glance.last_alone is None)


def _never_asked(glance: Glance, pack: Pack, child: Someone) -> Iterable[str]:
    for form in pack.forms:
        topics = topics_field(form)
        if topics is None:
            continue
        asking = Asking(form=form, pack=pack, people=(child,))
        for option in topics.options:
            if f"{topics.id}.{option.id}" not in glance.topics:
                yield asking.fill(option.label, child)
        each = next(section for section in form.sections if topics in section.fields)
        for one in each.fields:
            if one.type == "choice" and one is not topics and one.id not in glance.topics:
                yield asking.fill(one.label, child)


def with_parts(rows: Iterable[ChildHeard], person: Person) -> list[Voice]:
    """Return what these records hold of the child's voice; three queries for all of them together.

    Whatever type of question it stands in is shown as its type shows it, so that a new one needs nothing here.
    """
    heard = list(rows)
    entries = [row.entry_id for row in heard]
    answers: dict[int, dict[str, Any]] = {}
    for entry, key, value in Answer.objects.filter(entry__in=entries).values_list("entry", "key", "value"):
        answers.setdefault(entry, {})[key] = value
    said = _said_on_the_map(entries, person)
    placed = _placed(entries, person)
    return [
        Voice(row, (*_answered(row, person, answers.get(row.entry_id, {})), *_also(row, said, placed))) for row in heard
    ]


def _answered(row: ChildHeard, person: Person, answers: dict[str, Any]) -> Iterable[ShownQuestion]:
    entry = row.entry
    someone = Someone(person.pk, person.name, is_child=True)
    asking = Asking(
        form=entry.pack.form(entry.form_id), pack=entry.pack, people=(someone,), family_id=entry.family_id,
        subject=someone if entry.person_id == person.pk else None, happened_on=entry.happened_on,
    )  # fmt: skip
    for section in sections_of(asking):
        for question in section.questions:
            if speaker(question) == someone or _tells_of(question, someone):
                yield from _shown(question, answers)


def _tells_of(question: Question, child: Someone) -> bool:
    """Whether it is a choice about this child beside their words, such as whether they feel safe."""
    return question.type == "choice" and not question.field.several and question.person == child


def _shown(question: Question, answers: dict[str, Any]) -> Iterable[ShownQuestion]:
    kind, value = field_type(question.type), answers.get(question.key)
    if not kind.is_empty(value) and question.applies(answers):
        yield ShownQuestion(question.label, blocks=tuple(kind.show(question, value)))


def _said_on_the_map(entries: list[int], person: Person) -> dict[int, list[Statement]]:
    said: dict[int, list[Statement]] = {}
    rows = Statement.objects.filter(entry__in=entries, said_by=person).exclude(state=Statement.State.WITHDRAWN)
    for one in rows.only("entry", "column", "words"):
        said.setdefault(one.entry_id, []).append(one)
    return said


def _placed(entries: list[int], person: Person) -> dict[int, list[Rating]]:
    placed: dict[int, list[Rating]] = {}
    for one in Rating.objects.filter(entry__in=entries, person=person).select_related("statement").order_by("pk"):
        placed.setdefault(one.entry_id, []).append(one)
    return placed


def _also(
    row: ChildHeard, said: dict[int, list[Statement]], placed: dict[int, list[Rating]]
) -> Iterable[ShownQuestion]:
    pack = row.entry.pack
    columns = {column.id: column.title for column in pack.columns}
    if statements := said.get(row.entry_id):
        items = tuple((one.words, columns.get(one.column, "")) for one in statements)
        yield ShownQuestion("Said for the map", blocks=(Listing(items, quoted=True),))
    if ratings := placed.get(row.entry_id):
        yield ShownQuestion("Placed on a scale", blocks=(Listing(tuple(_place(one, pack) for one in ratings)),))


def _place(rating: Rating, pack: Pack) -> tuple[str, str]:
    """Where a child placed themselves, and on what, with what the ends mean so that nobody reads it the wrong way."""
    scale = next((one for one in (*pack.scales, *pack.stars) if one.id == rating.scale), None)
    if scale is None:
        return str(rating.value), rating.scale
    area = next((one.title for one in getattr(scale, "areas", ()) if one.id == rating.area), "")
    about = area or (rating.statement.words if rating.statement else "")
    highest = getattr(scale, "highest", None) or pack.scale(scale.scale).highest
    return f"{rating.value} of {highest}", f"{scale.title}{': ' if about else ''}{about}"
