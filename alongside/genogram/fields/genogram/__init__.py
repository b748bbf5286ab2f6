"""The family's genogram in a record: living while it is a draft, kept as it stood when the record becomes final."""

from typing import Any

from alongside.genogram.actions import keep_version
from alongside.genogram.drawing import draw
from alongside.genogram.drawing.words import Told, in_a_sentence, told
from alongside.genogram.layout import layout_of
from alongside.genogram.models import Version
from alongside.genogram.queries import genogram_of
from alongside.story.asking import Asking, Posted, Question
from alongside.story.blocks import Block, Lines, Listing, Picture, Words
from alongside.story.fields.base import FieldType


class Genogram(FieldType):
    """The answer says that the drawing belongs to the record; once final, also which kept version it is."""

    id = "genogram"

    def parse(self, question: Question, posted: Posted) -> Any:
        return {"drawn": True} if posted.line("drawn") == "yes" else {}

    def problems(self, question: Question, value: Any) -> list[str]:
        if question.asking.family_id is None:
            return ["A genogram is drawn from a family’s record. Say in words who belongs together"]
        return []

    def show(self, question: Question, value: Any) -> list[Block]:
        kept = Version.objects.filter(pk=value.get("version")).first() if value.get("version") else None
        if kept:
            return shown(kept.svg, kept.told)
        if question.asking.family_id is None:
            return [Words("Drawn for a family that is not on record.")]
        return shown(*self.now(question.asking))

    def now(self, asking: Asking) -> tuple[str, Told]:
        """Return the drawing and its words as they stand, with what everybody sees who sees the family."""
        found = genogram_of(asking.family_id or 0, None)
        at = layout_of(found.pictured)
        words = told(found.pictured, at, topics=found.state["topics"], culture=found.state["culture"])
        title = f"Genogram of the {asking.family_name} family"
        drawn = draw(found.pictured, at, title=title, description=in_a_sentence(found.pictured, at))
        return str(drawn.svg), words

    def blank(self, question: Question) -> list[Block]:
        return [Words("Draw who belongs together, generation by generation, with a key of your own."), Lines(16)]

    def words(self, question: Question, value: Any) -> str:
        return "The genogram as it stood" if value else ""

    def store(self, question: Question, value: Any, *, entry: Any, by: Any) -> None:
        svg, words = self.now(question.asking)
        version = keep_version(entry=entry, svg=svg, told=words, made_on=self.moment(question, entry), by=by)
        entry.answers.filter(key=question.key).update(value={"drawn": True, "version": version.pk})


def shown(svg: str, words: Told) -> list[Block]:
    """Return a drawing with all that it shows in words below it."""
    says = " ".join(sentence for _, sentences in words for sentence in sentences)
    blocks: list[Block] = [Picture(svg, says or "Nobody is drawn yet.", wide=True)]
    for title, sentences in words:
        blocks += [Words(f"{title}:"), Listing(tuple((sentence, "") for sentence in sentences))]
    return blocks
