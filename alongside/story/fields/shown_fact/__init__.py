"""The day on which something last happened, read from the record itself, so that nobody types it."""

from datetime import date, datetime, time, timedelta
from typing import Any

from alongside.story.asking import Asking, Posted, Question
from alongside.story.blocks import Block, Words
from alongside.story.facts import LONDON
from alongside.story.fields.base import FieldType
from alongside.story.fields.days import in_words


class ShownFact(FieldType):
    """The answer holds the day as it stood when the entry was finished, and the record it came from."""

    id = "shown-fact"

    def parse(self, question: Question, posted: Posted) -> Any:
        return {}

    def earlier(self, asking: Asking) -> dict[str, dict[str, Any]]:
        """Return the last of every fact that the form shows, by name, up to the day of the entry; one query."""
        from alongside.story.models import Fact

        names = {name for field in asking.form.fields if field.type == self.id for name in field.facts}
        if asking.family_id is None or not names:
            return {}
        found = Fact.objects.filter(family=asking.family_id, name__in=names, replaced_by=None)
        if asking.happened_on:
            found = found.filter(
                happened_at__lt=datetime.combine(asking.happened_on + timedelta(days=1), time(), LONDON)
            )
        last = found.order_by("name", "-happened_at", "-pk").distinct("name").select_related("entry")
        return {fact.name: _told(fact) for fact in last}

    def standing(self, question: Question) -> dict[str, Any]:
        """Return the latest of the question's facts, with an empty day when none of them ever happened."""
        known = question.asking.earlier.get(self.id)
        by_name = self.earlier(question.asking) if known is None else known
        told = [by_name[name] for name in question.field.facts if name in by_name]
        return max(told, key=lambda one: str(one["day"]), default={"day": "", "title": "", "entry": None})

    def show(self, question: Question, value: Any) -> list[Block]:
        return [Words(self.words(question, value))]

    def blank(self, question: Question) -> list[Block]:
        return [Words("Day ……  Month ……  Year …………")]

    def words(self, question: Question, value: Any) -> str:
        if not value:
            return ""
        if not value["day"]:
            return "Not on the record yet"
        day = in_words(date.fromisoformat(value["day"]))
        return f"{day} ({value['title']})" if value["title"] else day


def _told(fact: Any) -> dict[str, Any]:
    day = fact.happened_at.astimezone(LONDON).date().isoformat()
    return {"day": day, "title": fact.entry.title if fact.entry else "", "entry": fact.entry_id}
