"""Every write to meetings."""

from alongside.meetings.actions.agenda import put_on_agenda, settle, take_off_agenda
from alongside.meetings.actions.arranging import arrange, cancel, change
from alongside.meetings.actions.checks import check_may_arrange, held_still
from alongside.meetings.actions.holding import begin, hold
from alongside.meetings.actions.inviting import answer, given_by_hand, invite, send, uninvite
from alongside.meetings.actions.papers import lay_out, take_away
from alongside.meetings.actions.telling import tell_absent, told_by_hand

__all__ = [
    "answer", "arrange", "begin", "cancel", "change", "check_may_arrange", "given_by_hand", "held_still", "hold",
    "invite", "lay_out", "put_on_agenda", "send", "settle", "take_away", "take_off_agenda", "tell_absent",
    "told_by_hand", "uninvite",
]  # fmt: skip
