"""New actions: who does what by when."""

import re
from datetime import date
from typing import Any
from uuid import UUID, uuid4

from alongside.access.models import User
from alongside.directory import queries as directory
from alongside.people.models import Person
from alongside.plans import actions
from alongside.plans.fields.owners import owner_from, professionals
from alongside.plans.models import Action
from alongside.plans.outcomes.queries import to_hang_on
from alongside.plans.queries import SOONEST_FIRST
from alongside.story.asking import Asking, Posted, Question
from alongside.story.blocks import Block, Grid
from alongside.story.fields.base import FieldType
from alongside.story.fields.days import in_words
from alongside.story.queries.signs import signs_of
from alongside.story.queries.statements import living_statements

BY_HAND = re.compile(r"(\d{1,2})[/. -](\d{1,2})[/. -](\d{4})", re.ASCII)

# What else an action may say: its heading, where the row keeps it, and what of that is shown.
MORE = (("So that", "outcome", "words"), ("With", "service", "name"))


class Actions(FieldType):
    """The answer is a list of rows; a row's id is its action's id for good."""

    id = "actions"

    def earlier(self, asking: Asking) -> dict[str, Any]:
        """Return what the page shows beside: open actions, who could do something, and needs on the map."""
        agreed = Action.objects.filter(family=asking.family_id, state=Action.State.OPEN).order_by(*SOONEST_FIRST)
        return {
            "open": list(agreed.select_related("owner_person", "owner_user")[:50]),
            "professionals": professionals(asking.family_id),
            "statements": living_statements(asking.family_id),
            "outcomes": to_hang_on(asking),
            "services": _services(asking),
        }

    def parse(self, question: Question, posted: Posted) -> Any:
        return [self._row(question, row) for row in posted.rows() if row.words("words").strip()]

    def _row(self, question: Question, row: Posted) -> dict[str, Any]:
        return {
            "id": row_id(row.line("id")),
            "words": row.words("words").strip(),
            "owner": owner_from(question, row),
            "due": row.line("due")[:20],
            **_towards(question, row.line("outcome")),
            **_with_service(row.line("service")),
        }

    def problems(self, question: Question, value: Any) -> list[str]:
        problems = []
        for row in value:
            if not row["owner"]:
                problems.append(f"Say who does “{row['words'][:60]}”")
            if row["due"] and day_from(row["due"]) is None:
                problems.append(f"Write the day for “{row['words'][:60]}” like 9/3/2026")
            if "service" in row and row["service"]["id"] is None:
                named = row["service"]["name"][:60]
                problems.append(f"The directory has no one service called “{named}”. Choose one, or empty the box")
        return problems

    def show(self, question: Question, value: Any) -> list[Block]:
        more = [one for one in MORE if any(one[1] in row for row in value)]
        rows = tuple((*_shown(row), *(row[key][told] if key in row else "" for _, key, told in more)) for row in value)
        return [Grid(("What", "Who", "By when", *(head for head, *_ in more)), rows)]

    def blank(self, question: Question) -> list[Block]:
        return [Grid(("What", "Who", "By when"), (("", "", ""),) * 5)]

    def words(self, question: Question, value: Any) -> str:
        return "\n".join(f"{row['words']} ({_name(row['owner'])})" for row in value or [])

    def store(self, question: Question, value: Any, *, entry: Any, by: Any) -> None:
        """Make each action that is new; one that an earlier version of this entry made stays as it has become."""
        if entry.family_id is None:
            return
        known = {
            str(id) for id in Action.objects.filter(id__in=[row["id"] for row in value]).values_list("id", flat=True)
        }
        for row in value:
            if row["id"] not in known:
                _add(row, entry=entry, by=by)


def _add(row: dict[str, Any], *, entry: Any, by: Any) -> None:
    owner = row["owner"]
    actions.add_action(
        id=row["id"],
        entry=entry,
        words=row["words"],
        by=by,
        agreed_on=entry.happened_on,
        due_on=day_from(row["due"]),
        owner_person=Person.objects.filter(pk=owner["id"]).first() if owner["kind"] == "person" else None,
        owner_user=User.objects.filter(pk=owner["id"]).first() if owner["kind"] == "user" else None,
        owner_words=owner["name"],
        outcome=row["outcome"]["id"] if "outcome" in row else None,
        service=row["service"]["id"] if "service" in row else None,
    )


def _towards(question: Question, typed: str) -> dict[str, Any]:
    """Return what an action is done for, with its words, so that the record reads alone; nothing when it says none."""
    if not typed:
        return {}
    found = next((one for one in to_hang_on(question.asking) if one.id == typed), None)
    return {"outcome": {"id": found.id, "words": found.words}} if found else {}


def _with_service(typed: str) -> dict[str, Any]:
    """Return the service that an action is done with, by its name as typed; nothing when it names none."""
    if not typed:
        return {}
    found = directory.called(typed)
    return {"service": {"id": found.pk if found else None, "name": found.name if found else typed[:300]}}


def _services(asking: Asking) -> list[str]:
    """Names of services to choose from: first those that help with what was last seen in the children."""
    signs = {sign for chosen in signs_of(asking.family_id).values() for sign in chosen.signs}
    return directory.names_for(asking.pack, signs)


def _shown(row: dict[str, Any]) -> tuple[str, str, str]:
    return row["words"], _name(row["owner"]), in_words(day_from(row["due"])) or row["due"]


def day_from(words: str) -> date | None:
    """Return the day that `2026-03-09` or `9/3/2026` means, or None."""
    try:
        if match := BY_HAND.fullmatch(words):
            return date(int(match[3]), int(match[2]), int(match[1]))
        return date.fromisoformat(words)
    except ValueError:
        return None


def _name(owner: dict[str, Any] | None) -> str:
    return owner["name"] if owner else "nobody yet"


def row_id(typed: str) -> str:
    """Return the id that a row of a page came with, or a new one."""
    try:
        return str(UUID(typed))
    except ValueError:
        return str(uuid4())
