"""What a pack says of its front door leads to questions of its form, and tells nobody too much."""

import shutil
from pathlib import Path

import pytest

from alongside.packs.loader import load
from alongside.packs.problems import PackError

SEED = Path(__file__).parents[3] / "tests" / "fuzz" / "seed" / "everything"


@pytest.mark.parametrize(
    ("was", "becomes", "says", "cure"),
    [
        ("  form: call", "  form: cal", "there is no form “cal”", "call"),
        ("  clock: first-word", "  clock: fist-word", "there is no standard", "first-word"),
        ("  people: household", "  people: house", "has no question “house”", "household"),
        ("  people: household", "  people: worry", "is of the type narrative", "of the type household"),
        ("email: email", "email: mail", "has no question “mail”", "email"),
        ("Thank you, {caller}.", "You hear {outcome}.", "an answer for anybody holds {outcome}", "Take it out"),
        ("Thank you, {caller}.", "Thank you, {child}.", "{child} is nothing that the product fills in", "{caller}"),
    ],
)
def test_what_leads_nowhere_or_tells_too_much_is_refused(
    tmp_path: Path, was: str, becomes: str, says: str, cure: str
) -> None:
    folder = tmp_path / "everything"
    shutil.copytree(SEED, folder)
    text = (folder / "pack.yaml").read_text()
    before, found, after = text.partition("front_door:")
    assert was in after
    (folder / "pack.yaml").write_text(before + found + after.replace(was, becomes, 1))
    with pytest.raises(PackError) as refused:
        load(folder)
    assert any(says in one.what and cure in one.cure for one in refused.value.problems), refused.value
