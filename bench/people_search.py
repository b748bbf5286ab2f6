"""Finding people among a million by names typed wrongly: how many are found, and how long it takes.

    python -m bench.people_search [--json] [--people 1000000] [--cases 1000] [--seed 2026]

People are invented with the spread of names found in England (bench/people/communities.py), written with COPY, and
looked for by a senior manager, who sees them all, and by a practitioner, who sees one team in fifty. The errors are
drawn with a fixed seed (bench/people/errors.py) and were written before the search was tuned, to another draw of them.

Found means: within the first ten of `find_people`, the function behind the search box, stands the person, or somebody
of the very same names, whom names alone cannot tell apart from them. Beside it: how often it is the very person when
the date of birth is typed too. Times are of that same function, in turns with fetching one person by key through the
ORM, `Person.objects.get(pk=…)`, with nothing that says who may see them, as a ratio to it. Beside it, the ratio to the
same with need to know, as when somebody opens a person (“of opening”), and how long the practitioner’s searches take.
"""

import argparse
import json
import time
from dataclasses import asdict, dataclass
from statistics import median, quantiles
from typing import TYPE_CHECKING

from bench.people.errors import SEED, Case, drawn
from bench.people.population import population
from bench.serving.server import prepared

if TYPE_CHECKING:
    from bench.people.world import World

WITHIN = 10
PROMISED = {"one slip in either name": 97.0}
PROMISED_OTHERWISE = 90.0
MOST = 5.0  # times the fetching of one person by key
TIMED = 300


@dataclass(frozen=True)
class Found:
    """How one kind of error went: percentages, and ratios of time."""

    kind: str
    cases: int
    recall: float
    promised: float
    with_birthday: float
    milliseconds: float
    middle: float
    p95: float
    of_opening: float
    practitioner: float

    @property
    def met(self) -> bool:
        return self.recall >= self.promised and self.middle <= MOST


def main() -> None:
    """Measure, and print what was found."""
    parser = argparse.ArgumentParser(prog="python -m bench.people_search")
    parser.add_argument("--json", action="store_true", help="print JSON, not a table")
    parser.add_argument("--people", type=int, default=1_000_000, help="how many people there are")
    parser.add_argument("--cases", type=int, default=1_000, help="how many are looked for with each kind of error")
    parser.add_argument("--seed", type=int, default=SEED, help="which draw of errors")
    options = parser.parse_args()
    with prepared(pages=False):
        from bench.people.world import make_world

        people = list(population(options.people))
        begun = time.perf_counter()
        world = make_world(people)
        loaded = time.perf_counter() - begun
        found = measure(world, drawn(people, options.cases, seed=options.seed))
    if options.json:
        print(json.dumps({"seconds to load": loaded, "kinds": [asdict(one) | {"met": one.met} for one in found]}))
        return
    show(found)
    print(f"{len(people):,} people loaded in {loaded:.0f} s. “time”, “p95”, “one team”: ratios to one by key.")


def measure(world: "World", cases: dict[str, list[Case]]) -> list[Found]:
    """Look for each case, and return how each kind of error went."""
    return [_kind(world, kind, some) for kind, some in cases.items()]


def _kind(world: "World", kind: str, cases: list[Case]) -> Found:
    hits = sum(world.found(case.typed, case.who) for case in cases)
    exactly = sum(world.found(f"{case.typed} {case.who.born:%d/%m/%Y}", case.who, exactly=True) for case in cases)
    times, theirs, fetched, opened = [], [], [], []
    for place, case in enumerate(cases[:TIMED]):
        times.append(world.timed(case.typed))
        theirs.append(world.timed(case.typed, practitioner=True))
        fetched.append(world.fetched(place))
        opened.append(world.opened(place))
    floor = median(fetched)
    return Found(
        kind=kind,
        cases=len(cases),
        recall=100 * hits / len(cases),
        promised=PROMISED.get(kind, PROMISED_OTHERWISE),
        with_birthday=100 * exactly / len(cases),
        milliseconds=median(times) * 1000,
        middle=median(times) / floor,
        p95=quantiles(times, n=20)[-1] / floor,
        of_opening=median(times) / median(opened),
        practitioner=median(theirs) / floor,
    )


def show(found: list[Found]) -> None:
    """Print a line for each kind of error."""
    heads = ("cases", "found %", "least", "with birthday %", "ms", "time", "p95", "of opening", "one team", "met")
    print(f"{'typed with':<26}" + "".join(f"{head:>{len(head) + 3}}" for head in heads))
    for one in found:
        cells = (
            f"{one.cases}", f"{one.recall:.1f}", f"{one.promised:g}", f"{one.with_birthday:.1f}",
            f"{one.milliseconds:.2f}", f"{one.middle:.2f}", f"{one.p95:.2f}", f"{one.of_opening:.2f}",
            f"{one.practitioner:.2f}", "yes" if one.met else "NO",
        )  # fmt: skip
        print(f"{one.kind:<26}" + "".join(f"{cell:>{len(head) + 3}}" for head, cell in zip(heads, cells, strict=True)))


if __name__ == "__main__":
    main()
