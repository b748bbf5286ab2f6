"""Who came to a meeting, in person or online, who could not and was told, and how an absent child was heard."""

from typing import Any

from alongside.story import facts
from alongside.story.asking import Asking, Posted, Question
from alongside.story.asking.asking import in_a_row
from alongside.story.blocks import Block, Grid, Lines, Words
from alongside.story.fields.attendance.guests import guest_from, guests_before
from alongside.story.fields.attendance.ways import ABSENT, CAME, THERE
from alongside.story.fields.base import FieldType


class Attendance(FieldType):
    """The answer holds, for each member of the family and each guest, whether they came, a note, and if they were told.

    The note says of an absent child how they were heard, of an absent adult what they sent (EP-22).
    """

    id = "attendance"
    ways = CAME
    absent = ABSENT

    def earlier(self, asking: Asking) -> list[dict[str, Any]]:
        """Return the guests of the family's last meeting, so that nobody types a team's names again."""
        return guests_before(asking)

    def parse(self, question: Question, posted: Posted) -> Any:
        people = [
            {"id": one.id, "name": one.name, "is_child": one.is_child, **_said(posted, f"p{one.id}:")}
            for one in question.choosable
        ]
        people = [one for one in people if one["came"] or one["note"] or one["told"]]
        guests = [guest for row in posted.rows() if (guest := guest_from(row, _said(row)))]
        return {"people": people, "guests": guests} if people or guests else {}

    def problems(self, question: Question, value: Any) -> list[str]:
        unsaid = [f"Say whether {_name(one)} came" for one in _all(value) if one["came"] not in CAME]
        return unsaid + [
            f"Say how {one['name']} was heard without being there, or why that could not be this time"
            for one in value["people"]
            if one["is_child"] and one["came"] in ABSENT and not one["note"]
        ]

    def show(self, question: Question, value: Any) -> list[Block]:
        there = tuple((_name(one), CAME.get(one["came"], ""), one["note"]) for one in _all(value) if _there(one))
        away = tuple((_name(one), *_away(one)) for one in _all(value) if not _there(one))
        blocks: list[Block] = [Grid(("Came", "How", "Note"), there)] if there else []
        return [*blocks, Grid(("Not there", "How", "Told what was agreed", "In words"), away)] if away else blocks

    def blank(self, question: Question) -> list[Block]:
        names = [one.name for one in question.choosable] + [""] * 5
        rows = tuple((name, *("☐",) * (len(CAME) + 1)) for name in names)
        head = ("Name, and agency of guests", *CAME.values(), "Told what was agreed")
        return [Grid(head, rows), Words("Children who were not there: how were they heard?"), Lines(3)]

    def words(self, question: Question, value: Any) -> str:
        if not value:
            return ""
        away = in_a_row(_name(one) for one in _all(value) if one["came"] in ABSENT)
        came = in_a_row(_name(one) for one in _all(value) if _there(one))
        return f"{came}; not there: {away}" if away else came

    def store(self, question: Question, value: Any, *, entry: Any, by: Any) -> None:
        """Leave a fact for each member of the family who came, and for each child whose voice was brought."""
        for one in value["people"]:
            if _there(one):
                facts.add_for_entry(
                    entry, name="meeting.attended", by=by, person_id=one["id"], data={"how": one["came"]}
                )
            elif one["is_child"]:
                facts.add_for_entry(entry, name="voice.brought", by=by, person_id=one["id"])


def _said(posted: Posted, start: str = "") -> dict[str, Any]:
    came = posted.line(f"{start}came")
    return {
        "came": came if came in CAME else "",
        "note": posted.words(f"{start}note").strip(),
        "told": f"{start}told" in posted,
    }


def _all(value: Any) -> list[dict[str, Any]]:
    return [*value["people"], *value["guests"]]


def _there(one: dict[str, Any]) -> bool:
    return one["came"] in THERE


def _away(one: dict[str, Any]) -> tuple[str, str, str]:
    return CAME.get(one["came"], "Not said"), "Yes" if one["told"] else "Still to be told", one["note"]


def _name(one: dict[str, Any]) -> str:
    return " ".join(str(one.get("name") or one["words"]).split())
