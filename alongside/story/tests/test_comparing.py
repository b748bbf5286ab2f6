"""What changed between two texts: nothing of either is lost, and nothing is said to have changed that did not."""

from hypothesis import given
from hypothesis import strategies as st

from alongside.story.comparing import ADDED, SAME, TAKEN, pieces_of

TEXTS = st.lists(st.sampled_from(["Kit ", "sleeps", "four hours.", "\n\n", "not ", "Zuri", " "]), max_size=30).map(
    "".join
)


@given(TEXTS, TEXTS)
def test_the_pieces_hold_both_texts_whole(before: str, after: str) -> None:
    pieces = list(pieces_of(before, after))
    assert "".join(words for kind, words in pieces if kind in (SAME, TAKEN)) == before
    assert "".join(words for kind, words in pieces if kind in (SAME, ADDED)) == after


def test_a_text_that_did_not_change_is_one_piece() -> None:
    assert list(pieces_of("Kit sleeps.", "Kit sleeps.")) == [(SAME, "Kit sleeps.")]


def test_very_long_texts_are_held_against_each_other_by_sentences() -> None:
    long = "Kit sleeps four hours. " * 1_000
    changed = list(pieces_of(long, long + "Zuri wakes."))
    assert changed == [(SAME, long), (ADDED, "Zuri wakes.")]
