"""The one story: entries and what became of them as facts of their own."""

from alongside.story.models.chronology import ChronologyEvent
from alongside.story.models.dangers import Danger, DangerChange
from alongside.story.models.documents import Document
from alongside.story.models.entries import Answer, Entry, SignOff
from alongside.story.models.facts import Fact
from alongside.story.models.heard import ChildHeard
from alongside.story.models.let_in import LetIn
from alongside.story.models.statements import Statement, StatementChange
from alongside.story.models.told import PersonSeen, Rating

__all__ = [
    "Answer",
    "ChildHeard",
    "ChronologyEvent",
    "Danger",
    "DangerChange",
    "Document",
    "Entry",
    "Fact",
    "LetIn",
    "PersonSeen",
    "Rating",
    "SignOff",
    "Statement",
    "StatementChange",
]
