"""What each child of a family said, drew, sent, rated and showed, and what is missing."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from alongside.packs.format.pack import Pack
from alongside.people.models import Family, Person
from alongside.people.queries import kept_record
from alongside.story.asking import Asking, Question, Someone, sections_of
from alongside.story.blocks import Listing, ShownQuestion
from alongside.story.fields import field_type
from alongside.story.hearing import speaker, topics_field
from alongside.story.models import Answer, ChildHeard, PersonSeen

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
    """One child at a glance: each time they were heard, the latest first, and when they were last seen alone."""

    rows: list[ChildHeard] = field(default_factory=list)
    last_alone: date | None = None
    topics: set[str] = field(default_factory=set)

    @property
    def last(self) -> ChildHeard | None:
        return next(iter(self.rows), None)

    @property
    def times(self) -> int:
        return len(self.rows)

    @property
    def ways(self) -> list[str]:
        """Return every means by which they were heard, in the order of the alphabet."""
        return sorted({way for row in self.rows for way in row.ways})

    def by(self, way: str) -> list[ChildHeard]:
        """Return when they were heard by this means, or by any when none is given, the latest first."""
        return [row for row in self.rows if not way or way in row.ways]


def glances(family: Family) -> dict[int, Glance]:
    """Return, by person, each child of whom there is something to tell; two queries whatever the size of the record.

    What was heard under a record that was merged is the kept one's.
    """
    found: dict[int, Glance] = {}
    own = ("person", "heard_on", "words", "ways", "topics", "alone", "only_observed", "entry__title")
    rows = ChildHeard.objects.filter(family=family, entry__superseded_at=None).select_related("entry").only(*own)
    for row in rows.annotate(of=kept_record("person")).order_by("-heard_on", "-pk"):
        one = found.setdefault(row.of, Glance())
        one.rows.append(row)
        one.topics |= set(row.topics)
    seen_alone = PersonSeen.objects.filter(entry__family=family, entry__superseded_at=None, alone=True)
    for person, on in seen_alone.order_by("seen_on").values_list(kept_record("person"), "seen_on"):
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
    """Return what these records hold of the child's voice, in the order given; two queries for all of them together.

    Whatever type of question it stands in is shown as its type shows it, so that a new one needs nothing here.
    """
    wanted = [row.pk for row in rows]
    found = ChildHeard.objects.filter(pk__in=wanted).select_related("entry__author", "entry__pack_version")
    heard = {row.pk: row for row in found}
    answers: dict[int, dict[str, Any]] = {}
    told = Answer.objects.filter(entry__in=[row.entry_id for row in heard.values()])
    for entry, key, value in told.values_list("entry", "key", "value"):
        answers.setdefault(entry, {})[key] = value
    in_order = [heard[pk] for pk in wanted if pk in heard]
    return [Voice(row, tuple(_parts(row, person, answers.get(row.entry_id, {})))) for row in in_order]


def _parts(heard: ChildHeard, person: Person, answers: dict[str, Any]) -> Iterator[ShownQuestion]:
    """In the answers the child has the id of the record that they were heard under, which may be merged since."""
    entry, someone = heard.entry, Someone(heard.person_id, person.name, is_child=True)
    asking = Asking(
        form=entry.pack.form(entry.form_id), pack=entry.pack, people=(someone,), family_id=entry.family_id,
        subject=someone if entry.person_id == someone.id else None, happened_on=entry.happened_on,
    )  # fmt: skip
    for section in sections_of(asking):
        for question in section.questions:
            value = answers.get(question.key)
            if not field_type(question.type).is_empty(value) and question.applies(answers):
                yield from _shown(question, value, someone)


def _shown(question: Question, value: Any, child: Someone) -> Iterator[ShownQuestion]:
    """What of one answer is this child's: all of it, or the rows that they gave among others."""
    if speaker(question) == child or _tells_of(question, child):
        yield ShownQuestion(question.label, blocks=tuple(field_type(question.type).show(question, value)))
    elif question.type == "statements":
        said = [(row["words"], "") for row in value if row["said_by"] and row["said_by"]["id"] == child.id]
        if said:
            yield ShownQuestion(question.label, blocks=(Listing(tuple(said), quoted=True),))
    elif question.type == "rating":
        placed = [_place(question, row) for row in value if row["id"] == child.id]
        if placed:
            yield ShownQuestion(question.label, blocks=(Listing(tuple(placed)),))


def _tells_of(question: Question, child: Someone) -> bool:
    """Whether it is a choice about this child beside their words, such as whether they feel safe."""
    return question.type == "choice" and not question.field.several and question.person == child


def _place(question: Question, row: dict[str, Any]) -> tuple[str, str]:
    """Where a child placed themselves, with what both ends mean, so that nobody reads it the wrong way."""
    scale = question.asking.pack.scale(str(question.field.scale))
    ends = f"{scale.lowest} is “{scale.lowest_means}”, {scale.highest} is “{scale.highest_means}”"
    return f"{row['value']} of {scale.highest}{': ' if row['words'] else ''}{row['words']}", ends
