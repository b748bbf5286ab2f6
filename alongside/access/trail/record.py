"""Writing to the trail."""

from collections.abc import Mapping
from contextvars import ContextVar
from typing import Any

from alongside.access.trail.models import Change, Look

# The address that is being answered, set by the middleware; empty on the command line and in jobs.
current_path: ContextVar[str] = ContextVar("current_path", default="")

BY_ITSELF = "Alongside, by itself"


def changed(
    *, by: Any, action: str, family_id: int | None = None, subject: str = "", detail: Mapping[str, Any] | None = None
) -> Change:
    """Record a change, in the transaction that makes it: both are kept, or neither.

    :param by: the user who did it; None when the product did it by itself, such as a job at night
    :param action: what was done, in words, such as "made an entry final"
    :param subject: what it was done to, such as "entry 17"
    :param detail: what else somebody must be able to look up later; plain JSON, no free text of the family's
    """
    return Change.objects.create(
        **who_is(by),
        action=action,
        family_id=family_id,
        subject=subject,
        detail=dict(detail or {}),
        path=current_path.get()[:500],
    )


def looked(*, by: Any, what: str, family_id: int | None, subject: str = "", emergency: bool = False) -> Look:
    """Record a look made outside a page, such as an export or a PDF. Pages use `note_look`."""
    return Look.objects.create(
        **who_is(by),
        what=what,
        family_id=family_id,
        subject=subject,
        emergency=emergency,
        path=current_path.get()[:500],
    )


def who_is(by: Any) -> dict[str, Any]:
    """Return the columns that say who somebody is: as they were called on that day, whatever becomes of the account."""
    if by is None:
        return {"user_id": None, "user_name": BY_ITSELF}
    if by_link := getattr(by, "name_in_trail", ""):
        return {"user_id": None, "user_name": by_link}
    return {"user_id": by.pk, "user_name": getattr(by, "name", "") or "Somebody without an account"}
