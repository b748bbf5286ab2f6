"""What somebody outside the family may see of its plan. Pure: no reads, no writes.

Source: early help plan practice guidance, agreement for service: what is shared, with whom, what is excepted, and that
it may be withdrawn at any time.
"""

from collections.abc import Iterable
from typing import Any, Literal

May = Literal["plan", "part", "nothing"]
GIVEN, TAKEN_BACK = "agreement.given", ("agreement.withdrawn", "agreement.refused")


def stands(facts: Iterable[str]) -> bool:
    """Return whether agreement stands, from the facts about it in the order in which they happened."""
    latest = ""
    for name in facts:
        latest = name if name == GIVEN or name in TAKEN_BACK else latest
    return latest == GIVEN


def may_see(involvement: int, agreements: Iterable[dict[str, Any]], *, agreed: bool) -> May:
    """Return what somebody may see: what the latest agreement that speaks of them says; nothing where none does.

    :param agreements: the answers about agreement since it was last given, the latest first
    :param agreed: whether agreement stands at all
    """
    if not agreed:
        return "nothing"
    for answer in agreements:
        for one in answer.get("agencies") or []:
            if one["id"] == involvement:
                said: May = one["may"]
                return said
    return "nothing"


def speaks_of(involvement: int, agreements: Iterable[dict[str, Any]]) -> bool:
    """Return whether any of these agreements says what somebody may see."""
    return any(one["id"] == involvement for answer in agreements for one in answer.get("agencies") or [])
