"""Guests of a meeting, by name and agency; those of the last meeting are offered again."""

from typing import Any
from uuid import UUID, uuid4

from alongside.story.asking import Asking, Posted


def guest_from(row: Posted, said: dict[str, Any]) -> dict[str, Any] | None:
    """Return the guest whom a row of the page names; None for an empty row, or one offered that nothing was said of."""
    words = row.words("words").strip()[:400]
    if not words or ("offered" in row and not said["came"]):
        return None
    return {"id": _id(row.line("id")), "words": words, **said}


def guests_before(asking: Asking) -> list[dict[str, Any]]:
    """Return the guests of the family's last final record that asked who came; one query.

    Only their ids and names: whether they come is a new question each time.
    """
    from alongside.story.models import Answer

    keys = {field.id for form in asking.pack.forms for field in form.fields if field.type == "attendance"}
    if asking.family_id is None or not keys:
        return []
    standing = Answer.objects.filter(entry__family=asking.family_id, entry__status="final", entry__superseded_at=None)
    kept = standing.filter(key__in=keys).order_by("-entry__happened_on", "-pk").values_list("value", flat=True).first()
    guests = kept.get("guests", []) if isinstance(kept, dict) else []
    return [{"id": one["id"], "words": one["words"], "came": "", "note": "", "told": False} for one in guests]


def _id(typed: str) -> str:
    try:
        return str(UUID(typed))
    except ValueError:
        return str(uuid4())
