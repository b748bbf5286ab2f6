"""Things to tick off, each with room for a note."""

from typing import Any

from alongside.story.asking import Posted, Question
from alongside.story.blocks import Block, Grid, Ticks
from alongside.story.fields.base import FieldType


class Checklist(FieldType):
    """The answer holds, by option id, whether it is done and a note."""

    id = "checklist"

    def parse(self, question: Question, posted: Posted) -> Any:
        found = {}
        for option in question.field.options:
            done, note = f"{option.id}:done" in posted, posted.words(f"{option.id}:note")
            if done or note:
                found[option.id] = {"done": done, "note": note}
        return found

    def show(self, question: Question, value: Any) -> list[Block]:
        rows = []
        for option in question.field.options:
            item = value.get(option.id, {})
            rows.append((question.asking.fill(option.label), "Yes" if item.get("done") else "No", item.get("note", "")))
        return [Grid(("Checked", "Done", "Note"), tuple(rows))]

    def blank(self, question: Question) -> list[Block]:
        return [Ticks(tuple((question.asking.fill(option.label), False) for option in question.field.options))]

    def words(self, question: Question, value: Any) -> str:
        return " ".join(item["note"] for item in (value or {}).values() if item.get("note"))
