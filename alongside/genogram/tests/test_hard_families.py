"""Families that genograms are known to fail at: donors, twins of several parents, who married each other again."""

import re
from datetime import date
from itertools import pairwise

import pytest

from alongside.genogram.drawing import draw
from alongside.genogram.drawing.couples import couple_line
from alongside.genogram.drawing.words import told
from alongside.genogram.layout import layout
from alongside.genogram.parts import Family, Link, Somebody
from alongside.genogram.reading import links_of
from alongside.people.models import Relationship


def people(*keys: str, **state: str) -> tuple[Somebody, ...]:
    return tuple(
        Somebody(key, key, shape="woman" if key.islower() else "man", state=state.get(key, ""))  # type: ignore[arg-type]
        for key in keys
    )


MUMS = (
    Link("partner", "mum", "mam", "married"), Link("parent", "mum", "ivy"), Link("legal-parent", "mam", "ivy"),
    Link("parent", "mum", "joy"), Link("legal-parent", "mam", "joy"), Link("parent", "Donor", "ivy"),
    Link("parent", "Donor", "joy"), Link("sibling", "ivy", "joy", twins="identical"),
)  # fmt: skip


def test_two_mothers_are_the_couple_and_the_donor_stands_apart_with_a_line_of_their_own() -> None:
    family = Family(people("mum", "mam", "Donor", "ivy", "joy"), MUMS)
    found = layout(family.people, family.links)
    raised = {couple.parents: set(couple.children.values()) for couple in found.couples}
    assert raised == {("mum", "mam"): {"birth"}, ("Donor",): {"donor"}}
    drawn = draw(family, found, title="T").svg
    assert "By a donor, or outside the couple" in drawn
    assert "Other parent not in the picture" not in drawn
    words = " ".join(line for _, lines in told(family) for line in lines)
    assert "ivy, woman or girl, child of mum and Donor, child by law of mam, identical twin of joy." in words
    assert "identical twin of ivy" in words


def test_twins_part_from_one_point_in_the_line_of_one_couple_alone() -> None:
    family = Family(people("mum", "mam", "Donor", "ivy", "joy"), MUMS)
    found = layout(family.people, family.links)
    drawn = draw(family, found, title="T").svg
    ends = {round(found.places[key][0]) for key in ("ivy", "joy")}
    lines = [re.findall(r"[ML](-?[\d.]+) (-?[\d.]+)", path) for path in re.findall(r'<path d="([^"]+)"', drawn)]
    aslant = [line for line in lines if len(line) == 2 and line[0][0] != line[1][0] and line[0][1] != line[1][1]]
    assert [round(float(line[1][0])) for line in aslant if round(float(line[1][0])) in ends] == sorted(ends)


def test_a_child_of_one_parent_alone_does_not_hang_from_the_couples_line() -> None:
    links = (Link("partner", "Dad", "mum", "married"), Link("parent", "Dad", "old"))
    found = layout(people("Dad", "mum", "old"), links)
    alone = next(couple for couple in found.couples if couple.parents == ("Dad",))
    assert couple_line(alone, found.places).point[0] < found.places["Dad"][0] < found.places["mum"][0]


@pytest.mark.parametrize("related", [True, False])
def test_a_couple_with_a_forebear_in_common_has_a_double_line(related: bool) -> None:
    links = (
        Link("parent", "gran", "mum"), Link("parent", "gran" if related else "nan", "aunt"),
        Link("parent", "mum", "eve"), Link("parent", "aunt", "Adam"), Link("partner", "Adam", "eve", "married"),
    )  # fmt: skip
    drawn = draw(Family(people("gran", "nan", "mum", "aunt", "eve", "Adam"), links), title="T").svg
    assert ("Couple with a forebear in common" in drawn) is related


def test_a_child_who_was_not_born_alive_does_not_break_a_households_outline() -> None:
    home = tuple(
        Somebody(key, key, shape="woman", born=date(2000 + place, 1, 1), household="home")
        for place, key in enumerate(("mum", "a", "c"))
    )
    links = tuple(Link("parent", "mum", child) for child in ("a", "lost", "c"))

    def outline(state: str) -> int:
        between = Somebody("lost", "Star", state=state, born=date(2001, 6, 1))  # type: ignore[arg-type]
        return draw(Family((*home, between), links), title="T").svg.count("<circle")

    assert outline("stillborn") < outline("died")


def test_who_married_each_other_again_is_one_couple_with_all_its_years() -> None:
    rows = [
        Relationship(pk=nth, person_id=1, of_person_id=2, kind=kind, from_date=date(year, 1, 1), to_date=to)
        for nth, (kind, year, to) in enumerate(
            [("married", 2012, date(2016, 1, 1)), ("separated", 2016, date(2018, 1, 1)), ("married", 2018, None)]
        )
    ]
    [link] = links_of(rows)
    assert (link.union, link.label, link.began) == ("married", "m. 2012–16, rem. 2018", date(2012, 1, 1))
    rows[-1] = Relationship(pk=9, person_id=2, of_person_id=1, kind="divorced", from_date=date(2018, 1, 1))
    [link] = links_of(rows)
    assert (link.union, link.label) == ("divorced", "m. 2012, s. 2016, d. 2018")


def test_former_partners_stand_from_the_first_to_the_last_on_one_side() -> None:
    links = (
        Link("partner", "Dad", "second", "former", began=date(2008, 1, 1)),
        Link("partner", "Dad", "first", "divorced", began=date(2000, 1, 1)),
        Link("partner", "Dad", "now", "married", began=date(2012, 1, 1)),
        *(Link("parent", one, child) for one, child in (("Dad", "a"), ("first", "a"), ("Dad", "b"), ("second", "b"))),
    )  # fmt: skip
    places = layout(people("Dad", "second", "now", "first", "a", "b"), links).places
    assert sorted(("first", "second", "Dad", "now"), key=lambda key: places[key][0]) == [
        "first",
        "second",
        "Dad",
        "now",
    ]
    assert places["a"][0] < places["b"][0]


def test_who_is_related_to_nobody_yet_stands_beside_the_family_and_not_far_off() -> None:
    links = tuple(
        Link("parent", parent, child) for parent in ("Dad", "mum") for child in ("a", "b", "c", "d", "e", "f", "g")
    )
    others = tuple(Somebody(f"x{place}", "New", adult=place % 2 == 0) for place in range(6))
    family = people("Dad", "mum", "a", "b", "c", "d", "e", "f", "g")
    pair = (Link("parent", "Zed", "zoe"),)
    places = layout((*family, *others, *people("Zed", "zoe")), (*links, *pair)).places
    columns = sorted({x for x, _ in places.values()})
    assert max(right - left for left, right in pairwise(columns)) < 200
