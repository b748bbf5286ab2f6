"""Who agrees to what, and what they except."""

from typing import Any

from alongside.people.queries import involved_with
from alongside.story.asking import Posted, Question
from alongside.story.blocks import Block, Grid, Lines, Listing, Ticks, Words
from alongside.story.fields.base import FieldType

MAY = {"plan": "The plan", "part": "Only what they do themselves", "nothing": "Nothing"}
ANSWERS = {"agrees": "Agrees", "does-not-agree": "Does not agree", "not-asked": "Not asked yet"}


class Agreement(FieldType):
    """The answer holds each person's yes or no, what the yes covers, and what is excepted.

    Where the form asks for it, it also holds what each person who works with the family may see of the plan.
    """

    id = "agreement"

    def agencies(self, question: Question) -> list[tuple[int, str]]:
        """Return whom of those who work with the family it asks about, by id, with their agency; none on most forms."""
        if not question.field.each_agency or question.asking.family_id is None:
            return []
        found = involved_with(question.asking.family_id)
        return [
            (one.pk, f"{one.who}, {one.where_from}" if one.where_from else one.who) for one in found if one.is_around
        ]

    def parse(self, question: Question, posted: Posted) -> Any:
        people = [
            {"id": one.id, "name": one.name, "answer": posted.line(f"{one.id}:answer")}
            for one in question.choosable
            if posted.line(f"{one.id}:answer") in ANSWERS
        ]
        covers = [option.id for option in question.field.options if option.id in posted.all("covers")]
        excepted = posted.words("except")
        told = [(id, name, posted.line(f"agency-{id}")) for id, name in self.agencies(question)]
        may = [{"id": id, "name": name, "may": seen} for id, name, seen in told if seen in MAY]
        if not (people or covers or excepted or may):
            return {}
        return {"people": people, "covers": covers, "except": excepted, **({"agencies": may} if may else {})}

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
        if value.get("agencies"):
            rows = tuple((one["name"], MAY[one["may"]]) for one in value["agencies"])
            blocks.append(Grid(("Who works with the family", "May see of the plan"), rows))
        if value["except"]:
            blocks.append(Words(f"Except: {value['except']}", whose="family"))
        return blocks

    def blank(self, question: Question) -> list[Block]:
        names = [one.name for one in question.choosable] or ["", ""]
        options = tuple((option.label, False) for option in question.field.options)
        return [
            Grid(("Name", "Agrees", "Does not agree", "Signed"), tuple((name, "☐", "☐", "") for name in names)),
            *([Ticks(options)] if options else []),
            *self._blank_agencies(question),
            Words("Except:"),
            Lines(2),
        ]

    def _blank_agencies(self, question: Question) -> list[Block]:
        if not question.field.each_agency:
            return []
        names = [name for _, name in self.agencies(question)] or ["", ""]
        return [Grid(("Who works with the family", *MAY.values()), tuple((name, "☐", "☐", "☐") for name in names))]

    def words(self, question: Question, value: Any) -> str:
        if not value:
            return ""
        return ", ".join(f"{one['name']}: {ANSWERS[one['answer']].lower()}" for one in value["people"])

    def _covers(self, question: Question, value: Any) -> list[str]:
        return [option.label for option in question.field.options if option.id in value["covers"]]
