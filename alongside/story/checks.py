"""What a long record has to hold before it is final, as a list that fills; what is checked stands in the pack."""

from collections.abc import Iterable
from dataclasses import dataclass

from alongside.packs.format.forms import Check
from alongside.story.asking import Question
from alongside.story.fields import field_type
from alongside.story.queries.entries import REASON, Filled
from alongside.story.readiness import Lack


@dataclass(frozen=True)
class Checked:
    """One line of the list: `missing` names what is not there yet, `left` what was left with a reason."""

    title: str
    html_id: str
    missing: tuple[str, ...] = ()
    left: tuple[str, ...] = ()
    there: int = 0

    @property
    def state(self) -> str:
        """Return how it stands, in words."""
        if self.missing:
            return "to do" if self.there or self.left else "missing"
        return "left with a reason" if self.left and not self.there else "there"


def checked(found: Filled, lacks: Iterable[Lack]) -> list[Checked]:
    """Return each check of the form and how it stands; none for a form that has none."""
    lacking: dict[str, list[str]] = {}
    for lack in lacks:
        lacking.setdefault(lack.key, []).append(lack.beside)
    return [_checked(check, found, lacking) for check in found.asking.form.checks]


def _checked(check: Check, found: Filled, lacking: dict[str, list[str]]) -> Checked:
    answers = found.answers
    asked = [one for one in found.questions() if one.field.id in check.fields and one.applies(answers)]
    missing = [one for one in asked if one.key in lacking]
    left = [one for one in asked if answers.get(REASON + one.key) and _empty(one, found)]
    there = [one for one in asked if one not in left and not _empty(one, found)]
    first = next(iter(missing or asked), None)
    return Checked(
        title=found.asking.fill(check.title),
        html_id=first.html_id if first else "",
        missing=tuple(name for one in missing for name in _names(one, lacking[one.key])),
        left=tuple(f"{_called(one)}: {answers[REASON + one.key]}" for one in left),
        there=len(there),
    )


def _empty(question: Question, found: Filled) -> bool:
    kind = field_type(question.type)
    return kind.is_empty(kind.together(question, found.answers))


def _names(question: Question, says: list[str]) -> list[str]:
    """Whom it is about, where it is asked of each; else what there is to do, beyond answering the question at all."""
    if question.person:
        return [question.person.name]
    return [one or question.label for one in says]


def _called(question: Question) -> str:
    return question.person.name if question.person else question.label
