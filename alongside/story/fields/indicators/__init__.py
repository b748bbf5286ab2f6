"""Signs of the threshold matrix, chosen for each child. It shows what stands at which level, and decides nothing."""

from collections import Counter
from dataclasses import dataclass
from typing import Any

from alongside.packs.format.thresholds import Indicator
from alongside.packs.signs import Reading, differs, read, read_together, rule_of
from alongside.packs.telling.rules import level_name
from alongside.packs.telling.words import capital, listed
from alongside.story import facts
from alongside.story.asking import Asking, Posted, Question
from alongside.story.blocks import Block, Grid, Lines, Words
from alongside.story.fields.base import FieldType
from alongside.story.fields.indicators.matrix import LevelOfSigns, levels_of_signs
from alongside.story.queries.signs import Chosen, signs_of

CHOSEN = "signs.chosen"
MOST_UNNAMED = 8


@dataclass(frozen=True)
class Whose:
    """For whom signs are chosen: a child of the family by id, or one who is only called something, or nobody."""

    key: str
    id: int | None = None
    name: str = ""


class Indicators(FieldType):
    """The answer holds a row for each child with the ids of the signs and the answers that they rest on; the words
    that were last looked for; and what was decided in the guide, when the signs were carried from there.

    Where nobody is named (a call without names) there is one row, of nobody, or one for each “Child 1” and “Child 2”
    that was carried over from the threshold guide.
    """

    id = "indicators"

    def earlier(self, asking: Asking) -> dict[int | None, Chosen]:
        """Return what was chosen last for each child of the family before this."""
        return signs_of(asking.family_id, until=asking.happened_on)

    def whose(self, question: Question, value: Any) -> list[Whose]:
        """Return for whom signs are chosen here: the section's own child, every child, or who is called something."""
        known = (question.person,) if question.person else question.choosable
        if known:
            return [Whose(str(child.id), child.id, child.name) for child in known]
        names = [row["name"] for row in (value or {}).get("rows", []) if row.get("name")]
        return _unnamed(names) or [Whose("all")]

    def row_of(self, whose: Whose, value: Any) -> dict[str, Any]:
        """Return what was chosen for one child; an empty row when nothing was."""
        rows = (value or {}).get("rows", [])
        return next((row for row in rows if row["id"] == whose.id and (whose.id or row["name"] == whose.name)), {})

    def levels(self, question: Question, value: Any) -> list[LevelOfSigns]:
        """Return the matrix level by level; while words are looked for, only what holds them and what is chosen."""
        chosen = {sign for row in (value or {}).get("rows", []) for sign in row["signs"]}
        return levels_of_signs(question.asking.pack, find=(value or {}).get("find", ""), chosen=chosen)

    def parse(self, question: Question, posted: Posted) -> Any:
        rows = [row for one in self._posted(question, posted) if (row := _row(question, posted, one))]
        find = posted.line("find")[:80]
        decided = _decided(question, posted)
        return {"rows": rows, "find": find, **decided} if rows or find or decided else {}

    def _posted(self, question: Question, posted: Posted) -> list[Whose]:
        """For whom the page that was sent had signs to tick."""
        named = {"rows": [{"name": name[:80]} for name in posted.all("called")[:MOST_UNNAMED]]}
        return self.whose(question, named)

    def lacking(self, question: Question, value: Any) -> list[str]:
        """Words that were only looked for are kept with the draft, and are no answer."""
        return [] if (value or {}).get("rows") else ["Choose at least one sign"]

    def show(self, question: Question, value: Any) -> list[Block]:
        blocks: list[Block] = [] if value["rows"] else [Words("No sign was chosen")]
        for row in value["rows"]:
            signs = _signs(question, row)
            blocks.append(
                Words(f"{row['name']}: {_counted(question, signs)}" if row["name"] else _counted(question, signs))
            )
            blocks.append(Grid(("Sign", "Level", "Part of life"), tuple(_cells(question, sign) for sign in signs)))
            blocks.append(Words(_read(question, row)))
        if "decided" in value:
            blocks.append(Words(_told(question, value)))
        return blocks

    def blank(self, question: Question) -> list[Block]:
        names = [one.name for one in self.whose(question, None)]
        return [
            block for name in names for block in (Words(f"{name}: each sign, with its level".lstrip(": ")), Lines(4))
        ]

    def words(self, question: Question, value: Any) -> str:
        rows = (value or {}).get("rows", [])
        said = ((row["name"], ", ".join(sign.label for sign in _signs(question, row))) for row in rows)
        return "\n".join(f"{name}: {signs}" if name else signs for name, signs in said)

    def store(self, question: Question, value: Any, *, entry: Any, by: Any) -> None:
        for row in value["rows"]:
            data = {"signs": row["signs"], "answers": row.get("answers", {})}
            facts.add_for_entry(entry, name=CHOSEN, by=by, person_id=row["id"], data=data)


