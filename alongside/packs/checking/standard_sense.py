"""A standard that can be read, and still cannot be meant: keys of it would do nothing, or the opposite.

These are no errors of the format: a version that was published with one goes on as it was.
"""

from collections.abc import Callable, Iterator

from alongside.packs.checking.keys import did_you_mean
from alongside.packs.format.standard_checks import rough_days
from alongside.packs.format.standard_conditions import Condition
from alongside.packs.format.standards import Standard

Place = tuple[str | int, ...]
Said = tuple[str, str, Place]  # what is wrong, what would be right, and at which key

# What somebody can be in a family is the product's, not the pack's: as in alongside.people.models.family.Role.
IN_A_FAMILY = ("child", "unborn-child", "parent-or-carer", "other-adult", "significant-other")
SUBJECTS = ("family", "person", *IN_A_FAMILY, "agency", "event")


def nonsense(standard: Standard) -> Iterator[Said]:
    """Yield what cannot be meant."""
    for check in CHECKS:
        yield from check(standard)


def _nobody(standard: Standard) -> Iterator[Said]:
    if standard.per not in SUBJECTS:
        what = f"nobody in a family is “{standard.per}”, so this would never be asked"
        yield what, did_you_mean(standard.per, SUBJECTS, "Write one of: "), ("per",)


def _how_often(standard: Standard) -> Iterator[Said]:
    start = standard.after or standard.before
    nth = any(event.every_nth for event in start.named) if start else False
    if standard.every and standard.per == "event":
        yield "“every” goes on from the first event, and per event means each", "Write “per: family”", ("every",)
    if standard.every and nth:
        what = "“every” goes on from the last time it was met, so “every_nth” would count nothing"
        yield what, "Keep one of the two", ("after",)
    if standard.every and not standard.every.number:
        yield f"{standard.every} is no gap between one time and the next", "Give a longer one", ("every",)
    if standard.happens == "once" and (nth or standard.recorded_within):
        by = "every_nth" if nth else "recorded_within"
        yield f"“{by}” is asked each time, so “once” would not be heeded", "Take “happens” out", ("happens",)


def _targets(standard: Standard) -> Iterator[Said]:
    target, limit = standard.target, standard.limit
    if standard.before and target and limit and rough_days(target) * 1.1 < rough_days(limit):
        what = f"counted back, the target, {target}, comes after the limit, {limit}"
        yield what, "Change the two about", ("target",)
    for number, values in enumerate(standard.values):
        own = values.within or values.every or values.at_least or values.recorded_within
        target = None if own or standard.before else values.target
        if target and limit and rough_days(target) > rough_days(limit) * 1.1:
            what = f"the target, {target}, is longer than the limit, {limit}"
            yield what, "Change the two about, or give the limit here too", ("values", number, "target")


def _events(standard: Standard) -> Iterator[Said]:
    if standard.after and any(one in standard.after.later_of[:n] for n, one in enumerate(standard.after.later_of)):
        yield "“later_of” names one event twice", "Name two that differ", ("after",)
    extended = standard.extended_by
    if extended and (extended.later_of or any(one.every_nth or one.same for one in extended.named)):
        yield "an extension is a plain event", "Take out later_of, every_nth or same", ("extended_by",)
    if standard.on_resuming == "start again" and not standard.suspended_while:
        what = "“on_resuming” says what follows a suspension, and there is none"
        yield what, "Add “suspended_while: …”, or take it out", ("on_resuming",)


def _conditions(standard: Standard) -> Iterator[Said]:
    placed: list[tuple[Place, Condition]] = [
        *((("while", number), one) for number, one in enumerate(standard.only_while)),
        *((("suspended_while", number), one) for number, one in enumerate(standard.suspended_while)),
        *((("values", number, "when"), values.when) for number, values in enumerate(standard.values)),
    ]
    for place, one in placed:
        if one.age_from is not None and one.age_under is not None and one.age_from >= one.age_under:
            what = f"nobody is at least {one.age_from} and under {one.age_under} years old"
            yield what, "Give a lower “age_from” or a higher “age_under”", place
        for events in (one.since, one.until):
            if events and any(event.same for event in events.named):
                yield "“same” belongs to met_by", "Take it out here", place


CHECKS: tuple[Callable[[Standard], Iterator[Said]], ...] = (_nobody, _how_often, _targets, _events, _conditions)
