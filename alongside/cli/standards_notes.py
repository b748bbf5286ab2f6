"""What looks like a slip of the pen in a history that a pack's standards are tried on."""

from collections.abc import Iterable, Iterator

from alongside.journey.standards import Fact
from alongside.journey.standards import facts as built_in
from alongside.journey.standards.members import day_in
from alongside.journey.standards.wording import shown
from alongside.packs.checking.keys import did_you_mean
from alongside.packs.checking.standard_sense import IN_A_FAMILY
from alongside.packs.format.pack import Pack
from alongside.packs.format.standard_events import Event, Events
from alongside.working_time import london_day

OWN = {value for name, value in vars(built_in).items() if name.isupper()}


def notes(pack: Pack, facts: Iterable[Fact]) -> list[str]:
    """What changes nothing in what is due although it looks as if it should, each in a sentence."""
    told = sorted(facts, key=lambda fact: fact.id)
    return list(dict.fromkeys([*_events(pack, told), *_levels(pack, told), *_roles(told), *_data(pack, told)]))


def _events(pack: Pack, facts: list[Fact]) -> Iterator[str]:
    known = {name for standard in pack.standards for name in standard.events}
    for name in sorted({fact.name for fact in facts} - known - OWN):
        yield f"no standard of this pack looks at “{name}”. {did_you_mean(name, sorted(known))}"


def _levels(pack: Pack, facts: list[Fact]) -> Iterator[str]:
    levels = [level.id for level in pack.levels]
    for fact in facts:
        level = fact.data.get("level")
        if fact.name == built_in.LEVEL_DECIDED and level is None:
            yield f"{_named(fact)} decides no level. Give it in its data: {{level: {', '.join(levels[-1:]) or 'id'}}}"
        elif fact.name == built_in.LEVEL_DECIDED and levels and str(level) not in levels:
            yield f"this pack has no level “{level}”. {did_you_mean(level, levels)}"


def _roles(facts: list[Fact]) -> Iterator[str]:
    for fact in facts:
        role = fact.data.get("role")
        if fact.name == built_in.PERSON_JOINED and role is not None and role not in IN_A_FAMILY:
            yield f"nobody in a family is “{role}”, so no standard is about them. {did_you_mean(role, IN_A_FAMILY)}"


def _data(pack: Pack, facts: list[Fact]) -> Iterator[str]:
    """Data that a standard counts from or is extended by, and that the event does not hold."""
    extending = {one.event for standard in pack.standards for one in _named_in(standard.extended_by)}
    dated = {(one.event, one.date_in) for standard in pack.standards for one in _counted_from(standard.after)}
    dated |= {(one.event, one.date_in) for standard in pack.standards for one in _counted_from(standard.before)}
    for fact in facts:
        if fact.name in extending and not (day_in(fact.data, "until") and str(fact.data.get("reason") or "").strip()):
            yield f"{_named(fact)} extends nothing. Give in its data both until, a day, and a reason"
        for name, key in sorted(dated):
            if fact.name == name and key and day_in(fact.data, key) is None:
                yield f"{_named(fact)} has no day under “{key}” in its data, so nothing is counted from it"


def _named_in(events: Events | None) -> list[Event]:
    return events.named if events else []


def _counted_from(events: Events | None) -> list[Event]:
    return [one for one in _named_in(events) if one.date_in]


def _named(fact: Fact) -> str:
    return f"“{fact.name}” of {shown(london_day(fact.happened))}"
