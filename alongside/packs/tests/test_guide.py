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


def examples(pack: str) -> dict[str, str]:
    """The files of one of the guide's packs, as they stand in it."""
    return dict(re.findall(rf"```yaml\n# packs/{pack}/(\S+)\n(.*?)```", GUIDE, re.DOTALL))


EXAMPLES = examples("riverton")


@pytest.fixture
def riverton(tmp_path: Path) -> Pack:
    """Follow the guide: a folder beside the packs that come with Alongside, with the files it shows."""
    shutil.copytree(ROOT / "packs", tmp_path / "packs")
    return load(write_pack(tmp_path / "packs" / "riverton", EXAMPLES))


@pytest.mark.requirement("ALL-01")
def test_the_guide_leads_to_a_pack_that_is_right(riverton: Pack) -> None:
    assert set(EXAMPLES) == {
        "pack.yaml", "standards.yaml", "scales.yaml", "thresholds.yaml", "forms/note.yaml",
        "forms/welcome-letter.yaml",
    }  # fmt: skip
    assert str(riverton.standard("first-contact").within) == "3 working days"
    assert riverton.form("note").fields[1].id == "told-to"
    assert [area.id for area in riverton.star("our-day").areas] == ["getting-up", "breakfast", "the-way"]
    assert riverton.form("closure").title == "Closure record"
    assert riverton.form("welcome-letter").records[0].when == "sent-on"
    assert "six months" in next(one.says for one in riverton.thresholds.rules if one.id == "continues-despite-help")
    assert len(riverton.thresholds.indicators) == 104


def test_what_is_copied_as_the_guide_says_changes_the_days_and_nothing_else_of_the_rule(riverton: Pack) -> None:
    """The guide tells to copy the whole of a standard; its own example has to have done so."""
    ours, theirs = riverton.standard("first-contact"), load(ROOT / "packs" / "default").standard("first-contact")
    changed = {"within", "source"}
    assert ours.model_dump(exclude=changed) == theirs.model_dump(exclude=changed)


def test_the_guide_leads_to_a_pack_from_nothing(tmp_path: Path) -> None:
    lakeside = load(write_pack(tmp_path / "lakeside", examples("lakeside")))
    assert [(level.id, level.pathway) for level in lakeside.levels] == [("around-us", False), ("beside-you", True)]
    assert [form.id for form in lakeside.forms if form.closes_pathway] == ["ending"]
    assert str(lakeside.standard("talks").first) == "3 working days"


def test_the_guide_names_every_contact_that_is_to_be_replaced() -> None:
    told = GUIDE.split("**Put your own number for each contact.**")[1].split("\n\n")[0]
    assert set(re.findall(r"`([a-z-]+)`", told)) - {"default", "id"} == {
        contact.id for contact in load(ROOT / "packs" / "default").contacts if contact.number.startswith("01632 960")
    }


def test_the_guide_names_every_pack_that_comes_with_alongside() -> None:
    listed = set(re.findall(r"^\| `([a-z-]+)` \| [^|]+ \| [^|]+ \|$", GUIDE, re.MULTILINE))
    assert {path.parent.name for path in (ROOT / "packs").glob("*/pack.yaml")} <= listed


def test_the_guide_lists_every_kind_of_question() -> None:
    rows = re.findall(r"^\| `([a-z-]+)` \| [^|]+ \|([^|]*)\|([^|]*)\|$", GUIDE, re.MULTILINE)
    listed = {type: (set(re.findall(r"`(\w+)`", must)), set(re.findall(r"`(\w+)`", may))) for type, must, may in rows}
    assert listed == {id: (set(type.must), set(type.may)) for id, type in FIELD_TYPES.items()}
