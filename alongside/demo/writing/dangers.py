"""Dangers in a record of a family's own: those that stand are looked at again, and new ones are added."""

from typing import Any

from alongside.demo.format import Record
from alongside.demo.telling import Telling
from alongside.story.queries.dangers import present_dangers


def rows(telling: Telling, record: Record) -> list[dict[str, Any]]:
    """Return the rows with which a record answers what anybody must know before they visit."""
    over = {telling.own(one.words): telling.own(one.over) for one in record.dangers if one.over}
    standing = [
        _row(str(one.id), one.kind, one.words, before=True, why=over.get(one.words, ""))
        for one in present_dangers(telling.family.pk)
    ]
    new = [
        _row(
            telling.id(), one.kind, telling.own(one.words), [telling.named(telling.people[name]) for name in one.about]
        )
        for one in record.dangers
        if not one.over
    ]
    return standing + new


def _row(id: str, kind: str, words: str, about: Any = None, *, before: bool = False, why: str = "") -> dict[str, Any]:
    state = "ended" if why else "standing"
    return {"id": id, "kind": kind, "words": words, "about": about or [], "state": state, "why": why, "before": before}
