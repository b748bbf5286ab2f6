"""Folding names, and slips of the pen."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.people.names import LONGEST_WORD, fold, one_slip_apart, slip_keys, tidy, words_of
from alongside.people.sounds import sounds_of

LETTERS = "abcdefghijklmnopqrstuvwxyz"


@pytest.mark.parametrize(
    ("typed", "folded"),
    [
        ("Siân", "sian"),
        ("O’Brien", "obrien"),
        ("O'Brien", "obrien"),
        ("Müller-Łukasz", "muller lukasz"),
        ("Straße", "strasse"),
        ("Åsa Ødegård", "asa odegard"),
        ("  Zoë   May ", "zoe may"),
        ("Ẹniọlá", "eniola"),
        ("Оксана", "оксана"),
        ("محمد", "محمد"),
    ],
)
def test_folding(typed: str, folded: str) -> None:
    assert fold(typed) == folded


def test_a_double_barrelled_name_is_found_whole_and_by_its_parts() -> None:
    assert words_of("Amara", "Bello-Reyes") == {"amara", "bello", "reyes", "belloreyes"}


def test_a_name_is_kept_without_what_nobody_sees() -> None:
    assert tidy(" Zoe\u0308 \u202eMay\u200b\t Lee\x00 ") == "Zoë May Lee"


@given(st.text(max_size=40))
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@st.composite
def a_word_and_a_slip(draw: st.DrawFn) -> tuple[str, str]:
    word = draw(st.text(LETTERS, min_size=5, max_size=12))
    place = draw(st.integers(0, len(word) - 2))
    letter = draw(st.sampled_from(LETTERS))
    slip = draw(st.sampled_from(["added", "left out", "changed", "swapped"]))
    if slip == "added":
        return word, word[:place] + letter + word[place:]
    if slip == "left out":
        return word, word[:place] + word[place + 1 :]
    if slip == "changed":
        return word, word[:place] + letter + word[place + 1 :]
    return word, word[:place] + word[place + 1] + word[place] + word[place + 2 :]


@given(a_word_and_a_slip())
def test_every_slip_is_found_by_a_shared_key_and_recognised(pair: tuple[str, str]) -> None:
    word, typed = pair
    assert word == typed or one_slip_apart(word, typed)
    assert slip_keys(word) & slip_keys(typed)


@given(st.text(LETTERS, max_size=8), st.text(LETTERS, max_size=8))
def test_slips_are_the_same_from_both_sides(one: str, other: str) -> None:
    assert one_slip_apart(one, other) == one_slip_apart(other, one)


@given(st.text(max_size=60))
def test_a_code_of_a_sound_fits_its_column_and_is_no_word(word: str) -> None:
    for code in sounds_of(word) | sounds_of("xa" * 30):
        assert 2 < len(code) <= LONGEST_WORD + 1
        assert not code.isalnum()


@pytest.mark.parametrize(("one", "other"), [("maya", "maya"), ("maya", "mia"), ("hayes", "heyas"), ("ann", "bob")])
def test_more_than_one_slip_is_another_name(one: str, other: str) -> None:
    assert not one_slip_apart(one, other)


def test_marks_heaped_for_show_and_joiners_that_join_nothing_are_left_out() -> None:
    heaped = tidy("Z" + "\u0335\u0322\u0321\u031b" * 40 + "oe")
    assert len(heaped) == len("Zoe") + 3
    assert tidy("\u200b\u200c\u200d") == ""
    for kept in ("Nguyễn Thị Ngọc Ánh", "می\u200cخواهم", "שְׁלֹמֹה", "เนื้อทอง", "བསྟན་འཛིན་"):
        assert tidy(kept) == unicodedata.normalize("NFC", kept)
