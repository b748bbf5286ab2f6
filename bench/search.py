"""What a search costs among a million things, beside reading one of them by its key in the same run.

    python -m bench.search [--json] [--rows 1000000] [--families 20000] [--times 9]

Asked for are a common word (in three of ten), a usual one (one of a hundred), a rare one (twenty of a million), two
words together, and a word that is nowhere; by somebody with 15 families, by a practitioner and a manager who see their
team's, and by who sees everything; and all of it within one family.
"""

import argparse
from collections.abc import Callable, Iterator
from time import perf_counter
from typing import Any

from bench.figures import Figure, middle, show
from bench.serving.server import prepared

WORDS = (
    ("a common word", "school"),
    ("a usual word", "bedtimes"),
    ("a rare word", "xylophone"),
    ("two words", "school breakfast"),
    ("no such word", "caravan"),
)


def main() -> None:
    """Measure, and print the figures."""
    parser = argparse.ArgumentParser(prog="python -m bench.search")
    parser.add_argument("--json", action="store_true", help="print JSON, not a table")
    parser.add_argument("--rows", type=int, default=1_000_000, help="how many things can be found")
    parser.add_argument("--families", type=int, default=20_000, help="how many families there are")
    parser.add_argument("--times", type=int, default=9, help="how often each is asked for")
    options = parser.parse_args()
    with prepared():
        from bench.world import settle
        from bench.world.findable import fill, make_searchers

        searchers = make_searchers(options.families)
        fill(options.rows)
        settle()
        figures = list(measure(searchers, options.times))
    show(figures, against="reading one thing by its key", as_json=options.json)


def measure(searchers: dict[str, Any], times: int) -> Iterator[Figure]:
    """Yield the figures; each time, the key is read just before and after, so that both have the same machine."""
    from alongside.finding.asked import asked, read
    from alongside.finding.models import Row
    from alongside.finding.queries import Reach, find

    key = Row.objects.values_list("pk", flat=True)[0]
    family = Row.objects.values_list("family", flat=True)[0]

    def by_key() -> object:
        return Row.objects.defer("words").get(pk=key)

    def searching(user: Any, text: str, **narrowed: Any) -> Callable[[], object]:
        return lambda: find(Reach(user), read(text), asked(text, **narrowed))

    for who, user in searchers.items():
        for what, text in WORDS:
            yield _figure(f"{what}, {who}", searching(user, text), by_key, times)
    for what, text in WORDS:
        yield _figure(f"{what}, in one family", searching(user, text, family=family), by_key, times)


def _figure(what: str, ask: Callable[[], object], by_key: Callable[[], object], times: int) -> Figure:
    ask()
    asked, keyed = [], []
    for _ in range(times):
        keyed.append(_milliseconds(by_key))
        asked.append(_milliseconds(ask))
    return Figure(what, middle(asked), middle(asked) / middle(keyed))


def _milliseconds(work: Callable[[], object]) -> float:
    begun = perf_counter()
    work()
    return (perf_counter() - begun) * 1000


if __name__ == "__main__":
    main()
