"""Whom to call about a child at a moment, and when each number answers."""

from dataclasses import dataclass
from datetime import datetime

from alongside.packs.format.contacts import Contact
from alongside.packs.format.pack import Pack
from alongside.packs.telling.contacts import when_reached
from alongside.safeguarding.numbers import numbers_at


@dataclass(frozen=True)
class Answers:
    """A contact, whether it answers now, and the lines that say when it does."""

    contact: Contact
    answers: bool
    when: list[str]


def who_answers(pack: Pack, moment: datetime) -> list[Answers]:
    """Return whom to call about a child at a moment (aware), those that answer now first."""
    found = [one for one in numbers_at(pack, moment) if "child" in one.contact.for_danger_to]
    return [Answers(one.contact, one.answers, when_reached(one.contact)) for one in found]


def others(pack: Pack) -> list[Answers]:
    """Return everybody else who can be called, with when they answer."""
    meant = [one for one in pack.contacts if "child" not in one.for_danger_to]
    return [Answers(one, False, when_reached(one)) for one in meant]
