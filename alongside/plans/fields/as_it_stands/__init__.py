"""A part of the record as it stands: shown while an entry is written, and kept with it when it is finished."""

from typing import Any

from alongside.people.models import Family
from alongside.plans.fields.as_it_stands.parts import PARTS
from alongside.story.asking import Posted, Question
from alongside.story.blocks import Block, Grid, Words
from alongside.story.fields.base import FieldType

NOTHING = "The record says nothing of this"


class AsItStands(FieldType):
    """The answer holds rows of words, as they stood; nobody types them."""

    id = "as-it-stands"

    def parse(self, question: Question, posted: Posted) -> Any:
        return {}

    def standing(self, question: Question) -> dict[str, Any]:
        """Return the rows of the part that the question shows, with the headings of their cells."""
        head, reader = PARTS[str(question.field.shows)]
        family = Family.objects.filter(pk=question.asking.family_id or 0).first()
        return {"head": list(head), "rows": [list(row) for row in reader(family)] if family else []}

    def show(self, question: Question, value: Any) -> list[Block]:
        if not value["rows"]:
            return [Words(NOTHING)]
        return [Grid(tuple(value["head"]), tuple(tuple(row) for row in value["rows"]))]

    def blank(self, question: Question) -> list[Block]:
        head, _ = PARTS[str(question.field.shows)]
        return [Grid(head, (("",) * len(head),) * 3)]

    def words(self, question: Question, value: Any) -> str:
        return "\n".join(", ".join(cell for cell in row if cell) for row in (value or {}).get("rows", []))
