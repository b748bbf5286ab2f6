"""Looking for everybody who was drawn, and timing it in turns with fetching one person by key."""

from collections.abc import Mapping, Sequence
from statistics import median, quantiles

from bench.people.errors import Case
from bench.people.told import PROMISED, PROMISED_OTHERWISE, Found, Of
from bench.people.world import World

TIMED = 300
Cases = Mapping[str, Sequence[Case]]


def measure(world: World, cases: Cases, theirs: Mapping[str, Cases]) -> list[Found]:
    """Look for each case, and return how each kind of error went.

    :param theirs: by who sees only some, the same errors made with the names of people they see
    """
    return [_kind(world, kind, some, {who: of[kind] for who, of in theirs.items()}) for kind, some in cases.items()]


def _kind(world: World, kind: str, cases: Sequence[Case], theirs: Cases) -> Found:
    promised = PROMISED.get(kind, PROMISED_OTHERWISE)
    hits = sum(world.found(case.typed, case.who) for case in cases)
    exactly = sum(world.found(f"{case.typed} {case.who.born:%d/%m/%Y}", case.who, exactly=True) for case in cases)
    times, fetched, opened = [], [], []
    for place, case in enumerate(cases[:TIMED]):
        times.append(world.timed(case.typed))
        fetched.append(world.fetched(place))
        opened.append(world.opened(place))
    return Found(
        kind=kind,
        cases=len(cases),
        recall=100 * hits / len(cases),
        promised=promised,
        with_birthday=100 * exactly / len(cases),
        milliseconds=median(times) * 1000,
        middle=median(times) / median(fetched),
        p95=_p95(times) / median(fetched),
        of_opening=median(times) / median(opened),
        of=[_of(world, who, some, cases, promised) for who, some in theirs.items()],
    )


def _of(world: World, who: str, theirs: Sequence[Case], others: Sequence[Case], promised: float) -> Of:
    user = world.searchers[who].user
    hits = sum(world.found(case.typed, case.who, by=user) for case in theirs)
    times, past, fetched = [], [], []
    for place in range(TIMED if theirs else 0):
        times.append(world.timed(theirs[place % len(theirs)].typed, by=user))
        past.append(world.timed(others[place % len(others)].typed, by=user))
        fetched.append(world.fetched(place))
    floor = median(fetched) if fetched else 1.0
    return Of(
        who=who,
        cases=len(theirs),
        recall=100 * hits / max(len(theirs), 1),
        promised=promised,
        theirs=median(times or [0.0]) / floor,
        p95=_p95(times) / floor,
        others=median(past or [0.0]) / floor,
    )


def _p95(times: Sequence[float]) -> float:
    return quantiles(times, n=20)[-1] if len(times) > 1 else 0.0
