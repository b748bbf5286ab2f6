"""The matrix as a list to choose from: levels, parts of life, signs; narrowed by words somebody looks for."""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from alongside.packs.format.pack import Pack
from alongside.packs.format.thresholds import Indicator, ThresholdRule
from alongside.packs.signs import find_signs
from alongside.packs.telling.rules import level_name
from alongside.packs.telling.words import capital


@dataclass(frozen=True)
class PartOfSigns:
    """One part of life at one level: how its signs are to be read, and the signs."""

    title: str
    rules: list[ThresholdRule]
    signs: list[Indicator]


@dataclass(frozen=True)
class LevelOfSigns:
    """One level; `open` when something in it is chosen or was looked for."""

    id: str
    name: str
    parts: list[PartOfSigns]
    open: bool


def levels_of_signs(pack: Pack, *, find: str, chosen: AbstractSet[str]) -> list[LevelOfSigns]:
    """Return the pack's matrix, lowest level first, leaving out what is empty.

    :param find: everyday words, as the threshold guide finds signs by them; none leaves everything
    :param chosen: ids of signs that are chosen, which always stay in the list
    """
    wanted = find.strip()
    every = pack.thresholds.indicators
    found = {sign.id for sign in (find_signs(every, wanted) if wanted else every)}
    shown = [sign for sign in every if sign.id in chosen or sign.id in found]
    levels = sorted(pack.levels, key=lambda level: level.number)
    levels_of = [_level(pack, level.id, shown, is_open=bool(wanted), chosen=chosen) for level in levels]
    return [level for level in levels_of if level.parts]


def _level(pack: Pack, id: str, shown: list[Indicator], *, is_open: bool, chosen: AbstractSet[str]) -> LevelOfSigns:
    signs = [sign for sign in shown if sign.level == id]
    parts = [
        PartOfSigns(domain.title, _rules(pack, id, domain.id), here)
        for domain in pack.thresholds.domains
        if (here := [sign for sign in signs if sign.domain == domain.id])
    ]
    return LevelOfSigns(id, capital(level_name(id, pack)), parts, is_open or any(one.id in chosen for one in signs))


def _rules(pack: Pack, level: str, domain: str) -> list[ThresholdRule]:
    return [rule for rule in pack.thresholds.rules if rule.level == level and rule.domain in (None, domain)]
