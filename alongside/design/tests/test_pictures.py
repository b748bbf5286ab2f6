"""Pictures hold up whatever they are given, and say the same in words."""

import datetime as dt
import math
import re
import xml.etree.ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.design.pictures import (
    Area,
    Course,
    Rating,
    Reading,
    Scale,
    courses,
    scale_heap,
    scale_line,
    scale_spread,
    sparkline,
    star,
)
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


def inside(svg: str) -> bool:
    """Whether every mark and every end of a line lies within the drawing."""
    drawing = read(svg)
    width, height = float(drawing.attrib["width"]), float(drawing.attrib["height"])
    points = [(float(one.attrib["cx"]), float(one.attrib["cy"])) for one in drawing.iter(f"{SVG}circle")]
    points += [(float(one.attrib["x"]), float(one.attrib["y"])) for one in drawing.iter(f"{SVG}rect")]
    points += [(float(one.attrib["x"]), float(one.attrib["y"])) for one in drawing.iter(f"{SVG}text")]
    for path in drawing.iter(f"{SVG}path"):
        numbers = [float(part.strip("MLZ")) for part in path.attrib["d"].split() if part.strip("MLZ")]
        points += list(zip(numbers[::2], numbers[1::2], strict=True))
    return all(0 <= x <= width and 0 <= y <= height for x, y in points)


def texts(svg: str) -> list[str]:
    return [element.text or "" for element in read(svg).iter(f"{SVG}text")]


@given(st.lists(st.tuples(st.dates(dt.date(2020, 1, 1), dt.date(2030, 1, 1)), values), max_size=30), names)
def test_a_line_can_always_be_drawn(pairs, title):
    picture = scale_line([Reading(*pair) for pair in pairs], SCALE, title=title)
    assert inside(picture.svg)
    across = [float(one.attrib["cx"]) for one in read(picture.svg).iter(f"{SVG}circle")]
    assert across == sorted(across)
    assert len(picture.rows) == len(pairs)


@given(
    st.lists(st.tuples(names, st.lists(st.tuples(st.dates(dt.date(2020, 1, 1), dt.date(2030, 1, 1)), values)))),
    st.sampled_from([SCALE, STRAIN]),
)
def test_courses_can_always_be_drawn_in_the_order_given(those, scale):
    made = [Course(title, tuple(Reading(*pair) for pair in pairs)) for title, pairs in those]
    picture = courses(made, scale, title="Distance travelled")
    assert inside(picture.svg)
    assert [row[0] for row in picture.rows] == [one.title for one in made if one.given]


@given(st.lists(st.tuples(names, values), max_size=15), names)
def test_a_spread_can_always_be_drawn(pairs, title):
    picture = scale_spread([Rating(*pair) for pair in pairs], STRAIN, title=title)
    assert inside(picture.svg)
    assert [row[0] for row in picture.rows] == [name for name, _ in pairs]
    assert len(picture.rows) == len(pairs)


@given(st.lists(st.tuples(names, values, values), min_size=1, max_size=12), st.sampled_from([SCALE, STRAIN]))
def test_a_star_can_always_be_drawn(triples, scale):
    picture = star([Area(*triple) for triple in triples], scale, title="Star")
    assert inside(picture.svg)
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


@pytest.mark.parametrize(
    ("scale", "first", "last", "said"),
    [
        (SCALE, 3, 7, "4 better"),
        (SCALE, 7, 3, "4 worse"),
        (STRAIN, 4, 1, "3 better"),
        (STRAIN, 1, 4, "3 worse"),
        (STRAIN, 2, 2, "no change"),
        (Scale(0, 4), 1.5, 4, "2.5 better"),
    ],
)
def test_falling_is_better_where_low_is_good(scale, first, last, said):
    days = dt.date(2026, 1, 5), dt.date(2026, 3, 3)
    readings = tuple(Reading(*pair) for pair in zip(days, (first, last), strict=True))
    assert scale.moved(first, last) == said
    assert f"to {last:g} on 3 March 2026: {said}" in scale_line(readings, scale, title="x").note
    assert courses([Course("Sleep", readings)], scale, title="x").rows[0][3] == said
    drawn = star([Area("Sleep", first, last), Area("B", None, 1), Area("C", 1, None)], scale, title="x")
    assert drawn.rows[0][3] == said
    lines = list(read(courses([Course("Sleep", readings)], scale, title="x").svg).iter(f"{SVG}path"))
    heights = [float(part) for part in lines[1].attrib["d"].replace("M", "").replace("L", "").split()[1::2]]
    assert {"better": heights[1] < heights[0], "worse": heights[1] > heights[0]}.get(said.split()[-1], True)


