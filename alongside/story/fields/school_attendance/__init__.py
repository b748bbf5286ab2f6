"""How often each child of school age is in school."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any

from django.utils import timezone

from alongside.design.words import day
from alongside.people import school_age
from alongside.story.asking import Asking, Posted, Question
from alongside.story.blocks import Block, Grid, Words
from alongside.story.fields.base import FieldType

HEAD = ("Child", "In school, in every 100 sessions", "Over which time", "Why it is not known")


@dataclass(frozen=True)
class Pupil:
    """A child of the family, whether they are of compulsory school age, and why that is thought."""

    id: int
    name: str
    of_school_age: bool
    says: str


class SchoolAttendance(FieldType):
    """The answer holds, by person id, the percentage as typed and its period, or why it is not known."""

    id = "school-attendance"

    def earlier(self, asking: Asking) -> list[Pupil]:
        """Return the children of the family, those of school age first."""
        return pupils(asking)

    def parse(self, question: Question, posted: Posted) -> Any:
        found = {}
        for child in question.asking.children():
            told = {part: posted.line(f"{child.id}:{part}") for part in ("percent", "period", "unknown")}
            if any(told.values()):
                found[str(child.id)] = {"name": child.name, **told, "percent": told["percent"].rstrip("% ")}
        return found

    def problems(self, question: Question, value: Any) -> list[str]:
        return [problem for one in value.values() for problem in _problems(one)]

    def lacking(self, question: Question, value: Any) -> list[str]:
        """Return which children of school age have neither a number nor a reason."""
        told = value or {}
        return [
            f"Give the attendance of {one.name}, or say why it is not known"
            for one in pupils(question.asking)
            if one.of_school_age and not _is_told(told.get(str(one.id), {}))
        ]

    def show(self, question: Question, value: Any) -> list[Block]:
        rows = [(one["name"], one["percent"], one["period"], one["unknown"]) for one in value.values()]
        return [Grid(HEAD, tuple(rows))]

    def blank(self, question: Question) -> list[Block]:
        names = [one.name for one in question.asking.children()] or ["", ""]
        return [Words("For each child of school age"), Grid(HEAD, tuple((name, "", "", "") for name in names))]

    def words(self, question: Question, value: Any) -> str:
        return "\n".join(
            f"{one['name']}: {one['percent']} in every 100 sessions, {one['period']}" if one["percent"]
            else f"{one['name']}: {one['unknown']}"
            for one in (value or {}).values()
        )  # fmt: skip


def pupils(asking: Asking) -> list[Pupil]:
    """Return the family's children on the day of the record, those of school age first; one query."""
    from alongside.people.models import Person

    on = asking.happened_on or timezone.localdate()
    children = asking.children() if asking.family_id else ()
    born = dict(Person.objects.filter(pk__in=[one.id for one in children]).values_list("pk", "date_of_birth"))
    found = [_pupil(one.id, one.name, born.get(one.id), on) for one in children]
    return sorted(found, key=lambda one: not one.of_school_age)


def _pupil(id: int, name: str, born: Any, on: Any) -> Pupil:
    if born is None:
        return Pupil(id, name, False, "The date of birth is not known. Give the attendance if they are of school age.")
    if on < school_age.begins(born):
        return Pupil(id, name, False, f"Of compulsory school age from {day(school_age.begins(born))}.")
    if on > school_age.ends(born):
        return Pupil(id, name, False, f"Of compulsory school age until {day(school_age.ends(born))}.")
    return Pupil(id, name, True, "")


def _is_told(one: dict[str, str]) -> bool:
    return bool(one.get("percent") or one.get("unknown"))


def _problems(one: dict[str, str]) -> Iterator[str]:
    if not one["percent"]:
        return
    try:
        fits = 0 <= Decimal(one["percent"]) <= 100
    except InvalidOperation:
        fits = False
    if not fits:
        yield f"Write the attendance of {one['name']} as a number from 0 to 100, such as 93.5"
    if not one["period"]:
        yield f"Say over which time {one['name']} was in school so often, such as this term"
