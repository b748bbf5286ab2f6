"""When something was, if only the month, the season or the year is known: as somebody would say it."""

from typing import Any

from django.utils import timezone

from alongside.story import rough_dates
from alongside.story.asking import Posted, Question
from alongside.story.blocks import Block, Lines
from alongside.story.fields.base import FieldType

LONGEST = 200


class RoughDate(FieldType):
    """The answer is the words as typed; `rough_dates.read` says which days they mean."""

    id = "rough-date"

    @property
    def template(self) -> str:
        return "text/edit.jinja"

    def parse(self, question: Question, posted: Posted) -> Any:
        return posted.line()[:LONGEST]

    def problems(self, question: Question, value: Any) -> list[str]:
        found = rough_dates.read(value)
        if found is None:
            return ["Write it like “14 March 2019”, “March 2019”, “spring 2019”, “2019” or “2015 to 2017”"]
        if found.first > timezone.localdate():
            return ["This lies in the future: put when it happened"]
        return []

    def blank(self, question: Question) -> list[Block]:
        return [Lines(1)]