def test_the_first_reading_is_the_baseline_and_is_told():
    picture = courses([Course("Sleep", (Reading(dt.date(2026, 1, 5), 4),)), Course("None", ())], SCALE, title="x")
    assert picture.rows == (("Sleep", "4", "4", "rated once", "4 on 5 Jan 2026"),)
    assert "stroke-dasharray" not in picture.svg
    assert "No readings yet" in texts(courses([], SCALE, title="x").svg)


def test_fifty_readings_and_twelve_people_are_all_there():
    line = scale_line([Reading(dt.date(2026, 1, 1) + dt.timedelta(9 * n), n % 11) for n in range(50)], SCALE, title="x")
    assert len(list(read(line.svg).iter(f"{SVG}circle"))) == 50
    people = [Rating(f"Person {n}", 5) for n in range(12)]
    drawn = read(scale_spread(people, SCALE, title="x").svg)
    places = {(one.get("cx"), one.get("cy")) for one in drawn.iter(f"{SVG}circle")}
    assert len(places) == 12  # nobody stands behind another, even at the same number
    assert {one.name for one in people} <= set(texts(scale_spread(people, SCALE, title="x").svg))


def test_of_very_many_readings_the_first_and_the_latest_are_shown_and_the_picture_says_so():
    line = scale_line([Reading(dt.date(2025, 1, 1) + dt.timedelta(n), n % 11) for n in range(400)], SCALE, title="x")
    assert len(line.rows) == str(line.svg).count("<circle") == 60
    assert line.rows[0][0] == "1 January 2025"
    assert line.rows[1] == ("8 December 2025", "0")
    assert "Of 400 readings, these are the first and the latest 59" in line.note


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
    assert heights == ["24"]


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
    assert "3 7 A" in " ".join(texts(svg))
    # The typeface of our papers has no arrow: one among the letters would be borrowed, and the figures with it.
    assert "→" not in svg
    assert {"January", "March"} <= set(texts(svg))


def test_the_first_star_of_a_family_has_no_then():
    svg = star([Area("Home", None, 7), Area("Health", None, 2)], SCALE, title="x", then="Then").svg
    assert "<rect" not in svg
    assert "Then" not in texts(svg)


def test_a_spread_says_how_far_apart_people_are():
    assert scale_spread([Rating("A", 3), Rating("B", 8), Rating("C", None)], SCALE, title="x").note.startswith(
        "From 3 to 8, 5 apart; the middle is 5.5"
    )
    assert "same number" in scale_spread([Rating("A", 3), Rating("B", 3)], SCALE, title="x").note
    assert "middle: 5.5" in texts(scale_spread([Rating("A", 3), Rating("B", 8)], SCALE, title="x").svg)
    assert "apart" not in scale_spread([Rating("A", 3)], SCALE, title="x").note


def test_names_too_long_for_the_drawing_are_whole_in_the_table():
    long = "Great-grandmother Oluwaseun Adeyemi-Fitzgerald"
    picture = scale_spread([Rating(long, 3)], SCALE, title="x")
    assert "Great-grandmother Oluwaseun Adeyemi-F…" in texts(picture.svg)
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


@given(st.lists(st.tuples(names, values), max_size=40), names)
def test_a_heap_can_always_be_drawn(pairs, title):
    picture = scale_heap([Rating(*pair) for pair in pairs], SCALE, title=title)
    assert inside(picture.svg)
    balls = list(read(picture.svg).iter(f"{SVG}circle"))
    assert len(balls) == sum(value is not None for _, value in pairs)
    assert len(picture.rows) == len(pairs)


def test_a_heap_says_how_many_stand_where():
    picture = scale_heap([Rating("A", 3), Rating("B", 3), Rating("C", 8)], SCALE, title="x")
    assert "3: 2, 8: 1." in picture.svg
    assert picture.note.startswith("From 3 to 8, 5 apart")


def test_a_reading_that_stayed_where_it_was_shows_both_then_and_now() -> None:
    stayed = star([Area("Learning", 4, 4), Area("Safety", 2, 6), Area("Routines", None, 3)], Scale(), title="Star").svg
    frames = [one for one in re.findall(r"<rect[^>]*>", stayed) if 'width="16"' in one]
    assert len(frames) == 1
    assert stayed.index(frames[0]) < stayed.rindex("<circle")
