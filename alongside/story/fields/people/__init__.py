"""People of the family, and others by name."""

from typing import Any

from alongside.story.asking import Posted, Question
from alongside.story.asking.asking import in_a_row
from alongside.story.blocks import Block, Lines, Listing, Ticks
from alongside.story.fields.base import FieldType


class People(FieldType):
    """The answer holds the ids of people of the family, with the names they had, and others in words."""

    id = "people"

    def parse(self, question: Question, posted: Posted) -> Any:
        sent = posted.all("who")
        chosen = [{"id": one.id, "name": one.name} for one in question.choosable if str(one.id) in sent]
        others = posted.words("others")
        return {"people": chosen, "others": others} if chosen or others else {}

    def show(self, question: Question, value: Any) -> list[Block]:
        others = [(line, "") for line in value["others"].splitlines() if line.strip()]
        return [Listing(tuple([(one["name"], "") for one in value["people"]] + others))]

    def blank(self, question: Question) -> list[Block]:
        names = tuple((one.name, False) for one in question.choosable)
        return [Ticks(names), Lines(2)] if names else [Lines(3)]

    def words(self, question: Question, value: Any) -> str:
        if not value:
            return ""
        return in_a_row(
            [one["name"] for one in value["people"]] + value["others"].split("\n")[:1] * bool(value["others"])
        )
