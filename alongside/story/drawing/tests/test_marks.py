"""What a browser sends as a drawing: only marks that are understood are kept, and nothing of it becomes markup."""

import copy
import json
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alongside.story.drawing.marks import MOST_MARKS, NotAMark, SheetFull, checked, merged, wrapped
from alongside.story.drawing.palette import COLOURS, WIDTHS
from alongside.story.drawing.picture import sheet_svg
from alongside.story.drawing.stamps import STAMPS
from alongside.story.drawing.telling import contents

LINE = {
    "id": "aaaaaaaa01", "kind": "line", "at": 1, "colour": "blue", "width": "thin", "pen": True,
    "points": [0, 0, 0, 12000, 10000, 1000],
}  # fmt: skip
STAMP = {"id": "aaaaaaaa02", "kind": "stamp", "at": 2, "colour": "tan", "stamp": "dog", "x": 6000, "y": 5000}
WORDS = {"id": "aaaaaaaa03", "kind": "words", "at": 3, "colour": "black", "words": "No more shouting", "x": 1, "y": 2}


@pytest.mark.parametrize("mark", [LINE, STAMP, WORDS])
def test_a_mark_is_kept_to_the_last_number(mark: dict[str, Any]) -> None:
    assert checked(mark) == mark
    assert checked({**mark, "onclick": "alert(1)", "svg": "<script>"}) == mark


REFUSED = [
    {"id": "short"}, {"id": 12345678}, {"id": "a\"/><script>"}, {"id": None}, {"kind": "script"}, {"kind": ["line"]},
    {"colour": "#ff0000"}, {"colour": "red\" onload=\"alert(1)"}, {"colour": None}, {"width": "7"}, {"width": 7},
    {"at": -1}, {"at": 1.5}, {"at": True}, {"at": 2**53}, {"points": []}, {"points": [1, 2]}, {"points": [1, 2, 3, 4]},
    {"points": "1 2 3"}, {"points": [1.5, 2, 3]}, {"points": [True, 2, 3]}, {"points": [12001, 0, 0]},
    {"points": [0, 10001, 0]}, {"points": [0, 0, 1001]}, {"points": [-1, 0, 0]}, {"points": [None, 0, 0]},
    {"points": [float("nan"), 0, 0]}, {"points": ["0", 0, 0]}, {"points": [0, 0, 0] * 4001}, {"points": [[0, 0, 0]]},
]  # fmt: skip


@pytest.mark.parametrize("change", REFUSED, ids=[str(change)[:50] for change in REFUSED])
def test_what_is_no_line_is_refused(change: dict[str, Any]) -> None:
    with pytest.raises(NotAMark):
        checked(LINE | change)


@pytest.mark.parametrize("sent", [None, [], "line", 3, {}, STAMP | {"stamp": "<script>"}, STAMP | {"x": 12001},
                                  STAMP | {"y": "5"}, WORDS | {"words": " \n "}, WORDS | {"words": ["a"]}])  # fmt: skip
def test_what_is_no_mark_at_all_is_refused(sent: Any) -> None:
    with pytest.raises(NotAMark):
        checked(sent)


@pytest.mark.parametrize(
    "words", ["</text><script>alert(1)</script>", '" onload="x', "&amp; <b>", "سلام", "a\x00b\x07c\ud800", "🏠 home"]
)
def test_typed_words_never_become_markup(words: str) -> None:
    mark = checked(WORDS | {"words": words})
    drawing = ElementTree.fromstring(str(sheet_svg("worries", [mark], says=words)))
    names = {element.tag.rpartition("}")[2] for element in drawing.iter()}
    assert names <= {"svg", "title", "g", "path", "circle", "rect", "text"}
    assert all(not name.startswith("on") for element in drawing.iter() for name in element.attrib)


def test_words_are_broken_into_lines_and_cut_where_nobody_could_read_them() -> None:
    assert wrapped("We all eat together at the table") == "We all eat together at\nthe table"
    assert wrapped("a" * 30) == "a" * 24 + "\n" + "a" * 6
    assert wrapped("one\n\n  two  ") == "one\ntwo"
    assert len(wrapped("word " * 200).split("\n")) <= 10


def test_a_drawing_is_said_in_words() -> None:
    assert contents([LINE, STAMP, STAMP | {"id": "aaaaaaaa04"}, WORDS]) == (
        "Lines in dark blue; little pictures: dog (2 times); the words “No more shouting”."
    )
    assert contents([]) == "Nothing is drawn here."


def test_a_sheet_takes_no_more_than_it_can_show() -> None:
    many = [STAMP | {"id": f"stamp{number:06}"} for number in range(MOST_MARKS)]
    assert len(merged([], many, [])) == MOST_MARKS
    with pytest.raises(SheetFull):
        merged(many, [STAMP], [])


def test_a_little_picture_in_black_keeps_its_face() -> None:
    black, red = (str(sheet_svg("dreams", [STAMP | {"colour": colour}], says="A sheet")) for colour in ("black", "red"))
    ink, filled = COLOURS["black"][1], f'fill="{COLOURS["red"][1]}"'
    assert filled in red
    assert red.replace(filled, 'fill="#ffffff"') == black
    assert black.count(f'fill="{ink}"') == red.count(f'fill="{ink}"')


ids = st.text("abc123", min_size=8, max_size=8)
place = st.integers(0, 10_000)
marks = st.one_of(
    st.fixed_dictionaries(
        {"id": ids, "kind": st.just("line"), "at": st.integers(0, 9), "colour": st.sampled_from(sorted(COLOURS)),
         "width": st.sampled_from(sorted(WIDTHS)), "pen": st.booleans(),
         "points": st.lists(st.tuples(place, place, st.integers(0, 1000)), min_size=1, max_size=9)
                     .map(lambda points: [number for point in points for number in point])}
    ),
    st.fixed_dictionaries(
        {"id": ids, "kind": st.just("stamp"), "at": st.integers(0, 9), "colour": st.sampled_from(sorted(COLOURS)),
         "stamp": st.sampled_from(sorted(STAMPS)), "x": place, "y": place}
    ),
)  # fmt: skip
sheets = st.lists(marks, max_size=6, unique_by=lambda mark: mark["id"])


@settings(max_examples=60, deadline=None)
@given(kept=sheets, one=sheets, other=sheets, data=st.data())
def test_two_devices_lose_nothing_of_each_other(kept: Any, one: Any, other: Any, data: Any) -> None:
    rubbed = data.draw(st.lists(st.sampled_from(kept), max_size=2)) if kept else []
    gone = [mark["id"] for mark in rubbed]
    held = {mark["id"] for mark in kept}
    one, other = ([mark for mark in new if mark["id"] not in held] for new in (one, other))
    before = copy.deepcopy((kept, one, other))
    first = merged(merged(kept, one, gone), other, [])
    again = merged(merged(first, one, gone), other, [])  # every message came twice
    assert again == first
    assert {mark["id"] for mark in first} == {mark["id"] for mark in [*kept, *one, *other]} - set(gone)
    assert (kept, one, other) == before


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(sorted(LINE)), inner, max_size=4),
    max_leaves=8,
)


@settings(max_examples=120, deadline=None)
@given(mark=marks, key=st.sampled_from(sorted(LINE)), value=json_values)
def test_whatever_is_sent_is_refused_or_can_be_drawn(mark: dict[str, Any], key: str, value: Any) -> None:
    try:
        kept = checked({**mark, key: value})
    except NotAMark:
        return
    json.dumps(kept)
    ElementTree.fromstring(str(sheet_svg("dreams", [kept], says="A sheet")))
