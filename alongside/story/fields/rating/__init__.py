"""A number on a scale from each person who is asked, in each one's own name."""

from typing import Any

from alongside.packs.format.scales import Scale
from alongside.story.asking import Posted, Question
from alongside.story.blocks import Block, Grid, Ticks, Words
from alongside.story.fields.base import FieldType
from alongside.story.pictures import drawn, spread


class Rating(FieldType):
    """The answer holds a row for each person who placed themselves, and what they said about it."""

    id = "rating"

    def parse(self, question: Question, posted: Posted) -> Any:
        numbers = {str(number) for number in self.scale(question).numbers}
        rows = []
        for one in self.raters(question):
            value = posted.line(f"{one.id}:value")
            if value in numbers:
                rows.append(
                    {"id": one.id, "name": one.name, "value": int(value), "words": posted.words(f"{one.id}:words")}
                )
        return rows

    def scale(self, question: Question) -> Scale:
        """Return the scale of the pack on which people place themselves here."""
        return question.asking.pack.scale(str(question.field.scale))

    def raters(self, question: Question) -> tuple[Any, ...]:
        """Return who is asked: the section's own person, or everybody who may be."""
        return (question.person,) if question.person else question.choosable

    def show(self, question: Question, value: Any) -> list[Block]:
        scale = self.scale(question)
        rows = tuple((row["name"], f"{row['value']} of {scale.highest}", row["words"]) for row in value)
        picture = spread([(row["name"], row["value"]) for row in value], scale)
        return [picture, Grid(("Who", scale.title, "In their words"), rows), Words(meaning(scale))]

    def blank(self, question: Question) -> list[Block]:
        scale = self.scale(question)
        numbers = tuple((str(number), False) for number in scale.numbers)
        blocks: list[Block] = [Words(f"{scale.question} {meaning(scale)}")]
        for one in self.raters(question) or (None,):
            blocks += [Words(one.name if one else "Name: ………………"), Ticks(numbers, round=True, across=True)]
        return blocks

    def words(self, question: Question, value: Any) -> str:
        return ", ".join(f"{row['name']} {row['value']}" for row in value or [])

    def store(self, question: Question, value: Any, *, entry: Any, by: Any) -> None:
        for row in value:
            entry.ratings.create(
                family_id=entry.family_id,
                scale=question.field.scale,
                person_id=row["id"],
                rater_words=row["name"],
                value=row["value"],
                rated_on=entry.happened_on,
            )


def meaning(scale: Scale) -> str:
    """Return what both ends of a scale mean, so that nobody reads it the wrong way round."""
    return f"{drawn(scale).ends}."
