"""Small decisions about contacts with the front door, on plain facts."""

import hmac
import secrets
from datetime import date, datetime, timedelta
from hashlib import sha256
from typing import TYPE_CHECKING, Literal

from django.conf import settings

from alongside.packs.format.front_door import FrontDoor, Tells
from alongside.packs.format.pack import Pack
from alongside.working_time import deadline, london_day

if TYPE_CHECKING:
    from alongside.frontdoor.models import Contact

# Read over the telephone: no letter or digit that is taken for another. 31^8 of them, so that nobody guesses one.
LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
# Against a flood, in an hour: guides from one place and from all, and mails to one address.
HOUR = timedelta(hours=1)
MOST_FROM_ONE, MOST_FROM_ALL, MOST_MAILS = 12, 300, 3
# What a guide may hold in all, in characters: fifty pages.
MOST_WORDS = 100_000

State = Literal["waiting", "in a call", "late", "decided", "decided late", "put away"]


def new_reference() -> str:
    """Return a reference that can be read aloud and that nobody can guess, such as FD-7K4M-2QXP."""
    letters = "".join(secrets.choice(LETTERS) for _ in range(8))
    return f"FD-{letters[:4]}-{letters[4:]}"


def read_reference(text: str) -> str:
    """Return a typed reference as it is kept; empty when it cannot be one. Spaces, dashes and capitals are free."""
    plain = "".join(letter for letter in text.upper() if letter.isalnum()).removeprefix("FD")
    if len(plain) != 8 or not set(plain) <= set(LETTERS):
        return ""
    return f"FD-{plain[:4]}-{plain[4:]}"


def mark_of(address: str, day: date) -> str:
    """Return a mark by which guides from one address on one day are counted, and from which nobody can tell where."""
    return hmac.new(settings.SECRET_KEY.encode(), f"{day}|{address}".encode(), sha256).hexdigest()


def decide_by(pack: Pack, received_at: datetime) -> date | None:
    """Return the last London day on which a contact is decided in time, by the standard that the pack names."""
    if pack.front_door is None:
        return None
    standard = pack.standard(pack.front_door.clock)
    within = standard.within
    if within is None:
        return None
    start = received_at if within.in_hours else london_day(received_at)
    calendar = pack.working_calendar()
    until = deadline(start, within, calendar, day_one=standard.day_one, if_closed=standard.if_closed)
    return london_day(until) if isinstance(until, datetime) else until


def state_of(contact: "Contact", today: date) -> State:
    """Return how a contact stands on a London day."""
    if contact.put_away_at is not None:
        return "put away"
    if contact.decided_on is not None:
        return "decided late" if contact.decide_by and contact.decided_on > contact.decide_by else "decided"
    if contact.decide_by and today > contact.decide_by:
        return "late"
    return "waiting" if contact.taken_at is None else "in a call"


def may_know(front_door: FrontDoor, *, service: list[str], spoken: list[str]) -> bool:
    """Return whether the caller may be told what was decided: a professional whose call the family agrees to.

    :param service: the answer to where the call comes from; `spoken` that to whether the family knows
    """
    return bool(set(service) & set(front_door.caller.professionals)) and bool(set(spoken) & set(front_door.agreed))


def tells_for(front_door: FrontDoor, *, knows: bool) -> list[Tells]:
    """Return the wordings that may go to a caller, the fitting one first; who may not know gets none that says more."""
    fitting = [one for one in front_door.tells if one.to == ("who-may-know" if knows else "anybody")]
    return fitting + [one for one in front_door.tells if one not in fitting and one.to == "anybody"]
