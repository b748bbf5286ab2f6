"""Words, with prompts beside them."""

from typing import Any

from alongside.story.asking import Question
from alongside.story.asking.posted import LONGEST
from alongside.story.fields.base import FieldType


class Narrative(FieldType):
    id = "narrative"

    def problems(self, question: Question, value: Any) -> list[str]:
        if len(value) < LONGEST:
            return []
        return [
            f"No answer holds more than {LONGEST:,} letters, and what you wrote after those is not kept. Shorten it, "
            "or attach it as a document"
        ]
