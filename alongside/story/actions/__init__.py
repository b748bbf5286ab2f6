"""Every write to the story."""

from alongside.story.actions.amending import amend
from alongside.story.actions.drafts import (
    Conflict,
    NotADraft,
    date_draft,
    restore,
    save_answer,
    say_about,
    set_aside,
    start,
)
from alongside.story.actions.finishing import NotReady, ask_sign_off, finalise, send_back, sign

__all__ = [
    "Conflict", "NotADraft", "NotReady", "amend", "ask_sign_off", "date_draft", "finalise", "restore", "save_answer",
    "say_about", "send_back", "set_aside", "sign", "start",
]  # fmt: skip
