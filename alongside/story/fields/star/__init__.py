"""The areas of a star, placed by the family together, shown against the last time."""

from datetime import date
from typing import Any

from alongside.design.words import today
from alongside.packs.format.scales import Scale
from alongside.packs.format.scales import Star as StarOfPack
from alongside.story.asking import Asking, Posted, Question
from alongside.story.blocks import Block, Grid, Ticks, Words
from alongside.story.fields.base import FieldType
from alongside.story.fields.rating import meaning, of
from alongside.story.pictures import Placed, as_block, courses, star


class Star(FieldType):
    """The answer holds, by area of the star, a number and the family's words about it."""

    id = "star"
    shows_earlier = True

    def earlier(self, asking: Asking) -> dict[tuple[str, int | None], dict[str, list[Placed]]]:
        """Return each star's readings before what is being told, by star and who placed it, then by area."""
        from alongside.story.queries.ratings import star_before

        return star_before(asking.family_id, before=asking.happened_on)

    def before(self, question: Question) -> dict[str, list[Placed]]:
        """Return the earlier readings of this star by the same person, or the family together: by area, in order."""
        whose = question.person.id if question.person else None
        found: dict[str, list[Placed]] = (question.asking.earlier.get(self.id) or {}).get(
            (str(question.field.scale), whose), {}
        )
        return found

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
            rows.append((area.title, "Not placed" if number is None else of(number, scale), item.get("words", "")))
        grid = Grid(("Area", "Where we are", "In our words"), tuple(rows))
        return [*self._pictures(question, value), grid, Words(meaning(scale))]

    def _pictures(self, question: Question, value: Any) -> list[Block]:
        """The star now against the last reading before it; and, once there are three, each area against the first."""
        asked, scale, before, day = self.star(question), self.scale(question), self.before(question), _day(question)
        now = {area: (day, item["value"]) for area, item in value.items() if item["value"] is not None}
        drawn = [star(now, {area: placed[-1] for area, placed in before.items()}, asked, scale)]
        if any(len(placed) > 1 for placed in before.values()):
            those = [(area.title, [*before.get(area.id, []), *_one(now.get(area.id))]) for area in asked.areas]
            drawn += courses(those, scale, title=f"{asked.title}: each part from the first time on")
        return [as_block(picture) for picture in drawn]

    def blank(self, question: Question) -> list[Block]:
        scale = self.scale(question)
        numbers = tuple((str(number), False) for number in scale.numbers)
        blocks: list[Block] = [Words(f"{question.asking.fill(scale.question, question.person)} {meaning(scale)}")]
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
        whose = question.person
        for area, item in value.items():
            if item["value"] is not None:
                entry.ratings.create(
                    family_id=entry.family_id,
                    scale=question.field.scale,
                    area=area,
                    person_id=whose.id if whose else None,
                    rater_words=whose.name if whose else "",
                    value=item["value"],
                    rated_on=entry.happened_on,
                )


def _one(placed: Placed | None) -> list[Placed]:
    return [placed] if placed else []


def _day(question: Question) -> date:
    """The day of the record; a draft without one shows today's."""
    return question.asking.happened_on or today()
