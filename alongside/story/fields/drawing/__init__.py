"""A drawing by hand, on one sheet or several, such as the three houses that a child fills."""

from collections.abc import Callable
from typing import Any

from django.urls import reverse

from alongside.packs.format.forms import Option
from alongside.story.asking import Posted, Question
from alongside.story.blocks import Block, Drawing
from alongside.story.drawing.picture import empty_sheet, sheet_svg
from alongside.story.drawing.telling import contents, written
from alongside.story.fields.base import FieldType

# Beside the sheets stands what another question says of them, when an answer is read with the others of its entry.
IN_WORDS = "in words"


class DrawingField(FieldType):
    """The answer holds, for each sheet by its id, the marks on it; it is drawn on a page of its own."""

    id = "drawing"
    written_elsewhere = True

    def parse(self, question: Question, posted: Posted) -> Any:
        return {}

    def is_empty(self, value: Any) -> bool:
        return not any(marks for sheet, marks in (value or {}).items() if sheet != IN_WORDS)

    def together(self, question: Question, answers: dict[str, Any]) -> Any:
        value = answers.get(question.key)
        described = answers.get(self.description_key(question)) or ""
        return value and {**value, IN_WORDS: described}

    def description_key(self, question: Question) -> str:
        """Return the key of the answer that says in words what was drawn."""
        person = f"@{question.person.id}" if question.person else ""
        return f"{question.field.described_in}{person}"

    def problems(self, question: Question, value: Any) -> list[str]:
        if value.get(IN_WORDS, "unknown here").strip():
            return []
        asked = next(field.label for field in question.asking.form.fields if field.id == question.field.described_in)
        label = question.asking.fill(asked, question.person)
        return [f"say in a few words what it shows, for those who cannot see it, under “{label}”"]

    def sheets(self, question: Question, value: Any) -> list[tuple[Option, list[dict[str, Any]]]]:
        """Return each sheet that has something on it, with its marks."""
        return [(one, value[one.id]) for one in question.field.options if (value or {}).get(one.id)]

    def show(self, question: Question, value: Any) -> list[Block]:
        described = value.get(IN_WORDS, "")
        blocks: list[Block] = []
        for sheet, marks in self.sheets(question, value):
            label = question.asking.fill(sheet.label, question.person)
            says = " ".join(f"{label}, drawn by hand. {described} {contents(marks)}".split())
            blocks.append(Drawing(_maker(sheet.id, marks, says), label, says, self.address(question, sheet.id)))
        return blocks

    def address(self, question: Question, sheet: str) -> str:
        """Return where the sheet can be had as a picture; nothing where the question belongs to no entry."""
        entry_id = question.asking.entry_id
        return reverse("drawing-picture", args=[entry_id, question.key, sheet]) if entry_id else ""

    def blank(self, question: Question) -> list[Block]:
        """Each sheet as wide as the paper is, for a child's hand, with its name in one piece with it."""
        return [self._empty(question, sheet) for sheet in question.field.options]

    def _empty(self, question: Question, sheet: Option) -> Drawing:
        label = question.asking.fill(sheet.label, question.person)
        hint = question.asking.fill(sheet.hint, question.person)
        return Drawing(lambda: str(empty_sheet(sheet.id, says=label)), f"{label}. {hint}".strip(), label)

    def words(self, question: Question, value: Any) -> str:
        return "\n".join(line for _, marks in self.sheets(question, value) for line in written(marks))


def _maker(sheet: str, marks: list[dict[str, Any]], says: str) -> Callable[[], str]:
    return lambda: str(sheet_svg(sheet, marks, says=says))
