"""What each child says or shows, in the sections of a form that are asked of each of them."""

from datetime import date

from alongside.demo.telling import Telling
from alongside.demo.writing.records import Answers
from alongside.people.queries.members import Member


def children(telling: Telling, on: date) -> list[Member]:
    """Return the family's children, born and unborn."""
    return [member for member in telling.members(on) if member.is_child]


def views(telling: Telling, on: date, pool: str, main: str) -> Answers:
    """Answer “what does each child say”: the one whom the story is about in the story's words, the others in their own.

    A question that stays empty says why, as the forms ask.
    """
    answers: Answers = {}
    for member in children(telling, on):
        own = main if member.person.pk == telling.child().pk else ""
        answers |= view(telling, member, own or telling.of_person(pool, member, on))
    return answers


def view(telling: Telling, member: Member, words: str, *, why_not: str = "") -> Answers:
    """Answer for one child, or say why it is left."""
    key = f"childs-view@{member.person.pk}"
    if words:
        return {key: words}
    if member.person.unborn:
        return {f"reason:{key}": "Not born yet."}
    return {
        f"reason:{key}": why_not or telling.say_if_left("around.not-asked", {"child": member.name}) or "Not this time."
    }
