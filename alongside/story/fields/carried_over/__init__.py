"""Words of an earlier record, shown and kept with this one as they were when it was finished."""

from typing import Any

from alongside.story.asking import Posted, Question
from alongside.story.blocks import Block, Lines, Words
from alongside.story.fields.base import FieldType
from alongside.story.fields.days import in_words

NOTHING = "No earlier record says anything of this"


class CarriedOver(FieldType):
    """The answer holds the latest words of those that the question offers, and the record and day they are from."""

    id = "carried-over"

    def parse(self, question: Question, posted: Posted) -> Any:
        return {}

    def standing(self, question: Question) -> dict[str, Any]:
        """Return the latest words that the family's final records hold for this; empty words when there are none."""
        from alongside.story.queries.offers import offers_for

        latest = next(iter(offers_for([question]).get(question.key, [])), None)
        if latest is None:
            return {"words": "", "title": "", "day": "", "entry": None}
        day = in_words(latest.happened_on)
        return {"words": latest.words, "title": latest.title, "day": day, "entry": latest.entry_id}

    def show(self, question: Question, value: Any) -> list[Block]:
        if not value["words"]:
            return [Words(NOTHING)]
        return [Words(value["words"], whose=question.field.words_of), Words(f"{value['title']}, {value['day']}")]

    def blank(self, question: Question) -> list[Block]:
        return [Lines(3)]

    def words(self, question: Question, value: Any) -> str:
        return value["words"] if value else ""
