"""Every write about what others are asked for."""

from alongside.contributions.actions.answering import begin, decline, receive, save_typed
from alongside.contributions.actions.asking import ask, change_day, withdraw
from alongside.contributions.actions.inviting import invite_to_write
from alongside.contributions.actions.reminding import remind
from alongside.contributions.actions.settling import received

__all__ = [
    "ask", "begin", "change_day", "decline", "invite_to_write", "receive", "received", "remind", "save_typed",
    "withdraw",
]  # fmt: skip
