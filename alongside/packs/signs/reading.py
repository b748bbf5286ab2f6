"""What chosen signs add up to: level by level and part by part, with the reasons. It explains; people decide."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from alongside.packs.format.pack import Pack
from alongside.packs.format.pack_file import Level
from alongside.packs.format.thresholds import Domain, Indicator, RuleAnswer, ThresholdRule
from alongside.packs.telling.words import listed

Answers = Mapping[str, str]  # of a rule's id, which answer was given


@dataclass(frozen=True)
class PartRead:
    """The signs of one part of life at one level, what they rest on, and where they are read.

    `counted_at` is the level they are read at; `rule` is what they rest on, and `answer` what was said to it.
    """

    domain: Domain
    signs: tuple[Indicator, ...]
    counted_at: Level
    rule: ThresholdRule | None = None
    answer: RuleAnswer | None = None

    @property
    def is_open(self) -> bool:
        """Whether what they rest on was not answered yet."""
        return self.rule is not None and self.answer is None

    @property
    def counts(self) -> bool:
        """Whether they count where the matrix has them; what is not answered counts, to be on the safe side."""
        return self.answer is None or self.answer.counts


@dataclass(frozen=True)
class LevelRead:
    """The chosen signs that stand at one level."""

    level: Level
    parts: tuple[PartRead, ...]

    @property
    def number(self) -> int:
        """How many signs were chosen here."""
        return sum(len(part.signs) for part in self.parts)


@dataclass(frozen=True)
class Reading:
    """What the guide reads. `level` is None when nothing was chosen.

    `at_least` is lower than `level` while a question is open on which the level rests.
    """

    level: Level | None
    at_least: Level | None
    levels: tuple[LevelRead, ...]
    reasons: tuple[str, ...]
    asks: tuple[ThresholdRule, ...]

    @property
    def in_words(self) -> str:
        """Return "level 3", "level 2 or 3", or that nothing was chosen."""
        if self.level is None or self.at_least is None:
            return "no level"
        if self.at_least.number < self.level.number:
            return f"level {self.at_least.number} or {self.level.number}"
        return f"level {self.level.number}"


def read(pack: Pack, signs: Iterable[str], answers: Answers | None = None) -> Reading:
    """Return what the signs of one child add up to: the highest level at which one of them counts.

    Where the matrix rests on a question (such as “continuing despite help at level 2”) the answer decides whether the
    signs count at their own level or at a lower one. Unanswered, they count, and the reading says what it rests on.

    :param signs: ids of signs; what this pack does not have is passed over
    :param answers: by the id of a rule, the id of the answer given
    """
    chosen, said = set(signs), answers or {}
    levels = sorted(pack.levels, key=lambda level: -level.number)
    found = [LevelRead(level, tuple(_parts(pack, level, chosen, said))) for level in levels]
    kept = tuple(one for one in found if one.parts)
    parts = [part for one in kept for part in one.parts]
    level = max((part.counted_at for part in parts), key=_number, default=None)
    at_least = max((_at_least(part, pack) for part in parts), key=_number, default=None)
    asks = tuple(dict.fromkeys(part.rule.id for part in parts if part.rule))
    rules = tuple(rule for rule in pack.thresholds.rules if rule.id in asks)
    return Reading(level, at_least, kept, tuple(_reasons(kept, level)), rules)


def read_together(readings: Iterable[Reading]) -> Reading | None:
    """Return the reading of several children that weighs most, which is the family's; None when nothing was chosen."""
    with_level = [one for one in readings if one.level]
    return max(with_level, key=lambda one: (_number(one.level), _number(one.at_least)), default=None)


def differs(reading: Reading | None, decided: Level) -> str:
    """Return how a decision stands to what the guide reads: "higher", "lower", or "" when it is within it."""
    if reading is None or reading.level is None or reading.at_least is None:
        return ""
    if decided.number > reading.level.number:
        return "higher"
    return "lower" if decided.number < reading.at_least.number else ""


def rule_of(pack: Pack, sign: Indicator) -> ThresholdRule | None:
    """Return the rule with a question that a sign rests on, if there is one."""
    fitting = (one for one in pack.thresholds.rules if one.level == sign.level and one.domain in (None, sign.domain))
    return next((one for one in fitting if one.asks), None)


def _parts(pack: Pack, level: Level, chosen: set[str], said: Answers) -> Iterable[PartRead]:
    for domain in pack.thresholds.domains:
        at = (level.id, domain.id)
        here = [one for one in pack.thresholds.indicators if one.id in chosen and (one.level, one.domain) == at]
        if here:
            rule = rule_of(pack, here[0])
            answer = next((one for one in rule.answers if one.id == said.get(rule.id)), None) if rule else None
            elsewhere = pack.level(rule.otherwise) if rule and rule.otherwise else level
            counts = answer is None or answer.counts
            yield PartRead(domain, tuple(here), level if counts else elsewhere, rule, answer)


def _at_least(part: PartRead, pack: Pack) -> Level:
    return pack.level(part.rule.otherwise) if part.is_open and part.rule and part.rule.otherwise else part.counted_at


def _number(level: Level | None) -> int:
    return level.number if level else -1


def _reasons(levels: tuple[LevelRead, ...], reached: Level | None) -> Iterable[str]:
    """Say what makes the level what it is: each part that counts there, then each that does not count where it is."""
    for part in (part for one in levels for part in one.parts):
        if part.counted_at == reached and part.counts:
            yield f"{_counted(part)} {_stand(part)} at level {part.counted_at.number}{_because(part)}"
    for one in levels:
        for part in one.parts:
            if not part.counts and part.rule:
                yield f"{_counted(part)} {_stand(part)} at level {one.level.number}. {_not_counted(part, part.rule)}"


def _not_counted(part: PartRead, rule: ThresholdRule) -> str:
    read_at = f"You said “{_said(part)}”, so the guide reads this at level {part.counted_at.number}."
    return f"{read_at} {rule.says_otherwise}" if rule.says_otherwise else read_at


def _because(part: PartRead) -> str:
    if part.is_open and part.rule and part.rule.asks:
        return f". It rests on a question that is still open: {part.rule.asks}"
    return f", and “{_said(part)}”." if part.rule else "."


def _said(part: PartRead) -> str:
    return part.answer.label if part.answer else ""


def _stand(part: PartRead) -> str:
    return "stands" if len(part.signs) == 1 else "stand"


def _counted(part: PartRead) -> str:
    return f"{part.domain.title}: {listed(f'“{sign.label}”' for sign in part.signs)}"