def _unnamed(names: list[str]) -> list[Whose]:
    return [Whose(f"called{place}", None, name) for place, name in enumerate(names[:MOST_UNNAMED])]


def _row(question: Question, posted: Posted, whose: Whose) -> dict[str, Any]:
    """The row that was ticked for somebody, with the answers that its signs rest on; empty when nothing was."""
    sent = set(posted.all(whose.key))
    signs = [sign for sign in question.asking.pack.thresholds.indicators if sign.id in sent]
    if not signs:
        return {}
    rules = {rule.id: rule for sign in signs if (rule := rule_of(question.asking.pack, sign))}
    given = {id: posted.line(f"{whose.key}:{id}") for id in rules}
    answers = {id: said for id, said in given.items() if said in {answer.id for answer in rules[id].answers}}
    row: dict[str, Any] = {"id": whose.id, "name": whose.name, "signs": [sign.id for sign in signs]}
    return {**row, "answers": answers} if answers else row


def _decided(question: Question, posted: Posted) -> dict[str, Any]:
    """What was decided in the guide before the signs were carried here, as the page has it; nothing where none was."""
    level = posted.line("level")
    if level not in {one.id for one in question.asking.pack.levels}:
        return {}
    return {"decided": {"level": level, "why": posted.words("why").strip()[:2000]}}


def _told(question: Question, value: dict[str, Any]) -> str:
    """The decision in words, marked when it is unlike what the guide reads."""
    decided, pack = value["decided"], question.asking.pack
    level = next((one for one in pack.levels if one.id == decided["level"]), None)
    if level is None:
        return str(decided["why"])
    unlike = differs(read_together(reading_of(question, row) for row in value["rows"]), level)
    mark = f"This is {unlike} than the guide reads." if unlike else ""
    said = f"Decided with the guide: level {level.number}, {level.title}."
    return "\n\n".join(filter(None, (f"{said} {mark}".strip(), decided["why"])))


def reading_of(question: Question, row: dict[str, Any]) -> Reading:
    """Return what the threshold guide reads from one row of an answer."""
    return read(question.asking.pack, row["signs"], row.get("answers"))


def _read(question: Question, row: dict[str, Any]) -> str:
    reading = reading_of(question, row)
    return "\n\n".join([f"The guide reads {reading.in_words}.", *reading.reasons])


def _signs(question: Question, row: dict[str, Any]) -> list[Indicator]:
    return [sign for sign in question.asking.pack.thresholds.indicators if sign.id in row["signs"]]


def _counted(question: Question, signs: list[Indicator]) -> str:
    numbers = Counter(sign.level for sign in signs)
    levels = sorted(numbers, key=lambda level: question.asking.pack.level(level).number)
    return capital(listed(f"{numbers[level]} at {level_name(level, question.asking.pack)}" for level in levels))


def _cells(question: Question, sign: Indicator) -> tuple[str, str, str]:
    pack = question.asking.pack
    part = next((one.title for one in pack.thresholds.domains if one.id == sign.domain), "")
    return sign.label, capital(level_name(sign.level, pack)), part
