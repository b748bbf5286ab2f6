"""Looking something up in a pack by its id."""

from datetime import date
from pathlib import Path

import pytest

from alongside.packs.format.pack import Pack
from alongside.packs.loader import load
from alongside.packs.tests.writing import SMALL, write_pack

CALENDAR = """\
calendar:
  week: [monday, tuesday, wednesday, thursday]
  bank_holidays: worked
  closures:
    - {name: Moving house, first: 2026-05-06, last: 2026-05-07}
terms:
  - {id: lead-practitioner, word: lead worker}
"""


@pytest.fixture
def pack(tmp_path: Path) -> Pack:
    return load(write_pack(tmp_path / "small", {**SMALL, "pack.yaml": SMALL["pack.yaml"] + CALENDAR}))


@pytest.mark.parametrize(
    ("lookup", "id", "called"),
    [
        ("form", "note", "form"),
        ("level", "level-1", "level"),
        ("role", "worker", "role"),
        ("column", "worries", "column"),
        ("note_kind", "note", "kind of note"),
        ("document_category", "papers", "document category"),
        ("scale", "life", "scale"),
        ("star", "star", "star"),
        ("standard", "seen", "standard"),
        ("indicator", "misses-school", "indicator"),
    ],
)
def test_finds_by_id_and_says_what_is_not_there(pack: Pack, lookup: str, id: str, called: str) -> None:
    find = getattr(pack, lookup)
    assert find(id).id == id
    with pytest.raises(KeyError, match=f"the pack “small” .version 1. has no {called} “nothing”"):
        find("nothing")


def test_an_authority_s_own_word(pack: Pack) -> None:
    assert pack.term("lead-practitioner", "lead practitioner") == "lead worker"
    assert pack.term("family", "family") == "family"


def test_the_working_calendar_follows_the_pack(pack: Pack) -> None:
    calendar = pack.working_calendar()
    assert calendar is pack.working_calendar()
    assert calendar.is_working_day(date(2026, 5, 4))  # a bank holiday, which this authority works
    assert not calendar.is_working_day(date(2026, 5, 6))  # closed
    assert not calendar.is_working_day(date(2026, 5, 8))  # a Friday, which it does not work


def test_a_pack_without_a_calendar_keeps_bank_holidays(tmp_path: Path) -> None:
    calendar = load(write_pack(tmp_path / "small", SMALL)).working_calendar()
    assert not calendar.is_working_day(date(2026, 5, 4))
    assert calendar.is_working_day(date(2026, 5, 8))
