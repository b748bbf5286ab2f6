"""The how-to guide's own examples make a pack that is right."""

import re
import shutil
from pathlib import Path

import pytest

from alongside.packs.format.field_types import FIELD_TYPES
from alongside.packs.format.pack import Pack
from alongside.packs.loader import load
from alongside.packs.tests.writing import write_pack

ROOT = Path(__file__).parents[3]
GUIDE = (ROOT / "docs" / "how-to" / "write-a-pack.md").read_text(encoding="utf-8")
EXAMPLES = dict(re.findall(r"```yaml\n# packs/riverton/(\S+)\n(.*?)```", GUIDE, re.DOTALL))


@pytest.fixture
def riverton(tmp_path: Path) -> Pack:
    """Follow the guide: a folder beside the packs that come with Alongside, with the files it shows."""
    shutil.copytree(ROOT / "packs", tmp_path / "packs")
    return load(write_pack(tmp_path / "packs" / "riverton", EXAMPLES))


@pytest.mark.requirement("ALL-01")
def test_the_guide_leads_to_a_pack_that_is_right(riverton: Pack) -> None:
    assert set(EXAMPLES) == {
        "pack.yaml", "standards.yaml", "thresholds.yaml", "forms/note.yaml", "forms/welcome-letter.yaml",
    }  # fmt: skip
    assert str(riverton.standard("first-contact").within) == "3 working days"
    assert riverton.form("note").fields[1].id == "told-to"
    assert riverton.form("closure").title == "Closure record"
    assert riverton.form("welcome-letter").records[0].when == "sent-on"
    assert "six months" in next(one.says for one in riverton.thresholds.rules if one.id == "continues-despite-help")
    assert len(riverton.thresholds.indicators) == 104


def test_the_guide_names_every_pack_that_comes_with_alongside() -> None:
    listed = set(re.findall(r"^\| `([a-z-]+)` \| [^|]+ \| [^|]+ \|$", GUIDE, re.MULTILINE))
    assert {path.parent.name for path in (ROOT / "packs").glob("*/pack.yaml")} <= listed


def test_the_guide_lists_every_kind_of_question() -> None:
    rows = re.findall(r"^\| `([a-z-]+)` \| [^|]+ \|([^|]*)\|([^|]*)\|$", GUIDE, re.MULTILINE)
    listed = {type: (set(re.findall(r"`(\w+)`", must)), set(re.findall(r"`(\w+)`", may))) for type, must, may in rows}
    assert listed == {id: (set(type.must), set(type.may)) for id, type in FIELD_TYPES.items()}
