"""Figures as every benchmark gives them: a time, its ratio to what it is measured against, and the most that may be."""

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass
from statistics import median
from time import perf_counter
from timeit import timeit


@dataclass(frozen=True)
class Figure:
    """One measured thing. `most` is the highest ratio it may reach, None for what is only told."""

    what: str
    milliseconds: float
    ratio: float
    most: float | None = None
    queries: int | None = None
    kilobytes: float | None = None

    @property
    def met(self) -> str:
        if self.most is None:
            return ""
        return "yes" if self.ratio <= self.most else "NO"


def middle(times: Iterable[float]) -> float:
    """Return the median of times."""
    return median(times)


def milliseconds(work: Callable[[], object], number: int, clock: Callable[[], float] = perf_counter) -> float:
    """Return how long one call takes, in milliseconds, over `number` calls.

    :param clock: tells the seconds, those on the wall unless given
    """
    return timeit(work, number=number, timer=clock) / number * 1000


def show(figures: Sequence[Figure], *, against: str, as_json: bool) -> None:
    """Print figures as a table, or as JSON."""
    if as_json:
        rows = [asdict(figure) | {"met": figure.met} for figure in figures]
        print(json.dumps({"against": against, "figures": rows}, indent=2))
        return
    sized = any(one.kilobytes is not None for one in figures)
    print(f"{'':<44}{'ms':>9}{'ratio':>9}{'most':>7}{'met':>6}" + (f"{'queries':>9}{'kB':>7}" if sized else ""))
    for one in figures:
        most = "" if one.most is None else f"{one.most:g}"
        queries = "" if one.queries is None else f"{one.queries:>9}"
        size = "" if one.kilobytes is None else f"{one.kilobytes:>7.1f}"
        print(f"{one.what:<44}{one.milliseconds:>9.3f}{one.ratio:>9.2f}{most:>7}{one.met:>6}{queries}{size}")
    print(f"Ratios are against {against}, in this run." + (" kB: sent, compressed." if sized else ""))
