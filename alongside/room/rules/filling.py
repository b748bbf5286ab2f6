"""What happened in a room as answers of its record and its plan: for the chair to finish, and not to type again."""

from collections.abc import Iterable
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from alongside.plans.fields.actions import day_from
from alongside.room.rules.asked import Asked
from alongside.room.rules.state import CONTENT, GOALS, RISK, SAFETY, Person, Placed, State, Statement
from alongside.story.fields.days import typed_from

Answers = dict[str, Any]


def record_of(state: State, asked: Asked, *, kind: str, chair: str, came: dict[int, int | None]) -> Answers:
    """Return the answers of the record, by question.

    :param kind: the option for which conference it was
    :param chair: who chaired and who wrote, in words
    :param came: by seat, the person of the family who sat there, None for everybody else
    """
    names = asked.room.record
    answers: Answers = {
        names.kind: [kind] if kind else [],
        names.chair: chair,
        names.risk: risk_in_words(state),
        names.not_agreed: "\n".join(not_agreed(state)),
        names.safety: placed_rows(state, SAFETY, asked, came),
        names.next_time: day_in(state, "next-time"),
    }
    for heading in asked.headings:
        if heading.column:
            answers[heading.id] = rows_of(state, heading.id)
    for child in asked.children:
        answers |= {f"{name}@{child.id}": value for name, value in _about_child(state, asked, child.id).items()}
    return {key: value for key, value in answers.items() if value}


def plan_of(state: State, asked: Asked, *, came: dict[int, int | None]) -> Answers:
    """Return the answers of the plan, by question."""
    names = asked.room.plan
    people = [{"id": one.id, "name": one.name} for one in asked.people if one.id in state.group_people]
    others = state.texts.get("core-group-others", "")
    answers: Answers = {
        names.risk: risk_in_words(state),
        names.goals: rows_of(state, GOALS),
        names.actions: [_action(one, asked) for one in state.deeds.values()],
        names.how_known: "\n".join(f"{one.words}: {one.how}" for one in state.deeds.values() if one.how),
        names.bottom_lines: state.texts.get("bottom-lines", ""),
        names.safety_plan: state.texts.get("safety-plan", ""),
        names.core_group: {"people": people, "others": others} if people or others else {},
        names.next_core_group: day_in(state, "next-core-group"),
        names.next_time: day_in(state, "next-time"),
        names.content: placed_rows(state, CONTENT, asked, came),
    }
    taken = {heading.column: heading.id for heading in reversed(asked.headings)}
    for field in asked.plan.fields:
        if field.type == "statements" and field.id != names.goals and field.column in taken:
            answers[field.id] = [row for row in rows_of(state, taken[field.column]) if "left" not in row]
    return {key: value for key, value in answers.items() if value}


def rows_of(state: State, group: str) -> list[dict[str, Any]]:
    """Return the statements under a heading as the record holds them; one taken off is left on the map as it stands."""
    those = [one for one in state.statements.values() if one.group == group and one.words]
    return [_row(one) for one in those if not one.off or one.brought]


def _row(one: Statement) -> dict[str, Any]:
    if one.off:
        words = one.past[0].words if one.past else one.words
        return {"id": one.id, "words": words, "said_by": None, "about": [], "state": "living", "left": True}
    return {
        "id": one.id,
        "words": one.words,
        "said_by": one.brought.get("said_by"),
        "about": one.brought.get("about", []),
        "state": "resolved" if one.resolved else "living",
    }


def risk_in_words(state: State) -> str:
    """Return the statement of risk as it was agreed, one paragraph for each."""
    return "\n\n".join(one.words for one in state.of_group(RISK) if one.words)


def not_agreed(state: State) -> list[str]:
    """Return a line for each participant who saw a statement differently, with their words."""
    lines = []
    for one in state.statements.values():
        for seat in one.no if not one.off else ():
            said = one.answers[seat].words
            lines.append(f"“{one.words}” – {_who(state, seat)} sees it differently{_because(said)}")
    return lines


def placed_rows(state: State, scale: str, asked: Asked, came: dict[int, int | None]) -> list[dict[str, Any]]:
    """Return where each participant put themselves, as a rating's answer holds it: people by id, others by name."""
    known = {one.id: one.name for one in asked.people}

    def row(seat: int, placed: Placed) -> dict[str, Any]:
        person = came.get(seat)
        of_family = person in known
        name = known[person] if person in known else _who(state, seat)
        return {"id": person if of_family else None, "name": name, "value": placed.value, "words": placed.words}

    return [row(seat, placed) for seat, placed in state.scales[scale].placed.items()]


def _about_child(state: State, asked: Asked, child: int) -> Answers:
    names, decided, views = asked.room.record, state.decisions.get(child), state.views.get(child, {})

    def told(seats: Iterable[int]) -> str:
        lines = (
            f"{_who(state, seat)}: {asked.label(views[seat].option)}{_because(views[seat].words)}" for seat in seats
        )
        return "\n".join(lines)

    answers: Answers = {names.views: told(views)}
    if decided:
        categories = decided.categories if decided.option in asked.with_categories else []
        answers |= {names.decision: [decided.option], names.categories: categories, names.why: decided.why}
        answers[names.dissent] = told(seat for seat, view in views.items() if view.option != decided.option)
    return answers


def _action(deed: Any, asked: Asked) -> dict[str, Any]:
    due = day_from(deed.due)
    owner = owner_of(deed.owner, deed.owner_words, asked)
    return {"id": deed.id, "words": deed.words, "owner": owner, "due": due.isoformat() if due else deed.due[:20]}


def owner_of(chosen: str, words: str, asked: Asked) -> dict[str, Any] | None:
    """Return who does something: one of the family, a professional, or anybody by name; None when nobody is named."""
    kind, _, id = chosen.partition(":")
    known = {"person": asked.people, "user": asked.professionals}.get(kind, ())
    found = next((one for one in known if str(one.id) == id), None)
    if found:
        return {"kind": kind, "id": found.id, "name": found.name}
    return {"kind": "other", "name": words[:200]} if words else None


def day_in(state: State, key: str) -> dict[str, str]:
    """Return a day that was typed as the record's three boxes hold it; what is no day, or nothing, stays out."""
    return typed_from(day_from(state.texts.get(key, "")))


def attended(kept: dict[str, Any], state: State, came: dict[int, int | None], asked: Asked) -> dict[str, Any]:
    """Return who came: what is known from the invitations, with everybody who sat in the room.

    :param kept: the answer as the invitations have filled it
    """
    people = {one["id"]: one for one in kept.get("people", [])}
    guests = {one["words"].casefold(): one for one in kept.get("guests", [])}
    known = {one.id: one for one in asked.people}
    for person in state.people.values():
        if not person.admitted or person.part != "participant":
            continue
        someone = known.get(came.get(person.seat) or 0)
        if someone:
            row = {"id": someone.id, "name": someone.name, "is_child": someone.is_child, "note": "", "told": False}
            people[someone.id] = people.get(someone.id, row) | {"came": "in-person"}
        else:
            words = person.who
            row = {"id": str(uuid5(NAMESPACE_URL, f"seat-{person.seat}")), "words": words, "note": "", "told": False}
            guests[words.casefold()] = guests.get(words.casefold(), row) | {"came": "in-person"}
    return {"people": list(people.values()), "guests": list(guests.values())}


def _who(state: State, seat: int) -> str:
    person: Person | None = state.people.get(seat)
    return person.who if person else "Somebody"


def _because(words: str) -> str:
    return f": “{words}”" if words else ""
