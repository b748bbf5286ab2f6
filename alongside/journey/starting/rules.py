"""What may be begun and handed on, and what to do instead when it may not. Pure, but for the posts people hold."""

from collections.abc import Collection

from django.core.exceptions import ValidationError

from alongside.access import rules as access
from alongside.access.models import User
from alongside.journey.models import Transfer
from alongside.packs.format.starting import Starting

GIVEN, WITHDRAWN = "agreement.given", "agreement.withdrawn"


def check_beginning(
    starting: Starting, *, agreed: bool, why_without: str, needs: Collection[str], why_few: str
) -> None:
    """Refuse a beginning without agreement, or with fewer needs than the pack asks for, that gives no reason.

    :raises ValidationError: by field, saying what to do
    """
    problems = {}
    if not agreed and not why_without.strip():
        problems["why_without_agreement"] = (
            "Record the family’s agreement first, or say why help begins without it and when you will ask them."
        )
    if is_few(starting, needs) and not why_few.strip():
        problems["why_few_needs"] = (
            f"{starting.called.capitalize()} is for {starting.needs_at_least} needs or more. Tick what else there is, "
            "or say why it is right for this family with fewer."
        )
    if problems:
        raise ValidationError(problems)


def is_few(starting: Starting, needs: Collection[str]) -> bool:
    """Return whether these are fewer needs than the pack asks for."""
    return len(set(needs)) < starting.needs_at_least


def agrees_at_once(by: User, *, from_team: int, to_team: int) -> bool:
    """Return whether somebody allocates on both sides of a transfer, so that nobody else has to agree."""
    return access.may(by, "allocate", from_team) and access.may(by, "allocate", to_team)


def may_ask(by: User, *, from_team: int, to_team: int) -> bool:
    """Return whether somebody allocates on either side of a transfer."""
    return access.may(by, "allocate", from_team) or access.may(by, "allocate", to_team)


def may_answer(transfer: Transfer, by: User) -> bool:
    """Return whether somebody may agree to a transfer: a manager of the side that did not ask for it."""
    asked_by_receivers = not access.may(transfer.asked_by, "allocate", transfer.from_team_id)
    side = transfer.from_team_id if asked_by_receivers else transfer.to_team_id
    return access.may(by, "allocate", side)
