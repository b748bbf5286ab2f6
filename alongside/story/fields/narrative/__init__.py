"""Words, with prompts beside them."""

from alongside.story.fields.base import FieldType


class Narrative(FieldType):
    id = "narrative"
