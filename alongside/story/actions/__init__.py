"""Every write to the story."""

from alongside.story.actions.amending import amend
from alongside.story.actions.carrying import begin_from_last, last_of, leave_out, still_holds
from alongside.story.actions.drafts import (
    Conflict,
    NotADraft,
    date_draft,
    hand_on,
    restore,
    save_answer,
    say_about,
    set_aside,
    start,
)
from alongside.story.actions.finishing import NotReady, ask_sign_off, finalise, send_back, sign
from alongside.story.actions.letting_in import let_in

__all__ = [
    "Conflict", "NotADraft", "NotReady", "amend", "ask_sign_off", "begin_from_last", "date_draft", "finalise",
    "hand_on", "last_of", "leave_out", "let_in", "restore", "save_answer", "say_about", "send_back", "set_aside",
    "sign", "start", "still_holds",
]  # fmt: skip
