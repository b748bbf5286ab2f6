"""Who interpreted: a service or an adult. A child may not, and the page says why."""

from datetime import date
from typing import Any

from django.utils import timezone

from alongside.people.age import years_old
from alongside.story.asking import Posted, Question, Someone
from alongside.story.blocks import Block, Listing, Ticks, Words
from alongside.story.fields.base import FieldType

GROWN_UP = 18  # Children Act 1989, section 105: a child is a person under the age of 18
HOW = {
    "not-needed": "Nobody needed an interpreter",
    "by": "Somebody interpreted",
    "went-without": "One was needed, and we had none",
}
LONGEST = 200


class Interpreter(FieldType):
    """The answer holds how it was, and who interpreted: a name with its service, or a person of the family."""

    id = "interpreter"

    def parse(self, question: Question, posted: Posted) -> Any:
        how, who = posted.line("how"), question.asking.someone(posted.line("who"))
        name = posted.line("name")[:LONGEST]
        if how not in HOW and not who and not name:
            return {}
        return {
            "how": "by" if who or name else how,
            "who": {"id": who.id, "name": who.name, "is_child": who.is_child} if who else None,
            "name": name,
        }

    def problems(self, question: Question, value: Any) -> list[str]:
        if value["how"] == "by" and not value["who"] and not value["name"]:
            return ["Say who interpreted: the interpreter’s name, and the service they came from"]
        child = _child_among(question, value)
        return [refusal(child)] if child else []

    def show(self, question: Question, value: Any) -> list[Block]:
        return [Listing(((self.words(question, value), ""),))]

    def blank(self, question: Question) -> list[Block]:
        options = tuple((words, False) for words in HOW.values())
        return [Ticks(options, round=True), Words("Interpreter’s name and service: ………………………… (never a child)")]

    def words(self, question: Question, value: Any) -> str:
        if not value:
            return ""
        who = ", ".join(one for one in (value["who"] and value["who"]["name"], value["name"]) if one)
        return f"Interpreted by {who}" if who else HOW[value["how"]]


def refusal(name: str) -> str:
    """Return why a child may not interpret, and what to do. Source: early help plan practice guidance, on language."""
    return (
        f"{name} is under 18 and may not interpret. A child must not carry what adults say to one another, and "
        "may soften what has to be said plainly. Book an interpreter, or wait with the talk until there is one"
    )


def _child_among(question: Question, value: Any) -> str:
    """The name of the child who is given as interpreter, from the list or written by name; empty when none is."""
    from alongside.people.models import Person

    day = question.asking.happened_on or timezone.localdate()
    typed = _plain(value["name"].partition(",")[0].partition("(")[0])
    people = {one.id: one for one in question.asking.people}
    for person in Person.objects.filter(pk__in=people):
        chosen = bool(value["who"]) and value["who"]["id"] == person.pk
        known = {_plain(name) for name in (person.name, person.given_names, person.full_name)} - {""}
        if (chosen or typed in known) and _under_age(person, people[person.pk], day):
            return person.name
    return ""


def _plain(name: str) -> str:
    return " ".join(name.casefold().split())


def _under_age(person: Any, one: Someone, day: date) -> bool:
    return years_old(person.date_of_birth, day) < GROWN_UP if person.date_of_birth else one.is_child
