"""A number on a scale from each person who is asked, in each one's own name."""

from typing import Any

from alongside.packs.format.scales import Scale
from alongside.story.asking import Posted, Question
from alongside.story.blocks import Block, Grid, Ticks, Words
from alongside.story.fields.base import FieldType
from alongside.story.pictures import as_block, drawn, spread

MOST_OTHERS = 60


class Rating(FieldType):
    """The answer holds a row for each person who placed themselves, and what they said about it.

    Others than the family's people, such as a teacher, have a name and no id. Who gave no number has None.
    """

    id = "rating"

    def parse(self, question: Question, posted: Posted) -> Any:
        rows = [self._row(question, posted, f"{one.id}", one.id, one.name) for one in self.raters(question)]
        if question.person is None:
            rows += [
                self._row(question, posted, f"other:{number}", None, posted.line(f"other:{number}:name")[:200])
                for number in range(MOST_OTHERS)
                if f"other:{number}:name" in posted
            ]
        return [row for row in rows if _says_something(row)]

    def _row(self, question: Question, posted: Posted, part: str, id: int | None, name: str) -> dict[str, Any]:
        value, numbers = posted.line(f"{part}:value"), {str(number) for number in self.scale(question).numbers}
        return {
            "id": id,
            "name": name,
            "value": int(value) if value in numbers else None,
            "words": posted.words(f"{part}:words"),
        }

    def problems(self, question: Question, value: Any) -> list[str]:
        nameless = [row for row in value if not row["name"]]
        return [f"Say who put themselves at {row['value']}" for row in nameless if row["value"] is not None] + [
            "Say whose words these are" for row in nameless if row["value"] is None
        ]

    def scale(self, question: Question) -> Scale:
        """Return the scale of the pack on which people place themselves here."""
        return question.asking.pack.scale(str(question.field.scale))

    def raters(self, question: Question) -> tuple[Any, ...]:
        """Return who is asked: the section's own person, or everybody who may be."""
        return (question.person,) if question.person else question.choosable

    def show(self, question: Question, value: Any) -> list[Block]:
        scale = self.scale(question)
        rows = tuple((row["name"], of(row["value"], scale), row["words"]) for row in value)
        picture = spread([(row["name"], row["value"]) for row in value], scale)
        return [as_block(picture), Grid(("Who", scale.title, "In their words"), rows), Words(f"{picture.note}.")]

    def blank(self, question: Question) -> list[Block]:
        scale = self.scale(question)
        numbers = tuple((str(number), False) for number in scale.numbers)
        blocks: list[Block] = [Words(f"{question.asking.fill(scale.question, question.person)} {meaning(scale)}")]
        for one in self.raters(question) or (None,):
            blocks += [Words(one.name if one else "Name: ………………"), Ticks(numbers, round=True, across=True)]
        return blocks

    def words(self, question: Question, value: Any) -> str:
        return ", ".join(f"{row['name']} {row['value']}" for row in value or [] if row["value"] is not None)

    def store(self, question: Question, value: Any, *, entry: Any, by: Any) -> None:
        for row in value:
            if row["value"] is not None:
                entry.ratings.create(
                    family_id=entry.family_id,
                    scale=question.field.scale,
                    person_id=row["id"],
                    rater_words=row["name"],
                    value=row["value"],
                    rated_on=entry.happened_on,
                )


def _says_something(row: dict[str, Any]) -> bool:
    return row["value"] is not None or bool(row["words"].strip()) or (row["id"] is None and bool(row["name"]))


def of(value: int | None, scale: Scale) -> str:
    """Return a place on a scale in words: `4 of 10`; where 0 is not the lowest end, `4, from 1 to 5`."""
    if value is None:
        return "Gave no number"
    return f"{value} of {scale.highest}" if scale.lowest == 0 else f"{value}, from {scale.lowest} to {scale.highest}"


def meaning(scale: Scale) -> str:
    """Return what both ends of a scale mean, so that nobody reads it the wrong way round."""
    return f"{drawn(scale).ends}."
