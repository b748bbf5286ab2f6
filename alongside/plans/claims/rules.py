"""Whether a family's progress may be claimed for, and what is missing. Pure: from plain facts and the pack's rules."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from alongside.design.words import day
from alongside.packs.format.claims import Claim
from alongside.working_time import WorkingCalendar, deadline

Standing = Literal["claimed", "ready", "held-back", "holding", "not-reached", "not-shown", "nothing"]


@dataclass(frozen=True)
class Shown:
    """How an outcome stands, as told last: whether it is reached and since when, and whether something shows it."""

    reached: bool
    since: date | None
    is_shown: bool
    now: str = ""


@dataclass(frozen=True)
class OnRecord:
    """What stands on a family's record that a claim may rest on. `counts` are facts since support opened, by name."""

    needs: Sequence[str] = ()
    led: bool = False
    counts: Mapping[str, int] = field(default_factory=dict)
    shown: Mapping[str, Shown] = field(default_factory=dict)
    claimed: Mapping[str, date] = field(default_factory=dict)


@dataclass(frozen=True)
class Check:
    """One thing that a claim asks for: whether it is there, how it stands, and the form that records it."""

    id: str
    title: str
    met: bool
    says: str
    form: str = ""


@dataclass(frozen=True)
class OutcomeStanding:
    """How one outcome stands with regard to a claim, and why."""

    outcome: str
    standing: Standing
    says: str


def checks(claim: Claim, record: OnRecord) -> list[Check]:
    """Return everything that has to stand on the record before any outcome may be claimed for."""
    found = [_needs(claim, record)]
    if claim.lead_practitioner:
        says = "Somebody leads, or has led, the support." if record.led else "Nobody leads the support yet."
        found.append(Check("lead-practitioner", "A lead practitioner", record.led, says))
    for one in claim.records:
        number = record.counts.get(one.fact, 0)
        says = f"{number} on the record, of {one.at_least} asked for."
        found.append(Check(one.id, one.title, number >= one.at_least, says, one.form or ""))
    return [*found, _evidence(record)]


def outcomes(claim: Claim, record: OnRecord, *, today: date, calendar: WorkingCalendar) -> list[OutcomeStanding]:
    """Return how each need's outcome stands: claimed already, ready, or what it waits for."""
    complete = all(check.met for check in checks(claim, record))
    names = [*record.needs, *(one for one in record.claimed if one not in record.needs)]
    return [_outcome(claim, record, one, complete=complete, today=today, calendar=calendar) for one in names]


def holds_until(claim: Claim, since: date, calendar: WorkingCalendar) -> date:
    """Return the London day on which an outcome has held for as long as the pack asks."""
    return deadline(since, claim.sustained, calendar)


def _needs(claim: Claim, record: OnRecord) -> Check:
    number = len(record.needs)
    says = f"{number} identified, of {claim.needs_at_least} asked for."
    return Check("needs", "Needs identified at the start", number >= claim.needs_at_least, says)


def _evidence(record: OnRecord) -> Check:
    missing = [one for one in record.needs if not (one in record.shown and record.shown[one].is_shown)]
    says = f"{len(record.needs) - len(missing)} of {len(record.needs)} needs have evidence."
    return Check("evidence", "Evidence for each need", bool(record.needs) and not missing, says)


def _outcome(
    claim: Claim, record: OnRecord, outcome: str, *, complete: bool, today: date, calendar: WorkingCalendar
) -> OutcomeStanding:
    shown = record.shown.get(outcome)
    if outcome in record.claimed:
        return OutcomeStanding(outcome, "claimed", f"Claimed on {day(record.claimed[outcome])}.")
    if shown is None:
        return OutcomeStanding(outcome, "nothing", "Nothing says yet how this is now.")
    if not shown.is_shown:
        return OutcomeStanding(outcome, "not-shown", "Neither words nor a document show it yet.")
    if not shown.reached or shown.since is None:
        return OutcomeStanding(outcome, "not-reached", "Not reached, as told last.")
    until = holds_until(claim, shown.since, calendar)
    if today < until:
        says = f"Reached on {day(shown.since)}; it has to hold until {day(until)}."
        return OutcomeStanding(outcome, "holding", says)
    says = f"Reached on {day(shown.since)}, and it has held for {claim.sustained}."
    if not complete:
        return OutcomeStanding(outcome, "held-back", f"{says} Something else is missing.")
    return OutcomeStanding(outcome, "ready", says)
