"""How long a genogram takes to draw: laid out, drawn, keyed and told in words, for families of several sizes.

    python -m bench.genogram [--json]

Forty people in four generations must be drawn anew in under 200 ms (issue of the family's record); a hundred and fifty
must not fall over. The families are made by a rule, with couples that part, step-families, adoption and cousins.
"""

import argparse
from datetime import date

from alongside.genogram.drawing import draw
from alongside.genogram.drawing.words import told
from alongside.genogram.layout import layout_of
from alongside.genogram.parts import Around, Family, Link, Somebody, Tie
from bench.figures import Figure, milliseconds, show

MOST = 200.0
UNIONS = ("married", "living-together", "divorced", "separated")


def main() -> None:
    """Measure, and print the figures; the ratio is to the 200 ms that may be taken."""
    parser = argparse.ArgumentParser(prog="python -m bench.genogram")
    parser.add_argument("--json", action="store_true", help="print JSON, not a table")
    options = parser.parse_args()
    figures = []
    for number, most in ((10, 1.0), (40, 1.0), (150, None)):
        family = family_of(number)
        rows = len(set(layout_of(family).generation.values()))
        took = milliseconds(lambda one=family: whole(one), 5)  # type: ignore[misc]
        figures.append(Figure(f"{number} people in {rows} generations", took, took / MOST, most))
    show(figures, against="200 ms", as_json=options.json)


def whole(family: Family) -> None:
    """Everything that a page does to a family: laid out, drawn with its key, and told in words."""
    found = layout_of(family)
    draw(family, found, title="Genogram", live=True)
    told(family, found)


def family_of(number: int) -> Family:
    """A family of so many people: couples have three children, two of them a partner each, and some couples part."""
    people, links, couples = [_one(0, 0), _one(1, 0)], [Link("partner", "p0", "p1", "married")], [(0, 1, 0)]
    while len(people) < number:
        a, b, generation = couples.pop(0)
        for place in range(3):
            child = len(people)
            people.append(_one(child, generation + 1))
            kind = "adoptive-parent" if child % 11 == 0 else "parent"
            links += [Link(kind, f"p{a}", f"p{child}"), Link(kind, f"p{b}", f"p{child}")]  # type: ignore[arg-type]
            if place != 1:
                people.append(_one(child + 1, generation + 1))
                links.append(Link("partner", f"p{child}", f"p{child + 1}", UNIONS[child % 4]))  # type: ignore[arg-type]
                couples.append((child, child + 1, generation + 1))
    people = people[:number]
    known = {one.key for one in people}
    ties = tuple(Tie("close", f"p{place}", f"p{place + 5}") for place in range(0, number - 5, 6))
    around = tuple(Around(f"s{place}", f"Service {place}") for place in range(8))
    return Family(tuple(people), tuple(one for one in links if {one.a, one.b} <= known), ties, around)


def _one(place: int, generation: int) -> Somebody:
    born = date(1930 + 25 * generation + place % 9, 1, 1)
    shape = "man" if place % 2 else "woman"
    home = "home" if generation == 3 and place % 4 else ""
    return Somebody(f"p{place}", f"Person {place}", shape=shape, born=born, household=home, inside="40")  # type: ignore[arg-type]


if __name__ == "__main__":
    main()
