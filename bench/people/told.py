"""What was measured of finding people, and how it is printed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

PROMISED = {"one slip in either name": 97.0}
PROMISED_OTHERWISE = 90.0
MOST = 5.0  # times the fetching of one person by key
FEWEST = 100  # cases of which a percentage says anything


@dataclass(frozen=True)
class Of:
    """How one kind of error went for who sees only some: ratios of time for people they see, and for others."""

    who: str
    cases: int
    recall: float
    promised: float
    theirs: float
    p95: float
    others: float

    @property
    def met(self) -> bool:
        """Whether they are found as often and as fast as promised; of few cases, as fast alone."""
        found = self.cases < FEWEST or self.recall >= self.promised
        return found and max(self.theirs, self.others) <= MOST


@dataclass(frozen=True)
class Found:
    """How one kind of error went for who sees everybody, percentages and ratios of time; and for others."""

    kind: str
    cases: int
    recall: float
    promised: float
    with_birthday: float
    milliseconds: float
    middle: float
    p95: float
    of_opening: float
    of: Sequence[Of]

    @property
    def met(self) -> bool:
        """Whether they are found as often and as fast as promised."""
        return self.recall >= self.promised and self.middle <= MOST


def show(found: list[Found]) -> None:
    """Print a line for each kind of error, and then one for each kind of who sees only some."""
    heads = ["cases", "found %", "least", "with birthday %", "   ms", "time", "p95", "of opening", "met"]
    _line("who sees everybody", heads, heads)
    for one in found:
        cells = (
            f"{one.cases}", f"{one.recall:.1f}", f"{one.promised:g}", f"{one.with_birthday:.1f}",
            f"{one.milliseconds:.2f}", f"{one.middle:.2f}", f"{one.p95:.2f}", f"{one.of_opening:.2f}", _yes(one.met),
        )  # fmt: skip
        _line(one.kind, cells, heads)
    for nth, who in enumerate(one.who for one in (found[0].of if found else ())):
        print()
        _show_of(who, [(one.kind, one.of[nth]) for one in found])


def _show_of(who: str, found: list[tuple[str, Of]]) -> None:
    heads = ["cases", "found %", "least", "theirs", "p95", "others", "met"]
    _line(who, heads, heads)
    for kind, one in found:
        cells = (
            f"{one.cases}", f"{one.recall:.1f}", f"{one.promised:g}", f"{one.theirs:.2f}", f"{one.p95:.2f}",
            f"{one.others:.2f}", _yes(one.met),
        )  # fmt: skip
        _line(kind, cells, heads)


def _line(first: str, cells: Iterable[str], heads: Iterable[str]) -> None:
    print(f"{first:<26}" + "".join(f"{cell:>{len(head) + 3}}" for head, cell in zip(heads, cells, strict=True)))


def _yes(met: bool) -> str:
    return "yes" if met else "NO"
