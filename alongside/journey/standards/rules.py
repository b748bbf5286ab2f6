"""Standards made ready to be evaluated: once for each pack and calendar, then used for every family."""

from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from datetime import timedelta
from itertools import count
from typing import Any, Literal, NamedTuple

from alongside.packs.format.standard_conditions import Condition, Values
from alongside.packs.format.standard_events import Event, Events
from alongside.packs.format.standards import Deadline, Standard
from alongside.packs.telling.words import gap, inside_a_sentence, span
from alongside.working_time import Length, WorkingCalendar

REMEMBERED = 32  # packs in use at once, old versions included


class EventRule(NamedTuple):
    """Which facts an event of a pack means. `number` tells it from every other one."""

    number: int
    name: str
    where: tuple[tuple[str, frozenset[str]], ...]
    date_in: str | None
    every_nth: int | None
    same: tuple[str, ...]
    words: str | None


class ConditionRule(NamedTuple):
    """A condition of a pack; `number` tells it from every other one."""

    number: int
    since: tuple[EventRule, ...]
    until: tuple[EventRule, ...]
    levels: frozenset[str] | None
    age_from: int | None
    age_under: int | None
    where: tuple[tuple[str, frozenset[str]], ...] = ()


class Lengths(NamedTuple):
    """The lengths of a rule, and how each is counted from a day, or for hours from a moment."""

    limit: Length
    target: Length | None
    first: Length | None
    to_limit: Callable[[Any], Any]
    to_target: Callable[[Any], Any] | None
    to_first: Callable[[Any], Any] | None
    said: str  # "is due within 6 weeks (calendar)"
    said_again: str


class Rule(NamedTuple):
    """One deadline of a standard. A standard with several is made into several rules."""

    standard: Standard
    step: str
    title: str
    owner: str
    starts: tuple[EventRule, ...]
    later_of: bool
    back: bool
    kind: str  # once, each or every
    met_by: tuple[EventRule, ...]
    nth_meeting: int
    lengths: Lengths
    values: tuple[tuple[ConditionRule, Lengths], ...]
    spells: tuple[ConditionRule, ...]
    states: tuple[ConditionRule, ...]
    suspensions: tuple[ConditionRule, ...]
    extended_by: tuple[EventRule, ...]
    calendar: WorkingCalendar
    in_hours: bool
    dated_by_data: bool
    always_alike: bool  # its lengths change with nothing
    roll: Callable[[Any], Any] | None  # moves a deadline off a closed day, where a suspension may move it first
    title_inside: str
    words: Mapping[str, str]
    source: str


_remembered: "OrderedDict[tuple[int, ...], tuple[Any, tuple[Rule, ...]]]" = OrderedDict()
_numbers = count()


def rules_of(standards: Sequence[Standard], calendar: WorkingCalendar) -> tuple[Rule, ...]:
    """The rules of these standards under this calendar, made on first use and remembered.

    Standards never change once read, so they are known again by being the same objects; they are kept alive with
    their rules so that no other object can take their place in memory.
    """
    key = (id(calendar), *map(id, standards))
    found = _remembered.get(key)
    if found is None:
        made = tuple(rule for standard in standards for rule in _rules(standard, calendar))
        found = _remembered[key] = ((tuple(standards), calendar), made)
        while len(_remembered) > REMEMBERED:
            _remembered.popitem(last=False)
    return found[1]


def _rules(standard: Standard, calendar: WorkingCalendar) -> list[Rule]:
    rule = _rule(standard, calendar)
    if standard.checkpoints:
        return [
            rule._replace(
                step=str(length).replace(" ", "-"),
                nth_meeting=number,
                lengths=_lengths(standard, calendar, length, None, None),
            )
            for number, length in enumerate(standard.checkpoints)
        ]
    if standard.deadlines:
        return [_deadline(rule, one, calendar) for one in standard.deadlines]
    return [rule]


