"""The areas of a star, placed by the family together, shown against the last time."""

from datetime import date
from typing import Any

from alongside.design.words import day_short
from alongside.packs.format.scales import Scale
from alongside.packs.format.scales import Star as StarOfPack
from alongside.story.asking import Asking, Posted, Question
from alongside.story.blocks import Block, Grid, Picture, Ticks, Words
from alongside.story.fields.base import FieldType
from alongside.story.fields.rating import meaning
from alongside.story.pictures import star


class Star(FieldType):
    """The answer holds, by area of the star, a number and the family's words about it."""

    id = "star"
    shows_earlier = True

    def earlier(self, asking: Asking) -> dict[str, dict[str, tuple[int, date]]]:
        """Return each star's last reading before what is being told, by area: number and day."""
        from alongside.story.queries.ratings import last_readings

        return last_readings(asking.family_id, before=asking.happened_on)

    def parse(self, question: Question, posted: Posted) -> Any:
        numbers = {str(number) for number in self.scale(question).numbers}
        found = {}
        for area in self.star(question).areas:
            value, words = posted.line(f"{area.id}:value"), posted.words(f"{area.id}:words")
            if value in numbers or words:
                found[area.id] = {"value": int(value) if value in numbers else None, "words": words}
        return found

    def star(self, question: Question) -> StarOfPack:
        """Return the star of the pack that is asked here."""
        return question.asking.pack.star(str(question.field.scale))

    def scale(self, question: Question) -> Scale:
        """Return the scale on which the areas are placed."""
        return question.asking.pack.scale(self.star(question).scale)

    def show(self, question: Question, value: Any) -> list[Block]:
        scale, rows = self.scale(question), []
        for area in self.star(question).areas:
            item = value.get(area.id, {})
            number = item.get("value")
            rows.append(
                (area.title, "Not placed" if number is None else f"{number} of {scale.highest}", item.get("words", ""))
            )
        grid = Grid(("Area", "Where we are", "In our words"), tuple(rows))
        return [self._picture(question, value), grid, Words(meaning(scale))]

    def _picture(self, question: Question, value: Any) -> Picture:
        """The star now, against the last reading before this entry."""
        last = (question.asking.earlier.get(self.id) or {}).get(str(question.field.scale), {})
        before = {area: number for area, (number, _) in last.items()}
        then = f"Then, {day_short(max(day for _, day in last.values()))}" if last else ""
        now = {area: item["value"] for area, item in value.items() if item["value"] is not None}
        return star(now, before, self.star(question), self.scale(question), then=then)

    def blank(self, question: Question) -> list[Block]:
        scale = self.scale(question)
        numbers = tuple((str(number), False) for number in scale.numbers)
        blocks: list[Block] = [Words(f"{scale.question} {meaning(scale)}")]
        for area in self.star(question).areas:
            blocks += [
                Words(f"{area.title}. {question.asking.fill(area.question)}"),
                Ticks(numbers, round=True, across=True),
            ]
        return blocks

    def words(self, question: Question, value: Any) -> str:
        areas = {area.id: area.title for area in self.star(question).areas}
        placed = {id: item["value"] for id, item in (value or {}).items() if item["value"] is not None}
        return ", ".join(f"{areas[id]} {number}" for id, number in placed.items())

    def store(self, question: Question, value: Any, *, entry: Any, by: Any) -> None:
        for area, item in value.items():
            if item["value"] is not None:
                entry.ratings.create(
                    family_id=entry.family_id,
                    scale=question.field.scale,
                    area=area,
                    value=item["value"],
                    rated_on=entry.happened_on,
                )
