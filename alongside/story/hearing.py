"""Which answers of a form are a child's own voice, and keeping that a child was heard when a record becomes final."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from alongside.packs.format.forms import Form, FormField, Section
from alongside.story import facts
from alongside.story.asking import Question, Someone
from alongside.story.fields import field_type

if TYPE_CHECKING:
    from alongside.access.models import User
    from alongside.story.models import Entry
    from alongside.story.queries.entries import Filled

# Whose words a question asks for when it asks for a child's voice: said, or shown to somebody who describes it.
SAID, OBSERVED = "child", "observed"
# What a child makes or sends is theirs, whatever else a form says of the question.
MADE = {"drawing": "A drawing", "documents": "A picture, letter or recording"}
ON_A_SCALE, ON_THE_MAP = "On a scale", "On the map"
LONGEST = 400


def speaker(question: Question) -> Someone | None:
    """Return the child whose voice the answer to a question is; None when it is nobody's, or of several together."""
    if question.field.words_of not in (SAID, OBSERVED) and question.type not in MADE:
        return None
    one = question.person or question.asking.subject
    return one if one and one.is_child else None


def topics_field(form: Form) -> FormField | None:
    """Return the question with which a form asks, for each child, what was spoken about; None when it asks none.

    It stands in the section that asks both what a child says and what a child shows.
    """
    voices = [section.fields for section in form.sections if section.for_each == "child" and _asks_for_both(section)]
    each = (field for fields in voices for field in fields)
    return next((field for field in each if field.type == "choice" and field.several), None)


def _asks_for_both(section: Section) -> bool:
    return {SAID, OBSERVED} <= {field.words_of for field in section.fields}


def ways_field(form: Form) -> FormField | None:
    """Return the question with which a form about a child's voice asks by which means it came."""
    if topics_field(form) is None:
        return None
    once = (field for section in form.sections if section.for_each is None for field in section.fields)
    return next((field for field in once if field.type == "choice" and field.several), None)


def keep_voices(entry: "Entry", found: "Filled", *, by: "User") -> None:
    """Write for each child of the family that they were heard, and the fact on which the standards' clocks rest.

    Part of making an entry final, after its own facts are stored. Somebody who repeats a child's words in a record that
    asks for no child by name, such as supervision, has not heard the child again.
    """
    from alongside.story.models import ChildHeard

    if entry.family_id is None or entry.happened_on is None:
        return
    others = _on_scales_and_map(entry, found)
    for child in found.asking.children():
        spoken = [(question, value) for question, value in found.answered() if _is_of(child, question)]
        placed = others.get(child.id, [])
        if not spoken and not placed:
            continue
        ChildHeard.objects.create(
            entry=entry, person_id=child.id, family_id=entry.family_id, heard_on=entry.happened_on,
            alone=_alone(entry, child), ways=[*_ways(entry, found, spoken), *placed], topics=_topics(found, child),
            words=_words(spoken), only_observed=bool(spoken) and not placed and _observed(spoken),
        )  # fmt: skip
        facts.add_for_entry(entry, name="child.heard", by=by, person_id=child.id)


def _is_of(child: Someone, question: Question) -> bool:
    one = speaker(question)
    return one is not None and one.id == child.id


def _observed(spoken: list[tuple[Question, Any]]) -> bool:
    return all(question.field.words_of == OBSERVED for question, _ in spoken)


def _on_scales_and_map(entry: "Entry", found: "Filled") -> dict[int, list[str]]:
    """By person, whether they placed themselves on a scale and whether they said something that stands on the map."""
    types = {question.type for question in found.questions()}
    placed: dict[int, list[str]] = {}
    if types & {"rating", "star", "statements"}:
        for person in entry.ratings.exclude(person=None).values_list("person", flat=True).distinct():
            placed.setdefault(person, []).append(ON_A_SCALE)
    if "statements" in types:
        for person in entry.statements.exclude(said_by=None).values_list("said_by", flat=True).distinct():
            placed.setdefault(person, []).append(ON_THE_MAP)
    return placed


def _alone(entry: "Entry", child: Someone) -> bool | None:
    return entry.people_seen.filter(person=child.id).values_list("alone", flat=True).first()


def _ways(entry: "Entry", found: "Filled", spoken: list[tuple[Question, Any]]) -> list[str]:
    """By which means it came: as the form asks, else what was made, else the kind of record."""
    asked = ways_field(found.asking.form)
    chosen = found.answers.get(asked.id) if asked else None
    if asked and chosen:
        return [option.label for option in asked.options if option.id in chosen]
    made = dict.fromkeys(MADE[question.type] for question, _ in spoken if question.type in MADE)
    said = any(question.type not in MADE for question, _ in spoken)
    return [*([entry.title] if said else []), *made]


def _topics(found: "Filled", child: Someone) -> list[str]:
    """Which questions about this child were answered, and of what was spoken about, each option."""
    return list(dict.fromkeys(_each_topic(found, child)))


def _each_topic(found: "Filled", child: Someone) -> Iterator[str]:
    for question, value in found.answered():
        if question.person and question.person.id == child.id:
            yield question.field.id
            if question.type == "choice" and question.field.several:
                yield from (f"{question.field.id}.{option}" for option in value)


def _words(spoken: list[tuple[Question, Any]]) -> str:
    words = " ".join(" ".join(field_type(one.type).words(one, value).split()) for one, value in spoken)
    return words if len(words) <= LONGEST else words[: LONGEST - 1].rsplit(" ", 1)[0] + "…"
