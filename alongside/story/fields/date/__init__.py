"""A day."""

from typing import Any

from alongside.story.asking import Posted, Question
from alongside.story.blocks import Block, Words
from alongside.story.fields.base import FieldType
from alongside.story.fields.days import as_date, day_problem, in_words, typed_day


class Day(FieldType):
    """The answer holds the three boxes as typed; it is a date once they are right."""

    id = "date"

    def parse(self, question: Question, posted: Posted) -> Any:
        return typed_day(posted)

    def problems(self, question: Question, value: Any) -> list[str]:
        problem = day_problem(value)
        return [problem] if problem else []

    def show(self, question: Question, value: Any) -> list[Block]:
        return [Words(self.words(question, value))]

    def blank(self, question: Question) -> list[Block]:
        return [Words("Day ……  Month ……  Year …………")]

    def words(self, question: Question, value: Any) -> str:
        return in_words(as_date(value)) or " ".join((value or {}).values())
