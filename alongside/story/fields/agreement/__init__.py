"""Who agrees to what, and what they except."""

from typing import Any

from alongside.story.asking import Posted, Question
from alongside.story.blocks import Block, Grid, Lines, Listing, Ticks, Words
from alongside.story.fields.base import FieldType

ANSWERS = {"agrees": "Agrees", "does-not-agree": "Does not agree", "not-asked": "Not asked yet"}


class Agreement(FieldType):
    """The answer holds each person's yes or no, what the yes covers, and what is excepted, in words."""

    id = "agreement"

    def parse(self, question: Question, posted: Posted) -> Any:
        people = [
            {"id": one.id, "name": one.name, "answer": posted.line(f"{one.id}:answer")}
            for one in question.choosable
            if posted.line(f"{one.id}:answer") in ANSWERS
        ]
        covers = [option.id for option in question.field.options if option.id in posted.all("covers")]
        excepted = posted.words("except")
        return {"people": people, "covers": covers, "except": excepted} if people or covers or excepted else {}

    def problems(self, question: Question, value: Any) -> list[str]:
        if any(one["answer"] != "not-asked" for one in value["people"]):
            return []
        return ["Say for at least one person whether they agree"]

    def show(self, question: Question, value: Any) -> list[Block]:
        blocks: list[Block] = [
            Grid(("Who", "Answer"), tuple((one["name"], ANSWERS[one["answer"]]) for one in value["people"]))
        ]
        if value["covers"]:
            blocks.append(Listing(tuple((label, "") for label in self._covers(question, value))))
        if value["except"]:
            blocks.append(Words(f"Except: {value['except']}", whose="family"))
        return blocks

    def blank(self, question: Question) -> list[Block]:
        names = [one.name for one in question.choosable] or ["", ""]
        options = tuple((option.label, False) for option in question.field.options)
        return [
            Grid(("Name", "Agrees", "Does not agree", "Signed"), tuple((name, "☐", "☐", "") for name in names)),
            *([Ticks(options)] if options else []),
            Words("Except:"),
            Lines(2),
        ]

    def words(self, question: Question, value: Any) -> str:
        if not value:
            return ""
        return ", ".join(f"{one['name']}: {ANSWERS[one['answer']].lower()}" for one in value["people"])

    def _covers(self, question: Question, value: Any) -> list[str]:
        return [option.label for option in question.field.options if option.id in value["covers"]]
