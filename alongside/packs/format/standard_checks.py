"""Do the parts of a standard fit each other? Each check says what is wrong; what would be right."""

from collections.abc import Callable, Iterable
from itertools import pairwise
from typing import TYPE_CHECKING

from pydantic_core import PydanticCustomError

from alongside.packs.format.unique import refuse_twice
from alongside.working_time import Length

if TYPE_CHECKING:
    from alongside.packs.format.standards import Standard

VALUES = ("within", "every", "at_least", "recorded_within", "first")
LIMITS = ("within", "every", "at_least", "recorded_within", "checkpoints", "deadlines")
DAYS = {"working days": 1.4, "calendar days": 1, "weekdays": 1.4, "weeks": 7, "months": 30.4, "hours": 1 / 24}


def check_standard(standard: "Standard") -> None:
    """Raise ValueError for the first thing that does not fit, naming the key it is about."""
    for check in CHECKS:
        check(standard)


def refuse(place: str | tuple[str | int, ...], said: str) -> ValueError:
    """The error, placed on the line of the key it is about."""
    at = (place,) if isinstance(place, str) else place
    return PydanticCustomError("value_error", "{error}", {"error": said, "at": at})


def _one_limit(standard: "Standard") -> None:
    given = [key for key in LIMITS if getattr(standard, key)]
    if not given:
        raise refuse("id", "this standard does not say by when; add for example “within: 10 working days”")
    if len(given) > 1:
        raise refuse(given[1], f"“{given[0]}” and “{given[1]}” cannot both be the limit; keep one of them")


def _one_start(standard: "Standard") -> None:
    if not standard.after and not standard.before:
        raise refuse("id", "this standard does not say what it is counted from; add for example “after: visit.made”")
    if standard.after and standard.before:
        raise refuse("before", "it is counted both after and before an event; keep one of the two")
    if standard.before and not standard.at_least:
        raise refuse("before", "counted back from an event the limit is called “at_least”; rename it")
    if standard.at_least and not standard.before:
        raise refuse("at_least", "“at_least” counts back from an event; add “before: …”, or write “within” instead")


def _met_somehow(standard: "Standard") -> None:
    needs = not standard.recorded_within and not standard.deadlines
    if needs and not standard.met_by:
        raise refuse("id", "this standard does not say what meets it; add for example “met_by: review.held”")
    if not needs and standard.met_by:
        by = "recorded_within" if standard.recorded_within else "deadlines"
        raise refuse("met_by", f"with “{by}” there is no “met_by” here; take it out")
    if any(one.same for events in (standard.after, standard.before) if events for one in events.named):
        raise refuse("after" if standard.after else "before", "“same” belongs to met_by; move it there")
    if standard.met_by and (standard.met_by.later_of or any(one.every_nth for one in standard.met_by.named)):
        raise refuse("met_by", "“later_of” and “every_nth” are for what it is counted from; take them out of met_by")


def _happens(standard: "Standard") -> None:
    if standard.every and standard.happens:
        raise refuse("happens", "“every” already says how often; take “happens” out")
    if standard.first and not standard.every:
        raise refuse("first", "“first” is the first of several gaps; add “every: …”, or write “within” instead")
    if standard.after and standard.after.later_of and standard.each_time:
        raise refuse("after", "“later_of” counts from two events once; write “happens: once”, and not “per: event”")
    if standard.before and standard.before.later_of:
        raise refuse("before", "“later_of” is for counting forwards; name one event to count back from")
    if standard.per == "event" and standard.happens == "once":
        raise refuse("happens", "per event means each time; take “happens” out, or write “per: family”")


def _hours(standard: "Standard") -> None:
    lengths = [length for _key, length in _lengths(standard)]
    if not any(length.in_hours for length in lengths):
        return
    if not all(length.in_hours for length in lengths):
        raise refuse("id", "hours and days are mixed in this standard; write all its lengths in hours, or none")
    if standard.day_one == "same" or standard.if_closed != "stay":
        key = "if_closed" if standard.if_closed != "stay" else "day_one"
        raise refuse(key, "hours run by the clock, day and night; take “day_one” and “if_closed” out")


def _targets(standard: "Standard") -> None:
    pairs = [("target", standard.target, standard.limit)]
    pairs += [("deadlines", one.target, one.within) for one in standard.deadlines]
    pairs += [("values", one.target, one.within or one.every) for one in standard.values]
    for key, target, limit in pairs:
        if target and limit and not standard.before and rough_days(target) > rough_days(limit) * 1.1:
            raise refuse(key, f"the target, {target}, is longer than the limit, {limit}; change the two about")
    if standard.target and (standard.checkpoints or standard.deadlines):
        raise refuse("target", "with several deadlines a target belongs to each one; move it there")


def _rising(standard: "Standard") -> None:
    if any(rough_days(one) >= rough_days(two) for one, two in pairwise(standard.checkpoints)):
        raise refuse("checkpoints", "the checkpoints do not grow; write the soonest first")
    ids = ((one.id, ("deadlines", number, "id")) for number, one in enumerate(standard.deadlines))
    refuse_twice("deadline", ids)


def _values(standard: "Standard") -> None:
    for number, values in enumerate(standard.values):
        given = [key for key in VALUES if getattr(values, key)]
        wrong = [key for key in given if not getattr(standard, key)]
        if wrong:
            raise refuse(
                ("values", number, wrong[0]),
                f"“{wrong[0]}” has another value here, but the standard itself has no “{wrong[0]}”; "
                "give it there too, for when no condition holds",
            )
        if not given and not values.target:
            raise refuse(("values", number), "these values change nothing; give the length that is different")


def _people(standard: "Standard") -> None:
    conditions = (*standard.only_while, *standard.suspended_while, *(values.when for values in standard.values))
    by_age = any(one.age_from is not None or one.age_under is not None for one in conditions)
    if standard.per in ("family", "agency") and by_age:
        raise refuse("per", f"an age is a person's, and this is per {standard.per}; write “per: child”")


def _lengths(standard: "Standard") -> Iterable[tuple[str, Length]]:
    for key in ("within", "every", "at_least", "recorded_within", "first", "target"):
        for part in (standard, *standard.values):
            if length := getattr(part, key):
                yield key, length
    yield from (("checkpoints", length) for length in standard.checkpoints)
    for deadline in standard.deadlines:
        yield "deadlines", deadline.within
        if deadline.target:
            yield "deadlines", deadline.target


def rough_days(length: Length) -> float:
    """About how many days, to tell a shorter from a longer length of different units."""
    return length.number * DAYS.get(length.unit, 7)


CHECKS: tuple[Callable[["Standard"], None], ...] = (
    _one_limit,
    _one_start,
    _met_somehow,
    _happens,
    _hours,
    _targets,
    _rising,
    _values,
    _people,
)
