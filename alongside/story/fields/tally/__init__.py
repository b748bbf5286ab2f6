"""Questions that are answered yes, no or not known, and counted as the pack says. The count never decides alone."""

from typing import Any

from alongside.packs.format.forms import Band
from alongside.story.asking import Posted, Question
from alongside.story.blocks import Block, Grid, Ticks, Words
from alongside.story.fields.base import FieldType

ANSWERS = {"yes": "Yes", "no": "No", "not-known": "Not known"}


class Tally(FieldType):
    """The answer holds, by option id, one of `ANSWERS`; how many are yes, and what that means, is reckoned from it."""

    id = "tally"
    answers = ANSWERS

    def parse(self, question: Question, posted: Posted) -> Any:
        given = {option.id: posted.line(option.id) for option in question.field.options}
        return {id: answer for id, answer in given.items() if answer in ANSWERS}

    def lacking(self, question: Question, value: Any) -> list[str] | None:
        open_still = [option.label for option in question.field.options if option.id not in (value or {})]
        if not open_still:
            return []
        few = question.asking.fill(open_still[0])
        return [f"Answer each question, if only with “Not known”; {len(open_still)} are open, such as “{few}”"]

    def show(self, question: Question, value: Any) -> list[Block]:
        rows = [(question.asking.fill(one.label), ANSWERS[value[one.id]]) for one in _answered(question, value)]
        return [Words(self.words(question, value)), Grid(("Question", "Answer"), tuple(rows))]

    def blank(self, question: Question) -> list[Block]:
        options = tuple((question.asking.fill(option.label), False) for option in question.field.options)
        return [Words("Tick what is so."), Ticks(options)]

    def words(self, question: Question, value: Any) -> str:
        """Return the count and what the pack says of so many."""
        answered = _answered(question, value)
        unknown = sum(value[one.id] == "not-known" for one in answered)
        known = f", and {unknown} not known" if unknown else ""
        band = band_of(question, value)
        says = f" {question.asking.fill(band.says)}" if band else ""
        return f"{yes_of(question, value)} of {len(question.field.options)} answered yes{known}.{says}"


def yes_of(question: Question, value: Any) -> int:
    """Return how many of the questions were answered yes."""
    return sum(value[one.id] == "yes" for one in _answered(question, value))


def band_of(question: Question, value: Any) -> Band | None:
    """Return what the pack says of so many; None where it says nothing of so few."""
    count = yes_of(question, value)
    reached = [one for one in question.field.bands if one.at_least <= count]
    return max(reached, key=lambda one: one.at_least, default=None)


def _answered(question: Question, value: Any) -> list[Any]:
    return [one for one in question.field.options if (value or {}).get(one.id) in ANSWERS]
