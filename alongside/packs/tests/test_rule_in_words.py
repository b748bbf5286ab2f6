"""Each kind of rule as the sentences that people read on Practice and in what changed."""

from pathlib import Path
from typing import Any

import pytest

from alongside.packs.format.pack import Pack
from alongside.packs.format.standards import Standard
from alongside.packs.loader import load
from alongside.packs.telling.rules import rule_in_words
from alongside.packs.tests.writing import SMALL, write_pack

TABLE: list[tuple[dict[str, Any], str]] = [
    (
        {"after": "visit.made", "within": "3 working days", "met_by": "note.written"},
        "Within 3 working days after the visit was made. Met when the note was written.",
    ),
    (
        {
            "after": "visit.made",
            "happens": "each time",
            "target": "6 weeks",
            "within": "8 weeks",
            "met_by": "plan.agreed",
        },
        "Within 6 to 8 weeks (calendar) after the visit was made, each time. Met when the plan was agreed.",
    ),
    (
        {"after": "visit.made", "within": "0 calendar days", "met_by": "note.written"},
        "On the same day as the visit was made. Met when the note was written.",
    ),
    (
        {"after": "concern.raised", "within": "24 hours", "met_by": "note.written", "if_closed": "stay"},
        "Within 24 hours (by the clock) after the concern was raised. Met when the note was written.",
    ),
    (
        {"after": "visit.made", "within": "next friday", "met_by": "note.written", "day_one": "same"},
        "By the next Friday after the visit was made. Met when the note was written. "
        "The day it is counted from is itself day one.",
    ),
    (
        {
            "after": "visit.made",
            "first": "10 working days",
            "every": "6 weeks",
            "met_by": "review.held",
            "per": "child",
        },
        "For each child. The first time within 10 working days after the visit was made; from then on every 6 weeks "
        "(calendar), counted from the last time. Met when the review was held.",
    ),
    (
        {
            "before": {"event": "meeting.arranged", "words": "the meeting"},
            "at_least": "5 working days",
            "met_by": "report.sent",
        },
        "At least 5 working days before the meeting, each time. Met when the report was sent.",
    ),
    (
        {"after": "visit.made", "recorded_within": "2 weekdays", "per": "event"},
        "Written down within 2 weekdays (Monday to Friday) after the visit was made, each time.",
    ),
    (
        {"after": "visit.made", "checkpoints": ["10 working days", "20 working days"], "met_by": "child.seen"},
        "Within 10 working days and 20 working days after the visit was made, each met by the next time it is done. "
        "Met when the child was seen.",
    ),
    (
        {
            "after": {"later_of": ["visit.made", "agreement.given"]},
            "deadlines": [
                {"id": "a", "title": "A note", "within": "1 working day", "met_by": "note.written"},
                {"id": "b", "title": "A plan", "within": "1 month", "met_by": "plan.agreed", "owner": "worker"},
            ],
        },
        "A note: within 1 working day after the visit was made and the agreement was given, whichever comes later, met "
        "when the note was written. A plan: within 1 month (calendar) after the visit was made and the agreement was "
        "given, whichever comes later, met when the plan was agreed; this one is for the worker.",
    ),
    (
        {
            "after": {"event": "visit.made", "every_nth": 3, "where": {"kind": "home"}},
            "within": "1 week",
            "met_by": {"event": "talk.held", "same": ["worker"]},
        },
        "Within 1 week (calendar) after every third time that the visit was made (kind home), each time. "
        "Met when the talk was held, with the same worker.",
    ),
    (
        {
            "after": "visit.made",
            "every": "1 month",
            "met_by": "child.seen",
            "per": "child",
            "values": [{"when": {"level": ["level-1"], "age_under": 5}, "every": "2 weeks"}],
            "while": {"since": "pathway.opened", "until": "pathway.closed"},
            "suspended_while": {"since": "child.left", "until": "child.returned"},
            "on_resuming": "start again",
            "extended_by": "extension.approved",
        },
        "For each child. Every 1 month (calendar) from when the visit was made, counted from the last time. "
        "At level 1, below the age of 5: every 2 weeks (calendar). Met when the child was seen. "
        "Asked only from when the pathway was opened until the pathway was closed. "
        "The clock stands still from when the child left until the child returned; after that it starts again from "
        "nothing. A later day may be approved, with a reason: the extension was approved.",
    ),
]


@pytest.fixture
def pack(tmp_path: Path) -> Pack:
    return load(write_pack(tmp_path / "small", SMALL))


@pytest.mark.parametrize(("rule", "words"), TABLE)
def test_a_rule_reads_as_sentences(rule: dict[str, Any], words: str, pack: Pack) -> None:
    source = {"document": "A handbook", "passage": "Its rules"}
    about = {"id": "one", "title": "One", "owner": "worker", "per": "family", "source": source}
    assert " ".join(rule_in_words(Standard.model_validate({**about, **rule}), pack)) == words
