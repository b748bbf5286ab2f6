"""What another record brings into this one by itself, such as what a group said of a conversation; nobody types it."""

from collections.abc import Iterable
from typing import Any

from alongside.story.asking import Posted, Question
from alongside.story.blocks import Block, Grid, Words
from alongside.story.fields.base import FieldType
from alongside.story.fields.days import in_words
from alongside.story.models import Entry

Asked = Iterable[tuple[Question, Any]]


class BroughtIn(FieldType):
    """The answer is a list with one part for each record that brought something, the earliest first.

    A part holds what was asked there with the words of the answer, and the record and day they are from.
    """

    id = "brought-in"
    only_when_held = True
    written_elsewhere = True

    def parse(self, question: Question, posted: Posted) -> Any:
        return []

    def show(self, question: Question, value: Any) -> list[Block]:
        blocks: list[Block] = []
        for part in value:
            rows = tuple((one["label"], one["words"]) for one in part["said"])
            blocks += [Grid((part["title"], part["day"]), rows)]
        return blocks

    def blank(self, question: Question) -> list[Block]:
        return [Words("")]

    def words(self, question: Question, value: Any) -> str:
        return "\n".join(one["words"] for part in value or [] for one in part["said"])


def with_brought_in(question: Question, before: Any, *, source: Entry, asked: Asked) -> list[dict[str, Any]]:
    """Return the answer of a brought-in question once a record has brought its part.

    A record that was brought before, in this or an earlier version, is replaced by how it reads now.

    :param asked: the questions of the source with their answers; those that the question offers are taken over
    """
    from alongside.story.fields import field_type

    wanted = {offer.partition(".")[2] for offer in question.field.offers if offer.startswith(f"{source.form_id}.")}
    said = [
        {"label": one.label, "words": field_type(one.type).words(one, value)}
        for one, value in asked
        if one.field.id in wanted
    ]
    part = {"said": said, "title": source.title, "day": in_words(source.happened_on), "entry": source.pk}
    return [one for one in before or [] if one["entry"] not in (source.pk, source.amends_id)] + [part]
