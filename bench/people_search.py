"""Finding people among a million by names typed wrongly: how many are found, and how long it takes.

    python -m bench.people_search [--json] [--people 1000000] [--cases 1000] [--seed 2026] [--processor]

People are invented with the spread of names found in England (bench/people/communities.py), written with COPY, and
looked for by a senior manager, who sees them all; by a practitioner and a manager, who see one team in fifty; and by a
partner, who was let into fifteen families. The errors are drawn with a fixed seed (bench/people/errors.py) and were
written before the search was tuned, to another draw of them.

Found means: within the first ten of `find_people`, the function behind the search box, stands the person, or somebody
of the very same names, whom names alone cannot tell apart from them. Beside it: how often it is the very person when
the date of birth is typed too. Times are of that same function, in turns with fetching one person by key through the
ORM, `Person.objects.get(pk=…)`, with nothing that says who may see them, as a ratio to it. Beside it, the ratio to the
same with need to know, as when somebody opens a person (“of opening”). Who sees only some looks for people they see
(“theirs”), and for whomever the senior manager looks for (“others”), whom they hardly ever may see. On a busy machine
take `--processor`: not what the clock says, but how long this process and the database's have worked.
"""

import argparse
import json
import time
from dataclasses import asdict

from bench.people.errors import SEED, drawn
from bench.people.population import population
from bench.people.told import Found, show
from bench.serving.server import prepared


def main() -> None:
    """Measure, and print what was found."""
    parser = argparse.ArgumentParser(prog="python -m bench.people_search")
    parser.add_argument("--json", action="store_true", help="print JSON, not a table")
    parser.add_argument("--people", type=int, default=1_000_000, help="how many people there are")
    parser.add_argument("--cases", type=int, default=1_000, help="how many are looked for with each kind of error")
    parser.add_argument("--seed", type=int, default=SEED, help="which draw of errors")
    parser.add_argument("--processor", action="store_true", help="time of the processor, not of the clock")
    options = parser.parse_args()
    with prepared(pages=False):
        from bench.people.measuring import measure
        from bench.people.world import make_world, processor_clock

        people = list(population(options.people))
        begun = time.perf_counter()
        world = make_world(people, processor_clock if options.processor else time.perf_counter)
        loaded = time.perf_counter() - begun
        cases = drawn(people, options.cases, seed=options.seed)
        theirs = {
            who: drawn([one for one in people if searcher.sees(one.family)], options.cases, seed=options.seed)
            for who, searcher in world.searchers.items()
        }
        found = measure(world, cases, theirs)
    if options.json:
        print(json.dumps({"seconds to load": loaded, "kinds": [_as_told(one) for one in found]}))
        return
    show(found)
    print(f"{len(people):,} people loaded in {loaded:.0f} s. Times, but for “ms”: ratios to one by key.")


def _as_told(found: Found) -> dict[str, object]:
    return asdict(found) | {"met": found.met, "of": [asdict(one) | {"met": one.met} for one in found.of]}


if __name__ == "__main__":
    main()
