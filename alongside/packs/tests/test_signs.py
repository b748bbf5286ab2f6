"""Signs are found by everyday words, and read for what they add up to."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.packs.loader import load
from alongside.packs.problems import PackError
from alongside.packs.signs import differs, find_signs, read, read_together
from alongside.packs.tests.writing import SMALL, changed, write_pack

MATRIX = load(Path(__file__).parents[3] / "packs" / "thresholds")
ABSENCE, ABUSE, SELF_HARM = "level-3-persistent-absence", "level-3-domestic-abuse", "level-4-complex-mental-health"


def found(words: str) -> list[str]:
    return [sign.id for sign in find_signs(MATRIX.thresholds.indicators, words)]


def test_every_sign_is_found_by_each_of_its_everyday_words() -> None:
    for sign in MATRIX.thresholds.indicators:
        assert len(sign.everyday) >= 4, sign.id
        for words in sign.everyday:
            assert sign.id in found(words), f"{words} does not find {sign.id}"


@pytest.mark.parametrize(
    ("words", "signs"),
    [
        ("hitting", {"level-4-suspected-abuse", "level-3-domestic-abuse", "level-4-unexplained-injury"}),
        ("missing school", {"level-2-absence-from-school", "level-3-persistent-absence", "level-4-chronic-absence"}),
        ("no food", {"level-2-low-income", "level-3-poor-response-to-needs", "level-4-extreme-poverty"}),
        ("My dad is in prison", {"level-2-parent-in-prison"}),
        ("truent", {"level-2-absence-from-school"}),
        ("BRUISES on his arm", {"level-4-unexplained-injury"}),
    ],
)
def test_everyday_words_find_the_signs_they_mean(words: str, signs: set[str]) -> None:
    assert signs <= set(found(words)[:8])


def test_what_nobody_knows_finds_nothing() -> None:
    assert [found(words) for words in ("", "the of and", "xqzzy", "?!")] == [[], [], [], []]


@given(st.text(max_size=300))
def test_whatever_is_typed_is_answered(words: str) -> None:
    found(words)


def test_help_already_tried_decides_where_the_matrix_rests_on_it() -> None:
    asked = read(MATRIX, [ABSENCE])
    assert [rule.id for rule in asked.asks] == ["continues-despite-help"]
    assert asked.in_words == "level 2 or 3"
    goes_on = read(MATRIX, [ABSENCE], {"continues-despite-help": "goes-on"})
    not_tried = read(MATRIX, [ABSENCE], {"continues-despite-help": "not-tried"})
    assert (goes_on.in_words, not_tried.in_words) == ("level 3", "level 2")
    assert "Begin, or go on, with help at level 2" in " ".join(not_tried.reasons)


def test_domestic_abuse_does_not_wait_for_help_to_have_failed() -> None:
    reading = read(MATRIX, [ABUSE, ABSENCE], {"continues-despite-help": "not-tried"})
    assert reading.in_words == "level 3"
    assert reading.reasons[0] == "Family and environment: “Domestic abuse and coercive control” stands at level 3."


def test_the_family_is_read_by_the_child_who_weighs_most() -> None:
    readings = [read(MATRIX, ["level-2-bullying"]), read(MATRIX, []), read(MATRIX, [SELF_HARM])]
    together = read_together(readings)
    assert together
    assert together.in_words == "level 3 or 4"
    assert read_together([read(MATRIX, ["no-such-sign"])]) is None


def test_a_decision_unlike_the_reading_is_told_from_one_within_it() -> None:
    reading = read(MATRIX, [ABSENCE])
    said = [differs(reading, MATRIX.level(f"level-{number}")) for number in (1, 2, 3, 4)]
    assert said == ["lower", "", "", "higher"]
    assert differs(None, MATRIX.level("level-1")) == ""


SIGNS = st.lists(st.sampled_from([sign.id for sign in MATRIX.thresholds.indicators]), max_size=12)
ANSWERS = st.fixed_dictionaries(
    {rule.id: st.sampled_from(["", *(answer.id for answer in rule.answers)]) for rule in MATRIX.thresholds.rules}
)


@given(SIGNS, ANSWERS, st.sampled_from([sign.id for sign in MATRIX.thresholds.indicators]))
def test_another_sign_never_lowers_the_reading(signs: list[str], answers: dict[str, str], more: str) -> None:
    before, after = read(MATRIX, signs, answers), read(MATRIX, [*signs, more], answers)
    assert after.level
    assert after.at_least
    assert after.at_least.number <= after.level.number
    assert before.level is None or before.level.number <= after.level.number


def test_a_rule_that_asks_must_have_answers_that_differ(tmp_path: Path) -> None:
    told = "    level: level-1\n    says"
    wrong = changed(
        SMALL["thresholds.yaml"], told, "    asks: Is it?\n    answers: [{id: a, label: A, counts: true}]\n" + told
    )
    with pytest.raises(PackError, match="counts the same"):
        load(write_pack(tmp_path / "small", {**SMALL, "thresholds.yaml": wrong}))
    silent = changed(SMALL["thresholds.yaml"], told, "    asks: Is it?\n" + told)
    with pytest.raises(PackError, match="has no answers"):
        load(write_pack(tmp_path / "silent" / "small", {**SMALL, "thresholds.yaml": silent}))


def test_a_sign_and_a_kind_of_help_name_what_is_there(tmp_path: Path) -> None:
    more = "kinds_of_help:\n  - {id: a, title: A, toolkits: [nowhere]}\n"
    written = changed(SMALL["thresholds.yaml"], "indicators:\n  - id", "indicators:\n  - helped_by: [b]\n    id")
    with pytest.raises(PackError) as error:
        load(write_pack(tmp_path / "small", {**SMALL, "thresholds.yaml": written + more}))
    assert "no toolkit “nowhere”" in str(error.value)
    assert "no kind of help “b”" in str(error.value)
