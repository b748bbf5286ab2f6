"""A later day that somebody approved, with a reason."""

from datetime import date
from typing import NamedTuple

from alongside.journey.standards.happenings import about
from alongside.journey.standards.history import Happening, History
from alongside.journey.standards.members import day_in
from alongside.journey.standards.occurrences import Occurrence
from alongside.journey.standards.rules import Rule
from alongside.journey.standards.subjects import Subject


class Extension(NamedTuple):
    """The day approved, why, and when it was approved."""

    until: date
    reason: str
    approved: date


def extensions(rule: Rule, runs: list[Occurrence], subject: Subject, history: History) -> dict[int, Extension]:
    """The extension of each run that has one, by its place in the list; the latest approved counts.

    The approval's data hold `until` and `reason`; without either it moves nothing. It is for the standard that its
    data name under `standard` (any, if none is named), and for the run it names under `occurrence`, else for the
    latest that was running when it was approved. One approval moves one deadline.
    """
    found: dict[int, Extension] = {}
    for approval in about(history, rule.extended_by, subject):
        data = approval.fact.data
        until, reason = day_in(data, "until"), str(data.get("reason") or "").strip()
        if until and reason and data.get("standard", rule.standard.id) == rule.standard.id and _step(rule, approval):
            number = _extended(rule, runs, approval)
            if number is not None:
                found[number] = Extension(until, reason, approval.day)
    return found


def _step(rule: Rule, approval: Happening) -> bool:
    return str(approval.fact.data.get("step", rule.step)).replace(" ", "-") == rule.step


def _extended(rule: Rule, runs: list[Occurrence], approval: Happening) -> int | None:
    named = approval.fact.data.get("occurrence")
    running = (
        number
        for number, run in enumerate(runs)
        if (named == run.key if named else _was_running(rule, run, approval.day))
    )
    numbers = list(running)
    if not numbers:
        return None
    return numbers[0] if rule.back else numbers[-1]


def _was_running(rule: Rule, run: Occurrence, day: date) -> bool:
    unmet = run.met is None or run.met.day >= day
    return unmet and (day <= run.day if rule.back else run.day <= day)
