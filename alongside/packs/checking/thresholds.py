"""What the threshold matrix refers to, and whether a rule that asks something can be answered."""

from collections.abc import Iterator
from typing import Any

from alongside.packs.checking.known import Known
from alongside.packs.checking.parts import Located
from alongside.packs.format.thresholds import ThresholdRule
from alongside.packs.problems import Problem


def check_thresholds(part: Located, everything: Known) -> Iterator[Problem]:
    """Yield what is wrong with a rule for reading the signs, a sign, or a kind of help."""
    lists: dict[str, tuple[tuple[str, str], ...]] = {
        "rules": (("level", "levels"), ("domain", "domains"), ("otherwise", "levels")),
        "indicators": (("level", "levels"), ("domain", "domains"), ("helped_by", "kinds_of_help")),
        "kinds_of_help": (("toolkits", "toolkits"),),
    }
    for key, table in lists[part.kind]:
        yield from _looked_up(getattr(part.item, key), table, part, key, everything)
    if part.kind == "rules":
        yield from _answerable(part.item, part)


def _looked_up(value: Any, table: str, part: Located, key: str, everything: Known) -> Iterator[Problem]:
    if isinstance(value, list):
        for n, one in enumerate(value):
            yield from everything.look_up(table, one, part, key, n)
    else:
        yield from everything.look_up(table, value, part, key)


def _answerable(rule: ThresholdRule, part: Located) -> Iterator[Problem]:
    if bool(rule.asks) != bool(rule.answers):
        yield part.problem(
            "a rule asks something and has no answers, or has answers and asks nothing",
            "Write both “asks” and “answers”, or neither",
            "asks" if rule.asks else "answers",
        )
    elif rule.asks and {answer.counts for answer in rule.answers} != {True, False}:
        yield part.problem(
            "every answer to this rule counts the same, so asking makes no difference",
            "Give at least one answer with “counts: true” and one with “counts: false”",
            "answers",
        )
