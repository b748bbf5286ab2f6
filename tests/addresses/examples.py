"""An example of each parameter, taken from a family's record. A new parameter gets its example here."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tests.addresses.record import FamilyRecord

OF_A_FAMILY = {"family_id", "person_id", "entry_id", "document_id", "visit_id", "contact_id"}
ABOUT_A_FAMILY = {"who-has-looked"}


def _made(what: str) -> Callable[[FamilyRecord], Any]:
    return lambda around: around.made[what].pk


EXAMPLES: dict[str, Callable[[FamilyRecord], Any]] = {
    "family_id": lambda around: around.family.pk,
    "person_id": lambda around: around.child.pk,
    "entry_id": lambda around: around.made["draft"].pk,
    "document_id": lambda around: around.made["document"].pk,
    "danger_id": lambda around: around.made["danger"].pk,
    "row_id": lambda around: around.made["due"].pk,
    "concern_id": lambda around: around.made["concern"].pk,
    "notice_id": lambda around: around.made["notice"].pk,
    "token": lambda around: "a-secret-that-nobody-was-sent",
    "action_id": lambda around: around.made["action"].pk,
    "outcome_id": lambda around: around.made["outcome"].pk,
    "involvement_id": lambda around: around.made["involvement"].pk,
    "worker_id": lambda around: around.account.pk,
    "statement_id": lambda around: around.made["statement"].pk,
    "change": lambda around: "reword",
    "form_id": lambda around: "initial-conversation",
    "whose": lambda around: "mine",
    "page": lambda around: "help",
    "key": lambda around: "no-such-key",
    "uidb36": lambda around: "1",
    "question": lambda around: f"houses-drawn@{around.child.pk}",
    "sheet": lambda around: "worries",
    "node": lambda around: f"p{around.child.pk}",
    "letter": lambda around: "family",
    "version_id": lambda around: around.made["genogram version"].pk,
    "allocation_id": lambda around: around.made["allocation meeting"].pk,
    "meeting_id": lambda around: around.made["meeting"].pk,
    "visit_id": lambda around: around.made["visit"].pk,
    "other_id": _made("final"),
    "contribution_id": _made("contribution"),
    "item_id": lambda around: around.made["request"].pk,
    "number": lambda around: 0,
    "service_id": lambda around: around.made["service"].pk,
    "domain_id": lambda around: "parents-and-carers",
    "level_id": lambda around: "level-3",
    "sign_id": lambda around: "level-3-domestic-abuse",
    "contact_id": lambda around: around.made["call"].pk,
    "report_id": lambda around: around.made["report"].pk,
    "pack_id": lambda around: around.made["reading pack"].pk,
    "letter_id": lambda around: around.made["letter to one"].pk,
    "told_id": lambda around: around.made["told"].pk,
}
EXAMPLES_BY_NAME: dict[str, dict[str, Callable[[FamilyRecord], Any]]] = {
    "who-has-looked": {"pk": lambda around: around.family.pk},
    "team-people": {"pk": lambda around: around.family.team_id},
    "end-post": {"pk": lambda around: around.account.pk, "post": lambda around: around.made["post"].pk},
    **{
        name: {"pk": lambda around: around.account.pk}
        for name in ("account", "give-post", "close-account", "open-account-again", "invite", "forget-second-step")
    },
    **{
        name: {"pk": _made(what)}
        for name, what in {
            "emergency-seen": "emergency",
            "end-relationship": "relationship",
            "responsibility": "relationship",
            "end-involvement": "involvement",
            "end-address": "address",
            "never-show": "address",
            "end-contact": "contact",
            "withdraw-number": "number",
            "withdraw-name": "other name",
        }.items()
    },
    **{
        name: {"meeting_id": lambda around: around.made["group"].pk}
        for name in ("group-meeting", "group-change", "group-answer")
    },
    **{
        name: {"meeting_id": lambda around: around.made["conference"].meeting_id}
        for name in (
            "conference",
            "conference-holders",
            "conference-ask",
            "conference-report",
            "conference-reading",
            "conference-readers",
            "conference-pack",
            "conference-pack-pdf",
        )
    },
    **{
        name: {"meeting_id": lambda around: around.made["conference held"].meeting_id}
        for name in (
            "conference-after",
            "conference-letter",
            "conference-letter-pdf",
            "conference-letter-feedback",
            "conference-typed-feedback",
        )
    },
    **{
        name: {"entry_id": lambda around: around.made["final"].pk}
        for name in ("entry-pdf", "entry-amend", "entry-mark")
    },
    **{name: {"entry_id": _made("closure")} for name in ("entry-letter", "entry-letter-pdf")},
    **{
        name: {"contact_id": _made("decided call")}
        for name in ("front-door-contact", "front-door-tell", "front-door-letter")
    },
    **{
        name: {"entry_id": _made("three houses"), "question": lambda around: f"houses-drawn@{around.child.pk}"}
        for name in ("drawing", "drawing-hand-over", "drawing-marks", "drawing-picture")
    },
}
