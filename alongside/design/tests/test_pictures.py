"""Pictures hold up whatever they are given, and say the same in words."""

import datetime as dt
import math
import xml.etree.ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.design.pictures import Area, Rating, Reading, Scale, scale_line, scale_spread, sparkline, star
from alongside.design.pictures.star import CENTRE_X, CENTRE_Y

SCALE = Scale(lowest_means="nothing is sorted", highest_means="all is sorted")
STRAIN = Scale(1, 5, higher_is_better=False)
HOSTILE = '</title><script>alert("1")</script> & \'Ŵ 李\x01\x1f'
SVG = "{http://www.w3.org/2000/svg}"

values = st.one_of(st.none(), st.integers(-3, 14), st.floats(0, 10, allow_nan=False))
names = st.text(max_size=60)


def read(svg: str) -> ET.Element:
    """The drawing as XML, which a PDF's maker reads more strictly than any browser."""
    return ET.fromstring(svg)


def texts(svg: str) -> list[str]:
    return [element.text or "" for element in read(svg).iter(f"{SVG}text")]


@given(st.lists(st.tuples(st.dates(dt.date(2020, 1, 1), dt.date(2030, 1, 1)), values), max_size=30), names)
def test_a_line_can_always_be_drawn(pairs, title):
    picture = scale_line([Reading(*pair) for pair in pairs], SCALE, title=title)
    read(picture.svg)
    assert len(picture.rows) == len(pairs)


@given(st.lists(st.tuples(names, values), max_size=15), names)
def test_a_spread_can_always_be_drawn(pairs, title):
    picture = scale_spread([Rating(*pair) for pair in pairs], STRAIN, title=title)
    read(picture.svg)
    assert len(picture.rows) == len(pairs)


@given(st.lists(st.tuples(names, values, values), min_size=1, max_size=12), st.sampled_from([SCALE, STRAIN]))
def test_a_star_can_always_be_drawn(triples, scale):
    picture = star([Area(*triple) for triple in triples], scale, title="Star")
    read(picture.svg)
    assert len(picture.rows) == len(triples)


@pytest.mark.parametrize(
    "picture",
    [
        scale_line([Reading(dt.date(2026, 3, 3), 4)], Scale(lowest_means=HOSTILE), title=HOSTILE),
        scale_spread([Rating(HOSTILE, 4), Rating(HOSTILE, None)], Scale(highest_means=HOSTILE), title=HOSTILE),
        star([Area(HOSTILE, 1, 2)], SCALE, title=HOSTILE, then=HOSTILE, now=HOSTILE),
    ],
    ids=["line", "spread", "star"],
)
def test_nothing_that_a_name_holds_can_break_out(picture):
    page = picture.__html__()
    assert "<script" not in page
    assert "&lt;script&gt;" in page
    assert "\x01" not in picture.svg


def test_a_picture_has_a_name_a_description_and_a_table():
    picture = scale_line(
        [Reading(dt.date(2026, 3, 3), 7), Reading(dt.date(2026, 1, 5), None)], SCALE, title="Amara on mornings"
    )
    drawing = read(picture.svg)
    assert drawing.get("role") == "img"
    assert drawing.findtext(f"{SVG}title") == "Amara on mornings"
    assert drawing.findtext(f"{SVG}desc") == "not rated on 5 January 2026, 7 on 3 March 2026."
    assert picture.rows == (("5 January 2026", "not rated"), ("3 March 2026", "7"))
    assert '<th scope="row" class="govuk-table__header">5 January 2026</th>' in picture.__html__()
    assert picture.note == "0 means nothing is sorted; 10 means all is sorted"


def test_a_missing_reading_breaks_the_line():
    days = [dt.date(2026, 1, 1) + dt.timedelta(days=7 * week) for week in range(5)]
    whole = scale_line([Reading(day, 5) for day in days], SCALE, title="x").svg
    broken = scale_line(
        [Reading(day, None if place == 2 else 5) for place, day in enumerate(days)], SCALE, title="x"
    ).svg
    assert whole.count("<path") == 1
    assert broken.count("<path") == 2


def test_up_is_better_whichever_way_the_numbers_run():
    picture = scale_line([Reading(dt.date(2026, 3, 3), 1)], STRAIN, title="Strain")
    assert "upside down" in picture.note
    heights = [circle.get("cy") for circle in read(picture.svg).iter(f"{SVG}circle")]
    assert heights == ["22"]


def test_out_is_better_on_a_star_whichever_way_the_numbers_run():
    def distances(scale: Scale, low: float, high: float) -> list[float]:
        drawing = read(star([Area("A", None, low), Area("B", None, high), Area("C", None, low)], scale, title="x").svg)
        dots = [circle for circle in drawing.iter(f"{SVG}circle") if circle.get("r") == "6"][:3]
        return [math.dist((float(dot.attrib["cx"]), float(dot.attrib["cy"])), (CENTRE_X, CENTRE_Y)) for dot in dots]

    low, high, _ = distances(SCALE, 2, 9)
    assert high > low
    low, high, _ = distances(STRAIN, 1, 5)
    assert low > high
    assert "lower numbers are drawn further out" in star([Area("A", 1, 2)], STRAIN, title="x").note


def test_then_and_now_differ_in_shape_and_in_words():
    svg = star([Area(name, 3, 7) for name in "ABC"], SCALE, title="x", then="January", now="March").svg
    assert "stroke-dasharray" in svg
    assert "<rect" in svg
    assert "3 → 7" in texts(svg)
    assert {"January", "March"} <= set(texts(svg))


def test_the_first_star_of_a_family_has_no_then():
    svg = star([Area("Home", None, 7), Area("Health", None, 2)], SCALE, title="x", then="Then").svg
    assert "<rect" not in svg
    assert "Then" not in texts(svg)


def test_a_spread_says_how_far_apart_people_are():
    assert scale_spread([Rating("A", 3), Rating("B", 8), Rating("C", None)], SCALE, title="x").note.endswith("5 apart")
    assert "same number" in scale_spread([Rating("A", 3), Rating("B", 3)], SCALE, title="x").note
    assert "apart" not in scale_spread([Rating("A", 3)], SCALE, title="x").note


def test_names_too_long_for_the_drawing_are_whole_in_the_table():
    long = "Grandmother Oluwaseun Adeyemi-Fitzgerald"
    picture = scale_spread([Rating(long, 3)], SCALE, title="x")
    assert "Grandmother Oluw…" in texts(picture.svg)
    assert picture.rows == ((long, "3"),)


def test_a_sparkline_tells_its_numbers():
    assert "<title>Amara: 3, 7</title>" in sparkline([3, None, 7], SCALE, title="Amara")
    assert sparkline([None], SCALE, title="Amara") == ""


@pytest.mark.parametrize("ends", [(3, 3), (5, 1)])
def test_a_scale_has_a_length(ends):
    with pytest.raises(ValueError, match="no length"):
        Scale(*ends)


def test_a_star_has_areas():
    with pytest.raises(ValueError, match="at least one area"):
        star([], SCALE, title="x")
