"""Present dangers: each one that stands is looked at again, and new ones are added, as living rows of the family."""

from typing import Any

from alongside.story.asking import Asking, Posted, Question
from alongside.story.asking.asking import in_a_row
from alongside.story.blocks import Block, Lines, Listing
from alongside.story.fields.base import FieldType
from alongside.story.fields.dangers.living import keep
from alongside.story.fields.statements import row_id

STATES = {"standing": "", "ended": "no longer a danger"}


class Dangers(FieldType):
    """The answer is a list of rows; a row's id is its danger's id for good, whichever record looks at it."""

    id = "dangers"

    def earlier(self, asking: Asking) -> list[dict[str, Any]]:
        """Return the dangers that stand, with their origin, in one query."""
        return [
            {
                "id": str(one.id), "kind": one.kind, "words": one.words, "about": [], "state": "", "why": "",
                "since": one.since, "looked_at_on": one.looked_at_on,
                "entry_title": one.entry.title if one.entry else "",
            }
            for one in _present(asking)
        ]  # fmt: skip

    def parse(self, question: Question, posted: Posted) -> Any:
        rows = [self._row(question, row) for row in posted.rows()]
        return [row for row in rows if row is not None]

    def _row(self, question: Question, row: Posted) -> dict[str, Any] | None:
        from alongside.story.models import Danger

        offered, state = "offered" in row, row.line("state")
        words, why = row.words("words").strip(), row.words("why").strip()
        if (offered and state not in STATES and not why) or not (offered or words):
            return None
        return {
            "id": row_id(row.line("id")),
            "kind": row.line("kind") if row.line("kind") in Danger.Kind.values else "",
            "words": words,
            "about": [
                {"id": one.id, "name": one.name} for one in question.asking.people if str(one.id) in row.all("about")
            ],
            "state": state if state in STATES else "standing",
            "why": why,
            "before": offered,
        }

    def problems(self, question: Question, value: Any) -> list[str]:
        return [problem for row in value for problem in _problems(row)]

    def lacking(self, question: Question, value: Any) -> list[str]:
        """Return each danger that stands and that nobody has said anything of here."""
        held = {row["id"] for row in value or []}
        left = [one for one in _present(question.asking) if str(one.id) not in held]
        return [f"Say of “{one.words}” whether it is still so" for one in left]

    def show(self, question: Question, value: Any) -> list[Block]:
        return [Listing(tuple((row["words"], _note(row)) for row in value))]

    def blank(self, question: Question) -> list[Block]:
        return [Lines(5)]

    def words(self, question: Question, value: Any) -> str:
        return "\n".join(row["words"] for row in value or [] if row["state"] != "ended")

    def store(self, question: Question, value: Any, *, entry: Any, by: Any) -> None:
        keep(value, entry=entry, by=by)


def _present(asking: Asking) -> list[Any]:
    from alongside.story.queries.dangers import present_dangers

    return present_dangers(asking.family_id)


def _problems(row: dict[str, Any]) -> list[str]:
    from alongside.story.actions.dangers import LONGEST

    short = row["words"][:60] or "A row"
    found = [] if row["words"] else ["Say what the danger is, or take the row out"]
    found += [] if row["kind"] else [f"{short}: choose what kind of danger it is"]
    if len(row["words"]) > LONGEST:
        found.append(f"{short}…: shorten it to {LONGEST} characters, so that it can be read at a glance")
    if row["state"] == "ended" and not row["why"]:
        found.append(f"{short}: say why it is no longer a danger, and how you know")
    return found


def _note(row: dict[str, Any]) -> str:
    from alongside.story.models import Danger

    parts = [str(Danger.Kind(row["kind"]).label)] if row["kind"] else []
    parts += [f"about {in_a_row(one['name'] for one in row['about'])}"] if row["about"] else []
    if row["state"] == "ended":
        parts.append(f"no longer so: {row['why']}")
    elif row["before"]:
        parts.append("still so")
    return ", ".join(parts)
