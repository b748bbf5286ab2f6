"""Signs of the threshold matrix, chosen for each child. It shows what stands at which level, and decides nothing."""

from collections import Counter
from typing import Any

from alongside.packs.format.thresholds import Indicator
from alongside.packs.telling.rules import level_name
from alongside.packs.telling.words import capital, listed
from alongside.story import facts
from alongside.story.asking import Asking, Posted, Question, Someone
from alongside.story.blocks import Block, Grid, Lines, Words
from alongside.story.fields.base import FieldType
from alongside.story.fields.indicators.matrix import LevelOfSigns, levels_of_signs
from alongside.story.queries.signs import Chosen, signs_of

CHOSEN = "signs.chosen"


class Indicators(FieldType):
    """The answer holds a row for each child with the ids of the signs; and the words that were last looked for.

    Where nobody is named (a call without names) there is one row, of nobody.
    """

    id = "indicators"

    def earlier(self, asking: Asking) -> dict[int | None, Chosen]:
        """Return what was chosen last for each child of the family before this."""
        return signs_of(asking.family_id, until=asking.happened_on)

    def children(self, question: Question) -> tuple[Someone | None, ...]:
        """Return for whom signs are chosen here: the section's own child, every child, or nobody by name."""
        return (question.person,) if question.person else question.choosable or (None,)

    def levels(self, question: Question, value: Any) -> list[LevelOfSigns]:
        """Return the matrix level by level; while words are looked for, only what holds them and what is chosen."""
        chosen = {sign for row in (value or {}).get("rows", []) for sign in row["signs"]}
        return levels_of_signs(question.asking.pack, find=(value or {}).get("find", ""), chosen=chosen)

    def parse(self, question: Question, posted: Posted) -> Any:
        known = [sign.id for sign in question.asking.pack.thresholds.indicators]
        rows = []
        for child in self.children(question):
            sent = set(posted.all(f"{child.id if child else 'all'}"))
            signs = [sign for sign in known if sign in sent]
            if signs:
                rows.append({"id": child.id if child else None, "name": child.name if child else "", "signs": signs})
        find = posted.line("find")[:80]
        return {"rows": rows, "find": find} if rows or find else {}

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
        return blocks

    def blank(self, question: Question) -> list[Block]:
        names = [child.name for child in self.children(question) if child] or [""]
        return [
            block for name in names for block in (Words(f"{name}: each sign, with its level".lstrip(": ")), Lines(4))
        ]

    def words(self, question: Question, value: Any) -> str:
        rows = (value or {}).get("rows", [])
        said = ((row["name"], ", ".join(sign.label for sign in _signs(question, row))) for row in rows)
        return "\n".join(f"{name}: {signs}" if name else signs for name, signs in said)

    def store(self, question: Question, value: Any, *, entry: Any, by: Any) -> None:
        for row in value["rows"]:
            facts.add_for_entry(entry, name=CHOSEN, by=by, person_id=row["id"], data={"signs": row["signs"]})


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
