"""Sections and questions of a form as asked in one entry; repeated ones once for each person."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from alongside.packs.format.forms import FormField, Needed, Only, Section
from alongside.story.asking.asking import Asking, Someone


@dataclass(frozen=True)
class Question:
    """One field of a form as it is asked, of one person where its section is repeated."""

    field: FormField
    asking: Asking
    person: Someone | None = None

    @property
    def key(self) -> str:
        """Return the stable key under which the answer is kept: `views` or, for person 12, `views@12`."""
        return f"{self.field.id}@{self.person.id}" if self.person else self.field.id

    @property
    def type(self) -> str:
        return self.field.type

    @property
    def label(self) -> str:
        return self._filled(self.field.label)

    @property
    def hint(self) -> str:
        return self._filled(self.field.hint)

    @property
    def prompts(self) -> list[str]:
        return [self._filled(prompt) for prompt in self.field.prompts]

    @property
    def is_needed(self) -> bool:
        return self.field.needed != Needed.NO

    @property
    def only_when_late(self) -> bool:
        """Return whether it is asked only of a record that is written down, or finished, later than a standard asks."""
        return self.field.needed in (Needed.WHEN_LATE, Needed.WHEN_OVERDUE)

    @property
    def only_when_overdue(self) -> bool:
        """Return whether it is asked only of a record that comes after it was due."""
        return self.field.needed == Needed.WHEN_OVERDUE

    @property
    def may_be_left_with_reason(self) -> bool:
        return self.field.needed == Needed.OR_REASON

    @property
    def choosable(self) -> tuple[Someone, ...]:
        """Return who may be chosen or asked here."""
        return self.asking.chosen(self.field.who)

    @property
    def html_id(self) -> str:
        return "q-" + self.key.replace("@", "-of-")

    def _filled(self, words: str | None) -> str:
        return self.asking.fill(words, self.person)

    def applies(self, answers: dict[str, Any]) -> bool:
        """Return whether the question is asked, given the other answers of the entry."""
        return holds(self.field.only, answers, self.person)


@dataclass(frozen=True)
class AskedSection:
    section: Section
    questions: tuple[Question, ...]
    title: str
    hint: str
    html_id: str

    @property
    def side_by_side(self) -> bool:
        return self.section.side_by_side


def holds(only: Only | None, answers: dict[str, Any], person: Someone | None = None) -> bool:
    """Return whether a condition of the pack holds: the field it names has one of its options chosen."""
    if only is None:
        return True
    own = answers.get(f"{only.field}@{person.id}") if person else None
    return bool(set(only.any_of) & set((own or answers.get(only.field)) or []))


def sections_of(asking: Asking) -> list[AskedSection]:
    """Return the form's sections in order, a repeated one once for each of its people (once, unnamed, on paper)."""
    return [asked for section in asking.form.sections for asked in _asked(section, asking)]


def with_asking(section: AskedSection, asking: Asking) -> AskedSection:
    """Return the section as asked with more known about the family."""
    return replace(section, questions=tuple(replace(question, asking=asking) for question in section.questions))


def _asked(section: Section, asking: Asking) -> list[AskedSection]:
    if section.for_each is None:
        return [_for_one(section, asking, None)]
    who = {"child": asking.children(), "adult": asking.chosen("adults"), "person": asking.people}[section.for_each]
    if asking.subject:
        who = tuple(one for one in who if one == asking.subject) or who
    if not who and asking.blank:
        return [_for_one(section, asking, None)]
    return [_for_one(section, asking, person) for person in who]


def _for_one(section: Section, asking: Asking, person: Someone | None) -> AskedSection:
    title = asking.fill(section.title, person)
    if person and person.name not in title:
        title = f"{title}: {person.name}"
    return AskedSection(
        section=section,
        questions=tuple(Question(field, asking, person) for field in section.fields),
        title=title,
        hint=asking.fill(section.hint, person),
        html_id=f"s-{section.id}" + (f"-of-{person.id}" if person else ""),
    )


def day_of(value: Any) -> date | None:
    """Return the date that an answer holds as `2026-03-09`, or None when it holds none."""
    try:
        return date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None
