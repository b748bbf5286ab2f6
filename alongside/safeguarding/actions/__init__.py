"""Every write to do with safeguarding concerns."""

from alongside.safeguarding.actions.concerns import raise_from, raise_from_level, take
from alongside.safeguarding.actions.steps import begin_answer, begin_concern, begin_decision, begin_referral, finish
from alongside.safeguarding.actions.telling import tell_next

__all__ = [
    "begin_answer", "begin_concern", "begin_decision", "begin_referral", "finish", "raise_from", "raise_from_level",
    "take", "tell_next",
]  # fmt: skip
