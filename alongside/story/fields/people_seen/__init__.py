"""Who was seen, and who of them alone: facts that can be counted, not prose."""

from typing import Any

from alongside.story import facts
from alongside.story.asking import Posted, Question
from alongside.story.blocks import Block, Grid, Listing
from alongside.story.fields.base import FieldType

HOW = {"alone": "Seen alone", "with-others": "Seen with others", "not-seen": "Not seen"}


class PeopleSeen(FieldType):
    """The answer holds, for each person of the family who was marked, how they were seen; and others in words."""

    id = "people-seen"

    def parse(self, question: Question, posted: Posted) -> Any:
        seen = []
        for one in question.choosable:
            how = posted.line(str(one.id))
            if how in HOW:
                seen.append({"id": one.id, "name": one.name, "is_child": one.is_child, "how": how})
        others = posted.words("others")
        return {"people": seen, "others": others} if seen or others else {}

    def show(self, question: Question, value: Any) -> list[Block]:
        items = [(one["name"], HOW[one["how"]]) for one in value["people"]]
        others = [(line, "") for line in value["others"].splitlines() if line.strip()]
        return [Listing(tuple(items + others))]

    def blank(self, question: Question) -> list[Block]:
        names = [one.name for one in question.choosable] or [""] * 4
        return [Grid(("Name", "Seen alone", "Seen with others"), tuple((name, "☐", "☐") for name in names))]

    def words(self, question: Question, value: Any) -> str:
        seen = [one for one in (value or {}).get("people", []) if one["how"] != "not-seen"]
        return ", ".join(one["name"] + (" (alone)" if one["how"] == "alone" else "") for one in seen)

    def store(self, question: Question, value: Any, *, entry: Any, by: Any) -> None:
        from alongside.story.models import PersonSeen

        seen = [one for one in value["people"] if one["how"] != "not-seen"]
        for one in seen:
            alone = one["how"] == "alone"
            PersonSeen.objects.get_or_create(
                entry=entry, person_id=one["id"], defaults={"alone": alone, "seen_on": entry.happened_on}
            )
            for name in ("person.seen", "child.seen") if one["is_child"] else ("person.seen",):
                facts.add_for_entry(entry, name=name, by=by, person_id=one["id"], data={"alone": alone})
