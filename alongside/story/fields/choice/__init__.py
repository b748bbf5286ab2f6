"""One option of several, or more than one where the pack says so."""

from typing import Any

from alongside.story.asking import Posted, Question
from alongside.story.blocks import Block, Listing, Ticks
from alongside.story.fields.base import FieldType

# The list of the pack from which the kinds of event of the chronology are chosen.
EVENT_KINDS = "event_kinds"


class Choice(FieldType):
    """The answer is the list of the options' ids, in the pack's order; an id the pack lacks is dropped."""

    id = "choice"

    def parse(self, question: Question, posted: Posted) -> Any:
        sent = posted.all()
        chosen = [option.id for option in question.field.options if option.id in sent]
        return chosen if question.field.several else chosen[:1]

    def show(self, question: Question, value: Any) -> list[Block]:
        return [Listing(tuple((label, "") for label in self._labels(question, value)))]

    def blank(self, question: Question) -> list[Block]:
        options = tuple((question.asking.fill(option.label), False) for option in question.field.options)
        return [Ticks(options, round=not question.field.several)]

    def words(self, question: Question, value: Any) -> str:
        return ", ".join(self._labels(question, value))

    def store(self, question: Question, value: Any, *, entry: Any, by: Any) -> None:
        """A record that says what kind of event it tells stands in the chronology."""
        from alongside.story.actions.chronology import keep_event

        if question.field.options_from == EVENT_KINDS:
            keep_event(entry=entry, kind=value[0])

    def _labels(self, question: Question, value: Any) -> list[str]:
        return [question.asking.fill(one.label) for one in question.field.options if one.id in (value or [])]
