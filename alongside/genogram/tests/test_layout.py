"""Any family is laid out: everybody once, nobody on another, parents above their children."""

from datetime import date
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from alongside.genogram.drawing import draw
from alongside.genogram.layout import layout, layout_of
from alongside.genogram.layout.places import BESIDE
from alongside.genogram.parts import Family, Link, Somebody

UNIONS = ("married", "separated", "divorced", "living-together", "former", "")
RAISES = ("parent", "parent", "parent", "adoptive-parent", "foster-carer", "step-parent")


@st.composite
def families(draw: st.DrawFn) -> Family:
    """People in the order of their birth: whoever raises somebody was born before them."""
    number = draw(st.integers(1, 28))
    people = [
        Somebody(f"p{place}", f"Name {place}", shape=draw(st.sampled_from(("man", "woman", "other", "unknown"))),
                 born=date(1900 + 4 * place, 1, 1), index=place == number - 1, adult=draw(st.booleans()))
        for place in range(number)
    ]  # fmt: skip
    pairs = st.tuples(st.integers(0, number - 1), st.integers(0, number - 1)).filter(lambda pair: pair[0] < pair[1])
    links = []
    for older, younger in draw(st.lists(pairs, max_size=40)) if number > 1 else []:
        kind = draw(st.sampled_from((*RAISES, "partner", "sibling", "half-sibling", "cousin", "kin")))
        links.append(Link(kind, f"p{older}", f"p{younger}", union=draw(st.sampled_from(UNIONS))))  # type: ignore[arg-type]
    return Family(tuple(people), tuple(links))


@given(families())
@settings(max_examples=70, deadline=None)
def test_any_family_has_everybody_once_and_nobody_on_another(family: Family) -> None:
    found = layout(family.people, family.links)
    assert set(found.places) == {one.key for one in family.people}
    for a, b in combinations(found.places.values(), 2):
        assert abs(a[0] - b[0]) >= BESIDE - 0.01 or abs(a[1] - b[1]) >= 150
    for link in family.links:
        if link.kind in RAISES:
            assert found.generation[link.a] < found.generation[link.b]
    assert layout(family.people, family.links) == found


@given(families(), st.lists(st.tuples(st.integers(0, 27), st.integers(0, 27)), max_size=12))
@settings(max_examples=25, deadline=None)
def test_data_that_cannot_be_true_neither_hang_nor_crash(family: Family, wrong: list[tuple[int, int]]) -> None:
    loops = tuple(Link("parent", f"p{a}", f"p{b}") for a, b in wrong)
    crooked = Family(family.people, (*family.links, *loops))
    assert set(layout_of(crooked).places) == {one.key for one in family.people}
    assert draw(crooked, title="Crooked").svg.count("<svg") == 1


def people(*keys: str) -> tuple[Somebody, ...]:
    return tuple(Somebody(key, key.title(), shape="woman" if key.islower() else "man") for key in keys)


def test_somebody_who_is_their_own_grandparent_is_still_drawn() -> None:
    links = (Link("parent", "a", "b"), Link("parent", "b", "c"), Link("parent", "c", "a"), Link("parent", "a", "a"))
    found = layout(people("a", "b", "c"), links)
    assert [found.generation[key] for key in "abc"] == [0, 1, 2]


def test_cousins_who_marry_stand_side_by_side_below_their_one_grandmother() -> None:
    links = (
        Link("parent", "gran", "mum"), Link("parent", "gran", "aunt"), Link("parent", "mum", "eve"),
        Link("parent", "aunt", "adam"), Link("partner", "adam", "eve", "married"), Link("parent", "eve", "child"),
        Link("parent", "adam", "child"),
    )  # fmt: skip
    found = layout(people("gran", "mum", "aunt", "eve", "adam", "child"), links)
    rows = {key: found.generation[key] for key in ("gran", "mum", "eve", "adam", "child")}
    assert rows == {"gran": 0, "mum": 1, "eve": 2, "adam": 2, "child": 3}
    assert abs(found.places["eve"][0] - found.places["adam"][0]) < 300


def test_an_uncle_who_marries_his_niece_does_not_pull_the_generations_apart() -> None:
    links = (
        Link("parent", "gran", "uncle"), Link("parent", "gran", "mum"), Link("parent", "mum", "niece"),
        Link("partner", "uncle", "niece", "married"), Link("parent", "uncle", "kid"), Link("parent", "niece", "kid"),
    )  # fmt: skip
    found = layout(people("gran", "uncle", "mum", "niece", "kid"), links)
    assert found.generation["gran"] < found.generation["mum"] < found.generation["niece"] < found.generation["kid"]


def test_former_partners_stand_on_one_side_and_the_present_one_on_the_other() -> None:
    links = (
        Link("partner", "Dad", "first", "divorced"), Link("partner", "Dad", "second", "married"),
        Link("parent", "Dad", "old"), Link("parent", "first", "old"), Link("parent", "Dad", "new"),
        Link("parent", "second", "new"),
    )  # fmt: skip
    x = {key: at[0] for key, at in layout(people("Dad", "first", "second", "old", "new"), links).places.items()}
    assert x["first"] < x["Dad"] < x["second"]
    assert x["old"] < x["new"]


def test_a_family_told_by_hand_keeps_its_places_when_somebody_joins() -> None:
    links = (Link("parent", "mum", "kai"), Link("parent", "mum", "mia"))
    kept = {"mum": (500.0, 20.0), "kai": (300.0, 400.0), "mia": (700.0, 380.0)}
    grown = Family(people("mum", "kai", "mia", "baby"), (*links, Link("parent", "mum", "baby")), kept=kept)
    places = layout_of(grown).places
    assert {key: places[key] for key in kept} == kept
    assert all(abs(places["baby"][0] - x) >= BESIDE or abs(places["baby"][1] - y) > 100 for x, y in kept.values())


def test_a_hundred_and_fifty_people_are_laid_out() -> None:
    links = []
    for place in range(1, 150):
        older = (place - 1) // 3
        links.append(Link("parent", f"p{older}", f"p{place}"))
    many = tuple(Somebody(f"p{place}", f"P{place}") for place in range(150))
    found = layout(many, tuple(links))
    assert len(set(found.places.values())) == 150
