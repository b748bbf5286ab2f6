"""A standard's rule as sentences that a practitioner reads; the same for the Practice page and for what changed."""

from alongside.packs.format.pack import Pack
from alongside.packs.format.standard_conditions import Condition, Values, When
from alongside.packs.format.standard_events import Event, Events
from alongside.packs.format.standards import Standard
from alongside.packs.telling.words import capital, gap, happened, in_words, listed, plain, span
from alongside.working_time import Length

NTH = {2: "second", 3: "third", 4: "fourth", 5: "fifth", 6: "sixth", 7: "seventh", 8: "eighth", 9: "ninth", 10: "tenth"}
PER = {"family": "", "event": "", "agency": "For each agency. ", "person": "For each person. "}
IF_CLOSED = {
    "next": "A day that is not worked moves it to the next working day.",
    "previous": "A day that is not worked moves it to the working day before.",
}


def rule_in_words(standard: Standard, pack: Pack) -> list[str]:
    """Return what a standard asks, sentence by sentence: by when first, then what else bears on it.

    :param pack: the pack it stands in, for the names of levels and roles
    """
    per = PER.get(standard.per, f"For each {plain(standard.per)}. ")
    sentences = [f"{per}{sentence}" if not n else sentence for n, sentence in enumerate(_by_when(standard, pack))]
    sentences += [_other_lengths(values, standard, pack) for values in standard.values]
    if standard.met_by:
        sentences.append(f"Met when {_events(standard.met_by)}{_same(standard.met_by)}.")
    if standard.only_while:
        only = listed(_condition(one, pack) for one in standard.only_while)
        sentences.append(f"Asked only {only}.")
    if standard.suspended_while:
        still = listed(_condition(one, pack) for one in standard.suspended_while)
        then = "goes on" if standard.on_resuming == "go on" else "starts again from nothing"
        sentences.append(f"The clock stands still {still}; after that it {then}.")
    if standard.extended_by:
        sentences.append(f"A later day may be approved, with a reason: {_events(standard.extended_by)}.")
    if standard.day_one == "same":
        sentences.append("The day it is counted from is itself day one.")
    return [*sentences, *([IF_CLOSED[standard.if_closed]] if standard.if_closed in IF_CLOSED else [])]


def level_name(id: str, pack: Pack) -> str:
    """Return "level 3" for a level of the pack, and the id itself where the pack has no such level."""
    return next((f"level {level.number}" for level in pack.levels if level.id == id), id)


def role_name(id: str, pack: Pack) -> str:
    """Return a role's title in the pack, and the id in plain words where the pack does not name it."""
    return next((role.title for role in pack.roles if role.id == id), capital(plain(id)))


def _by_when(standard: Standard, pack: Pack) -> list[str]:
    again = ", each time" if standard.each_time else ""
    start = _start(standard)
    if standard.deadlines:
        return [
            f"{one.title}: {_after(span(one.target, one.within, back=False), start)}{again}, "
            f"met when {_events(one.met_by)}"
            + (f"; this one is for the {role_name(one.owner, pack).lower()}." if one.owner else ".")
            for one in standard.deadlines
        ]
    if standard.checkpoints:
        lengths = listed(in_words(length) for length in standard.checkpoints)
        return [f"Within {lengths} after {start}{again}, each met by the next time it is done."]
    if standard.every:
        return [f"{_how_often(standard, standard.every, start)}."]
    if standard.recorded_within:
        limit = span(standard.target, standard.recorded_within, back=False)
        return [f"Written down {_after(limit, start)}{again}."]
    if standard.at_least is not None:
        return [f"{_back(standard.target, standard.at_least, start)}{again}."]
    limit = span(standard.target, standard.within, back=False) if standard.within else ""
    return [f"{capital(_after(limit, start))}{again}."]


def _how_often(standard: Standard, every: Length, start: str) -> str:
    often = f"{gap(every, standard.target)}"
    if standard.first:
        first = _after(span(None, standard.first, back=False), start)
        return f"The first time {first}; from then on {often}, counted from the last time"
    return f"{capital(often)} from when {start}, counted from the last time"


def _back(target: Length | None, limit: Length, start: str) -> str:
    if not limit.number:
        return f"No later than the day when {start}"
    return f"{capital(span(target, limit, back=True))} {start}"


def _after(limit: str, start: str) -> str:
    return f"on the same day as {start}" if limit == "the same day" else f"{limit} after {start}"


def _start(standard: Standard) -> str:
    events = standard.after or standard.before
    return _events(events) if events else ""


def _events(events: Events) -> str:
    if events.later_of:
        return f"{listed(_event(event) for event in events.later_of)}, whichever comes later"
    return listed((_event(event) for event in events.any_of), "or")


def _event(event: Event) -> str:
    words = event.words or happened(event.event) + _where(event.where)
    if event.date_in:
        words += f" (the day that it gives as “{plain(event.date_in)}”)"
    if event.every_nth:
        words = f"every {NTH.get(event.every_nth, f'{event.every_nth}th')} time that {words}"
    return words


def _where(where: dict[str, list[str]]) -> str:
    said = [f"{plain(key)} {listed((plain(value) for value in values), 'or')}" for key, values in where.items()]
    return f" ({listed(said)})" if said else ""


def _same(events: Events) -> str:
    same = sorted({key for event in events.named for key in event.same})
    return f", with the same {listed(plain(key) for key in same)}" if same else ""


def _condition(condition: Condition, pack: Pack) -> str:
    said = [_time(condition)] if condition.since or condition.until else []
    if condition.level:
        said.append(f"at {listed((level_name(level, pack) for level in condition.level), 'or')}")
    if condition.age_from is not None:
        said.append(f"from the age of {condition.age_from}")
    if condition.age_under is not None:
        said.append(f"below the age of {condition.age_under}")
    if isinstance(condition, When) and condition.where:
        said.append(f"where it says {_where(condition.where).strip(' ()')}")
    return ", ".join(said)


def _time(condition: Condition) -> str:
    since = f"from when {_events(condition.since)}" if condition.since else ""
    until = f"until {_events(condition.until)}" if condition.until else "on"
    return f"{since} {until}".strip()


def _other_lengths(values: Values, standard: Standard, pack: Pack) -> str:
    said = []
    if values.first:
        said.append(f"the first time {span(None, values.first, back=False)}")
    if values.every:
        said.append(gap(values.every, values.target))
    limit = values.within or values.recorded_within or values.at_least
    if limit:
        said.append(span(values.target, limit, back=bool(standard.before)))
    elif values.target and not values.every:
        said.append(f"better {in_words(values.target)}")
    return f"{capital(_condition(values.when, pack))}: {listed(said)}."
