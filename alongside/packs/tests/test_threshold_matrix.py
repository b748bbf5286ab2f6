"""The matrix holds every sign of the guidance, at its level and in its part."""

from collections import Counter
from pathlib import Path

import pytest

from alongside.packs.format.pack import Pack
from alongside.packs.loader import load
from alongside.packs.problems import PackError
from alongside.packs.tests.writing import SMALL, changed, write_pack

PACKS = Path(__file__).parents[3] / "packs"
LEVELS = ("level-1", "level-2", "level-3", "level-4")
SIGNS = {
    "child-development": (8, 20, 16, 18),
    "family-and-environment": (6, 4, 5, 7),
    "parents-and-carers": (4, 4, 5, 6),
}


@pytest.fixture(scope="module")
def matrix() -> Pack:
    return load(PACKS / "thresholds")


def test_there_are_103_signs_by_level_and_by_part_of_life(matrix: Pack) -> None:
    indicators = matrix.thresholds.indicators
    by_level = Counter(one.level for one in indicators)
    by_place = Counter((one.domain, one.level) for one in indicators)
    assert len(indicators) == 103
    assert [by_level[level] for level in LEVELS] == [18, 28, 26, 31]
    assert {domain: tuple(by_place[domain, level] for level in LEVELS) for domain in SIGNS} == SIGNS


def test_each_level_says_how_need_is_assessed_and_whom_to_turn_to(matrix: Pack) -> None:
    need = {one.level: one for one in matrix.thresholds.levels_of_need}
    assert tuple(need) == LEVELS
    assert [one.title for one in need.values()][:3] == ["Universal", "Early Help", "Early Help Partnership Plus"]
    assert need["level-1"].assessment == "No formal assessment"
    assert all(one.contact_route and one.contacts for one in need.values())
    assert [matrix.contact(id).number for id in need["level-4"].contacts] == ["01273 290400", "999"]


def test_the_third_level_rests_on_what_continues_despite_help_at_the_second(matrix: Pack) -> None:
    continuing = [one for one in matrix.thresholds.indicators if one.continuing]
    assert {(one.level, one.domain) for one in continuing} == {("level-3", "child-development")}
    assert len(continuing) == 16
    (rule,) = [one for one in matrix.thresholds.rules if one.level == "level-3"]
    assert rule.domain == "child-development"
    assert "despite help at level 2" in rule.says
    assert rule.source
    assert "domestic abuse" in str(rule.source.note)


def test_what_a_level_of_need_refers_to_must_be_there(tmp_path: Path) -> None:
    written = (
        "levels_of_need:\n  - {id: first, level: level-9, title: A, means: B, assessment: C, contact_route: D, "
        "contacts: [nobody]}\n"
    )
    told = "    level: level-1\n    says"
    wrong_part = changed(SMALL["thresholds.yaml"], told, "    domain: home\n" + told)
    folder = write_pack(tmp_path / "small", {**SMALL, "thresholds.yaml": wrong_part + written})
    with pytest.raises(PackError) as error:
        load(folder)
    said = str(error.value)
    for words in ("no level “level-9”", "no contact “nobody”", "no domain “home”"):
        assert words in said
