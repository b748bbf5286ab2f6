"""What each agency contributes to a record: asked for and received, and kept with the record as it was sent."""

from typing import Any

from alongside.contributions.fields.contributions.rows import Around, as_rows
from alongside.story.asking import Asking, Posted, Question
from alongside.story.blocks import Block, Grid, Lines, Listing
from alongside.story.fields.base import FieldType

MISSING = {"asked": "was asked, and has not answered", "started": "is writing", "": "was not asked"}


class Contributions(FieldType):
    """The answer is one part for each who was asked, in the order of agencies. What they wrote stands unaltered."""

    id = "contributions"
    written_elsewhere = True

    def parse(self, question: Question, posted: Posted) -> Any:
        return []

    def earlier(self, asking: Asking) -> Around:
        """Return how things stand for this record: who was asked, what came, and who was not asked."""
        return Around.of(asking)

    def standing(self, question: Question) -> Any:
        """Return what came and what did not, as it is kept; a record that keeps it already is not asked again."""
        around = self._around(question)
        return as_rows(around.asked) if around.is_written else None

    def together(self, question: Question, answers: dict[str, Any]) -> Any:
        """Return what came, while the record is written; afterwards what was kept with it."""
        around = self._around(question)
        if not around.is_written:
            return answers.get(question.key)
        told = bool(answers.get(question.field.told_in or ""))
        rows = as_rows(around.asked)
        return rows + ([_row("", "told")] if told else [_row(one, "") for one in around.unasked])

    def is_empty(self, value: Any) -> bool:
        return not any(row["state"] for row in value or [])

    def lacking(self, question: Question, value: Any) -> list[str] | None:
        """Return whom the record still waits for; None where nobody is around the family, and nobody was asked."""
        waits = [f"{row['who']} {MISSING[row['state']]}" for row in value or [] if row["state"] in MISSING]
        return waits if value else None

    def show(self, question: Question, value: Any) -> list[Block]:
        came = [row for row in value if row["state"] == "received"]
        others = tuple((row["who"], _what_became(row)) for row in value if row["who"] and row not in came)
        blocks: list[Block] = [
            Grid((row["who"], f"received {row['day']}"), tuple((one["label"], one["words"]) for one in row["said"]))
            for row in came
        ]
        return [*blocks, Listing(others)] if others else blocks

    def blank(self, question: Question) -> list[Block]:
        return [Lines(8)]

    def words(self, question: Question, value: Any) -> str:
        return "\n".join(f"{row['who']}: {one['words']}" for row in value or [] for one in row["said"])

    def _around(self, question: Question) -> Around:
        known = question.asking.earlier.get(self.id)
        return known if isinstance(known, Around) else Around.of(question.asking)


def _row(who: str, state: str) -> dict[str, Any]:
    """A part without words: of who was not asked, or saying that agencies told what they had to say otherwise."""
    return {"who": who, "state": state, "said": [], "day": "", "why": ""}


def _what_became(row: dict[str, Any]) -> str:
    words = {"declined": "could not contribute", "withdrawn": "was no longer asked", **MISSING}[row["state"]]
    return f"{words}: {row['why']}" if row["why"] else words
