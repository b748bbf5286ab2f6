"""What is drawn: the standard signs, a key of those used, the same in words, and nothing that runs."""

import re
import xml.etree.ElementTree as ElementTree

import pytest

from alongside.genogram.drawing import draw
from alongside.genogram.drawing.around import KINDS
from alongside.genogram.drawing.key import Entry, key_block
from alongside.genogram.drawing.qualities import QUALITIES, Quality
from alongside.genogram.drawing.words import told
from alongside.genogram.parts import Around, Family, Link, Note, Somebody, Tie

LONG = "Wolfeschlegelsteinhausenbergerdorff " * 5 + "the very end"
KAI = Somebody("kai", "Kai", "Kai Moss", shape="man", inside="16", index=True, adult=False, household="home")
TRACEY = Somebody("tracey", "Tracey", "Tracey Moss", shape="woman", inside="45", household="home")


def family(*people: Somebody, links: tuple[Link, ...] = (), **more: object) -> Family:
    return Family((KAI, TRACEY, *people), (Link("parent", "tracey", "kai"), *links), **more)  # type: ignore[arg-type]


def key_of(svg: str) -> str:
    return svg[svg.index(">Key<") :]


def test_the_key_has_what_is_used_and_nothing_else() -> None:
    ron = Somebody("ron", "Ron", shape="man", state="died")
    links = (Link("partner", "ron", "tracey", union="divorced"), Link("adoptive-parent", "ron", "kai"))
    key = key_of(draw(family(ron, links=links, ties=(Tie("cut-off", "kai", "ron"),)), title="T").svg)
    for used in (
        "Man or boy",
        "Woman or girl",
        "Has died",
        "Divorced",
        "Adopted",
        "Live together",
        "Contact broken",
    ):
        assert used in key
    for unused in ("Another gender", "Pregnancy", "Separated", "Fostered", "Violent", "Culture"):
        assert unused not in key


@pytest.mark.parametrize("state", ["pregnancy", "miscarriage", "ended-pregnancy", "stillborn"])
def test_a_pregnancy_and_each_loss_have_signs_of_their_own(state: str) -> None:
    states = ("pregnancy", "miscarriage", "ended-pregnancy", "stillborn", "")
    links = (Link("parent", "tracey", "x"),)
    drawn = {
        one: draw(family(Somebody("x", "", state=one), links=links), title="T").svg  # type: ignore[arg-type]
        for one in states
    }
    assert [one for one in states if drawn[one] == drawn[state]] == [state]


def test_every_kind_of_tie_looks_unlike_every_other() -> None:
    drawn = {kind: draw(family(ties=(Tie(kind, "kai", "tracey", key="t1"),)), title="T").svg for kind in QUALITIES}
    lines = {kind: re.search(r'<g data-tie="t1">.*?</g>', svg) for kind, svg in drawn.items()}
    assert all(lines.values())
    assert len({found.group() for found in lines.values() if found}) == len(QUALITIES)


def test_every_kind_of_tie_is_told_apart_on_a_grey_print() -> None:
    def form(quality: Quality) -> tuple[object, ...]:
        dashes = [float(one) for one in quality.dashes.split()]
        broken = len(dashes) > 2, bool(dashes) and dashes[0] > 2, bool(dashes)
        across = quality.zigzag > 0, quality.crossed, quality.hatched, quality.broken and quality.id
        return quality.lines, quality.to, quality.width > 3, broken, across

    assert len({form(quality) for quality in QUALITIES.values()}) == len(QUALITIES)


def test_every_way_to_belong_to_parents_is_told_apart_on_a_grey_print() -> None:
    kinds = ("parent", "adoptive-parent", "foster-carer", "guardian", "step-parent")
    child = Somebody("x", "Ada", shape="woman")
    drawn = {
        kind: draw(Family((TRACEY, child), (Link(kind, "tracey", "x"),)), title="T").svg  # type: ignore[arg-type]
        for kind in kinds
    }
    grey = {re.sub(r'#[0-9a-f]{3,6}|stroke-width="[^"]*"', "", svg[: svg.index(">Key<")]) for svg in drawn.values()}
    assert len(grey) == len(kinds)


