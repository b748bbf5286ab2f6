"""A few words on one line."""

from typing import Any

from alongside.story.asking import Posted, Question
from alongside.story.blocks import Block, Lines
from alongside.story.fields.base import FieldType

LONGEST_LINE = 500


class Text(FieldType):
    id = "text"

    def parse(self, question: Question, posted: Posted) -> Any:
        return posted.line()

    def problems(self, question: Question, value: Any) -> list[str]:
        if len(value) > LONGEST_LINE:
            return [f"Shorten this to {LONGEST_LINE} characters; it has {len(value)}"]
        if question.field.unique and question.asking.entry_id and _is_taken(question, value):
            return ["Another family of your team has this reference already. Check the number, or leave it out"]
        return []

    def blank(self, question: Question) -> list[Block]:
        return [Lines(1)]


def _is_taken(question: Question, words: str) -> bool:
    from alongside.story.queries.references import on_another_family

    return on_another_family(question.key, words, question.asking.entry_id or 0)
