"""Who can do what is agreed: the family's people, those who work with them, or anybody by name."""

from typing import Any

from alongside.access.models import User
from alongside.people.models import Family, Involvement
from alongside.story.asking import Posted, Question


def professionals(family_id: int | None) -> list[Any]:
    """Return who works with the family or in its team, by name, as `{"id", "name"}`; one query."""
    if family_id is None:
        return []
    involved = Involvement.objects.filter(family=family_id, to_date=None).values("user")
    team = Family.objects.filter(pk=family_id).values("team")
    found = User.objects.filter(pk__in=involved) | User.objects.filter(posts__team__in=team)
    return list(found.filter(is_active=True).distinct().order_by("name").values("id", "name"))


def owner_from(question: Question, row: Posted) -> dict[str, Any] | None:
    """Return the owner that a row names: one of the family, a professional, or anybody by name; None when nobody."""
    kind, _, id = row.line("owner").partition(":")
    if kind == "person" and (someone := question.asking.someone(id)):
        return {"kind": "person", "id": someone.id, "name": someone.name}
    if kind == "user":
        known = next((one for one in professionals(question.asking.family_id) if str(one["id"]) == id), None)
        return {"kind": "user", **known} if known else None
    words = row.line("owner-words")[:200]
    return {"kind": "other", "name": words} if words else None
