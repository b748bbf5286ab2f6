"""Every write to conferences."""

from alongside.conferences.actions.after import (
    give_feedback,
    letter_given,
    letters_for,
    send_letters,
    type_feedback,
)
from alongside.conferences.actions.apart import keep_apart, may_meet, say_what_helps
from alongside.conferences.actions.arranging import arrange, change_holders
from alongside.conferences.actions.packs import pack_given, send_packs, want_packs
from alongside.conferences.actions.reports import (
    ask_report,
    decide_reading,
    file_report,
    not_needed,
    remind,
    restrict,
)

__all__ = [
    "arrange", "ask_report", "change_holders", "decide_reading", "file_report", "give_feedback", "keep_apart",
    "letter_given", "letters_for", "may_meet", "not_needed", "pack_given", "remind",
    "restrict", "say_what_helps", "send_letters", "send_packs", "type_feedback", "want_packs",
]  # fmt: skip
