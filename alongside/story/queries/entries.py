"""An entry with its form, its people and its answers, read together."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from alongside.access.models import User
from alongside.packs.queries import current
from alongside.people.models import Family, Person
from alongside.people.queries import members_of
from alongside.story.asking import AskedSection, Asking, Question, Someone, sections_of
from alongside.story.fields import field_type
from alongside.story.models import Answer, Entry

# A reason for leaving a question is kept beside its answer, under this prefix.
REASON = "reason:"


@dataclass(frozen=True)
class Filled:
    """A form as asked in one entry, and what was answered; `kept` holds the rows with their revisions."""

    asking: Asking
    sections: list[AskedSection]
    kept: dict[str, Answer]
    # Who began the record; what another wrote in it says so. None where nobody but the author could.
    author_id: int | None = None

    @property
    def answers(self) -> dict[str, Any]:
        return {key: answer.value for key, answer in self.kept.items()}

    def questions(self) -> Iterator[Question]:
        """Yield every question in order, whether it applies or not."""
        for section in self.sections:
            yield from section.questions

    def answered(self) -> Iterator[tuple[Question, Any]]:
        """Yield each question that applies and has an answer, with it."""
        answers = self.answers
        for question in self.questions():
            value = answers.get(question.key)
            if not field_type(question.type).is_empty(value) and question.applies(answers):
                yield question, value


def filled(entry: Entry) -> Filled:
    """Return the entry's form with its answers, in two queries (people, answers)."""
    asking = asking_of(entry)
    kept = {answer.key: answer for answer in entry.answers.select_related("saved_by")}
    return Filled(asking, sections_of(_with_those_answered(asking, kept)), kept, entry.author_id)


def begun_and_untouched(*, form_id: str, family: Family, person: Person | None, by: User) -> Entry | None:
    """Return the draft of this kind that somebody began and wrote nothing in yet: they need no second one."""
    untouched = Entry.objects.filter(
        form_id=form_id, family=family, person=person, author=by, pack_version=current(), status=Entry.Status.DRAFT,
        happened_on=None, written_by="", started_from=None, amends=None, answers=None,
    )  # fmt: skip
    return untouched.order_by("-pk").first()


def asking_of(entry: Entry) -> Asking:
    """Return who and what the entry's form is asked about."""
    people = _as_it_names(entry, people_of(entry))
    return Asking(
        form=entry.pack.form(entry.form_id),
        pack=entry.pack,
        people=people,
        subject=next((one for one in people if one.id == entry.person_id), None),
        entry_id=entry.pk,
        family_id=entry.family_id,
        family_name=entry.family.name if entry.family else "",
        happened_on=entry.happened_on,
    )


def people_of(entry: Entry) -> tuple[Someone, ...]:
    """Return the people of the entry's family today; only its person when it is about one of no family."""
    if entry.family:
        return tuple(Someone(one.person.pk, one.name, one.is_child) for one in members_of(entry.family))
    if entry.person:
        return (Someone(entry.person.pk, entry.person.name, is_child=True),)
    return ()


def _as_it_names(entry: Entry, people: tuple[Someone, ...]) -> tuple[Someone, ...]:
    """The same people; whom the record is about has in it the id that it was written under, merged since or not."""
    if any(one.id == entry.person_id for one in people) or entry.person is None:
        return people
    return _known_as(people, entry.person)


def _known_as(people: tuple[Someone, ...], merged: Person) -> tuple[Someone, ...]:
    return tuple(replace(one, id=merged.pk) if one.id == merged.merged_into_id else one for one in people)


def asked_about_who_left(entry: Entry, key: str) -> Asking | None:
    """Return who the form is asked about with whom this key names, who has left the family; None for anybody else."""
    whom = _whose(key)
    if not (entry.family and whom.isascii() and whom.isdecimal() and len(whom) < 10):
        return None
    if not entry.family.memberships.filter(person_id=int(whom)).exists():
        return None
    return _with_those_answered(asking_of(entry), [key])


def _with_those_answered(asking: Asking, kept: Iterable[str]) -> Asking:
    """Answers about somebody who has left the family since keep their place: the record shows what was written.

    So do answers under a record of somebody that was merged since: they stand as that person's own.
    """
    people, answered = asking.people, {int(id) for id in map(_whose, kept) if id.isdecimal()}
    gone = answered - {one.id for one in people}
    for one in Person.objects.filter(pk__in=gone).select_related("merged_into") if gone else ():
        people = people if one.merged_into_id in answered else _known_as(people, one)
        if one.pk not in {someone.id for someone in people}:
            people += (Someone(one.pk, one.name, is_child=True),)
    return replace(asking, people=people)


def _whose(key: str) -> str:
    return key.partition("@")[2]