def test_what_stands_around_says_in_words_what_it_is() -> None:
    around = tuple(Around(kind, f"Place {kind}", kind) for kind in KINDS)
    drawn = draw(family(around=around), title="T").svg
    for words in ("Health", "School", "Community", "Faith", "Work", "Friends"):
        assert f">{words}</text>" in drawn


def test_the_key_says_why_a_line_ends_where_nobody_stands_and_leaves_out_kin_who_are_joined() -> None:
    ray = Somebody("ray", "Ray", shape="man")
    joined = (Link("parent", "ray", "tracey"), Link("grandparent", "ray", "kai"))
    key = key_of(draw(family(ray, links=joined), title="T").svg)
    assert "Other parent not in the picture" in key
    assert "Related in a way not recorded" not in key
    assert "Related in a way not recorded" in key_of(draw(family(ray, links=joined[1:]), title="T").svg)


def test_nothing_in_the_key_runs_into_what_stands_beside_it() -> None:
    longest = "W" * 40
    key, _ = key_block([Entry((), longest), Entry((), "Beside it")], 1000.0)
    at = [float(x) for x in re.findall(r"translate\(([\d.]+) 24\)", "".join(key))]
    assert at[0] == 0
    assert at[1] > 64 + 6.8 * len(longest)


@pytest.mark.parametrize(
    "name",
    [
        "<script>alert(1)</script>",
        '"><img src=x onerror=alert(1)>',
        "مريم الفاسي",
        "王小明",
        "\x00\x08bell",
        LONG,
        "]]>",
    ],
)
def test_any_name_is_drawn_and_nothing_in_it_runs(name: str) -> None:
    named = Somebody("x", name, name, shape="woman")
    around = (Around("s1", name),)
    svg = str(
        draw(family(named, around=around, notes=(Note("n1", name),)), title=name, description=name, live=True).svg
    )
    tree = ElementTree.fromstring(svg)
    assert {element.tag.rpartition("}")[2] for element in tree.iter()} <= {
        "svg", "title", "desc", "g", "rect", "circle", "path", "line", "text",
    }  # fmt: skip
    assert not [key for element in tree.iter() for key in element.attrib if key.startswith(("on", "href", "style"))]


def test_a_name_of_200_letters_is_cut_in_the_picture_and_whole_in_the_words() -> None:
    named = family(Somebody("x", LONG, LONG, shape="woman"))
    svg = draw(named, title="T").svg
    assert "the very end" not in svg
    assert any("the very end" in line for _, lines in told(named) for line in lines)


def test_the_words_say_what_the_picture_shows() -> None:
    ron = Somebody("ron", "Ron", shape="man", state="died", caption="1950–2001")
    links = (Link("partner", "ron", "tracey", union="separated", label="s. 1999"), Link("parent", "ron", "kai"))
    ties = (Tie("conflict", "kai", "tracey", "He comes home late"), Tie("strong", "s1", "kai"))
    words = dict(told(family(ron, links=links, ties=ties, around=(Around("s1", "Boxing club", "community"),))))
    assert words["Kai’s generation"] == ["Kai Moss (whom this is about), man or boy, aged 16, child of Tracey and Ron."]
    assert (
        "separated from Tracey (s. 1999)" in words["The parents’ generation"][1] + words["The parents’ generation"][0]
    )
    assert "Kai and Tracey live together." in words["Who lives together"]
    assert words["How they get on"] == [
        "Kai and Tracey are in conflict: He comes home late.", "Boxing club gives strength to Kai.",
    ]  # fmt: skip
    assert words["Around the family"] == ["Boxing club (community, club or place)."]


def test_an_empty_family_is_an_empty_picture() -> None:
    assert "<svg" in draw(Family(), title="Nobody yet").svg
