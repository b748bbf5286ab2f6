"""Every write of the front door."""

from alongside.frontdoor.actions.deciding import decide
from alongside.frontdoor.actions.linking import link_family, link_person, make_family, unlink_family
from alongside.frontdoor.actions.sending import TooMuch, send_guide
from alongside.frontdoor.actions.taking import TakenAlready, begin_call, follow, put_away, take, take_over
from alongside.frontdoor.actions.telling import tell_caller

__all__ = [
    "TakenAlready", "TooMuch", "begin_call", "decide", "follow", "link_family", "link_person", "make_family",
    "put_away", "send_guide", "take", "take_over", "tell_caller", "unlink_family",
]  # fmt: skip
