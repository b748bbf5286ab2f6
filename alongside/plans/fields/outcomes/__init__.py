"""What should be different: each outcome with where it stands, how it will be seen, and by when."""

from typing import Any

from alongside.plans.fields.actions import day_from, row_id
from alongside.plans.outcomes.actions import set_outcome
from alongside.plans.outcomes.models import Outcome
from alongside.plans.outcomes.queries import open_outcomes
from alongside.plans.outcomes.rules import missing
from alongside.story.asking import Asking, Posted, Question
from alongside.story.blocks import Block, Grid, Words
from alongside.story.fields.base import FieldType
from alongside.story.fields.days import in_words

HEAD = ("What will be different", "Where it stands today", "How we shall see it", "By when")


class Outcomes(FieldType):
    """The answer is a list of rows; a row's id is its outcome's id for good."""

    id = "outcomes"

    def earlier(self, asking: Asking) -> list[Outcome]:
        """Return what is worked towards already."""
        return open_outcomes(asking.family_id)

    def parse(self, question: Question, posted: Posted) -> Any:
        return [self._row(question, row) for row in posted.rows() if row.words("words").strip()]

    def _row(self, question: Question, row: Posted) -> dict[str, Any]:
        need = row.line("need")
        return {
            "id": row_id(row.line("id")),
            "words": row.words("words").strip(),
            "need": need if need in {one.id for one in question.asking.pack.outcomes} else "",
            "baseline": row.words("baseline").strip(),
            "measure": row.words("measure").strip(),
            "by": row.line("by")[:20],
        }

    def lacks(self, row: dict[str, Any]) -> list[str]:
        """Return what a row does not say yet, in words; a help, and never a reason to refuse it."""
        return missing(baseline=row["baseline"], measure=row["measure"], by_on=row["by"])

    def problems(self, question: Question, value: Any) -> list[str]:
        return [
            f"Write the day for “{row['words'][:60]}” like 9/3/2026"
            for row in value
            if row["by"] and day_from(row["by"]) is None
        ]

    def show(self, question: Question, value: Any) -> list[Block]:
        rows = tuple((row["words"], row["baseline"], row["measure"], in_words(day_from(row["by"]))) for row in value)
        open_still = [
            f"“{row['words']}” does not say yet: {', '.join(lack)}." for row in value if (lack := self.lacks(row))
        ]
        return [Grid(HEAD, rows), *([Words("\n".join(open_still))] if open_still else [])]

    def blank(self, question: Question) -> list[Block]:
        return [Grid(HEAD, (("",) * len(HEAD),) * 4)]

    def words(self, question: Question, value: Any) -> str:
        return "\n".join(row["words"] for row in value or [])

    def store(self, question: Question, value: Any, *, entry: Any, by: Any) -> None:
        for row in value if entry.family_id else []:
            set_outcome(
                id=row["id"], entry=entry, by=by, words=row["words"], need=row["need"], baseline=row["baseline"],
                measure=row["measure"], by_on=day_from(row["by"]),
            )  # fmt: skip
