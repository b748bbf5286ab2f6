"""What follows when somebody with an account finishes the record that they were asked for."""

from typing import Any

from alongside.contributions.actions.settling import received
from alongside.contributions.models import Contribution
from alongside.story import signals


def connect() -> None:
    """Begin to listen."""
    signals.entry_finalised.connect(take_in, dispatch_uid="contributions.take_in")


def take_in(*, entry: Any, by: Any, **_: Any) -> None:
    """Mark what was asked for as received, when this is it."""
    found = Contribution.objects.filter(entry=entry, state=Contribution.State.STARTED).first()
    if found:
        received(contribution=found, entry=entry, by=by)