def _rule(standard: Standard, calendar: WorkingCalendar) -> Rule:
    start = standard.after or standard.before or Events(any_of=[])
    limit = standard.limit or (standard.checkpoints or [one.within for one in standard.deadlines])[0]
    whiles = [_condition(one) for one in standard.only_while]
    return Rule(
        standard=standard,
        step="",
        title=standard.title,
        owner=standard.owner,
        starts=_events(start),
        later_of=bool(start.later_of),
        back=standard.before is not None,
        kind="every" if standard.every else "each" if standard.each_time else "once",
        met_by=_events(standard.met_by),
        nth_meeting=0,
        lengths=_lengths(standard, calendar, limit, standard.target, standard.first),
        values=tuple((_condition(one.when), _values(standard, calendar, one)) for one in standard.values),
        spells=tuple(one for one in whiles if one.since or one.until),
        states=tuple(one for one in whiles if not (one.since or one.until)),
        suspensions=tuple(_condition(one) for one in standard.suspended_while),
        extended_by=_events(standard.extended_by),
        calendar=calendar,
        in_hours=limit.in_hours,
        dated_by_data=any(event.date_in for event in start.named),
        always_alike=not (standard.values or standard.suspended_while or standard.first),
        roll=_roll(standard, calendar),
        title_inside=inside_a_sentence(standard.title),
        words=_words(start, standard.met_by),
        source=f"{standard.source.document}, {standard.source.passage}",
    )


def _deadline(rule: Rule, one: Deadline, calendar: WorkingCalendar) -> Rule:
    return rule._replace(
        step=one.id,
        title=one.title,
        title_inside=inside_a_sentence(one.title),
        owner=one.owner or rule.owner,
        met_by=_events(one.met_by),
        lengths=_lengths(rule.standard, calendar, one.within, one.target, None),
    )


def _values(standard: Standard, calendar: WorkingCalendar, values: Values) -> Lengths:
    own = values.within or values.every or values.at_least or values.recorded_within
    limit = own or standard.limit
    assert limit
    # A target belongs to its limit: another limit does not keep the standard's own target. The first gap is its own.
    target = values.target or (None if own else standard.target)
    return _lengths(standard, calendar, limit, target, values.first or standard.first)


def _lengths(
    standard: Standard, calendar: WorkingCalendar, limit: Length, target: Length | None, first: Length | None
) -> Lengths:
    def counted(length: Length) -> Callable[[Any], Any]:
        if length.in_hours:
            hours = timedelta(hours=-length.number if standard.before else length.number)
            return lambda moment: moment + hours
        direction: Literal["after", "before"] = "before" if standard.before else "after"
        if_closed = "stay" if standard.suspended_while else standard.if_closed
        return length.reckoner(calendar, direction, standard.day_one, if_closed)

    to_target, to_first = counted(target) if target else None, counted(first) if first else None
    again = span(target, limit, back=standard.before is not None)
    said = f"{span(None, first, back=False)}, and {gap(limit)} after that" if first else again
    return Lengths(limit, target, first, counted(limit), to_target, to_first, f"is due {said}", f"is due again {again}")


def _roll(standard: Standard, calendar: WorkingCalendar) -> Callable[[Any], Any] | None:
    if standard.if_closed == "stay" or not standard.suspended_while:
        return None
    return calendar.next_working_day if standard.if_closed == "next" else calendar.previous_working_day


def _events(events: Events | None) -> tuple[EventRule, ...]:
    return tuple(_event(one) for one in events.named) if events else ()


def _words(*several: Events | None) -> Mapping[str, str]:
    named = [event for events in several if events for event in events.named]
    return {event.event: event.words for event in reversed(named) if event.words}


def _event(event: Event) -> EventRule:
    return EventRule(
        next(_numbers), event.event, _where(event.where), event.date_in, event.every_nth, tuple(event.same), event.words
    )


def _where(where: dict[str, list[str]]) -> tuple[tuple[str, frozenset[str]], ...]:
    return tuple((key, frozenset(values)) for key, values in where.items())


def _condition(one: Condition) -> ConditionRule:
    return ConditionRule(
        number=next(_numbers),
        since=_events(one.since),
        until=_events(one.until),
        levels=frozenset(one.level) if one.level else None,
        age_from=one.age_from,
        age_under=one.age_under,
        where=_where(getattr(one, "where", {})),
    )
