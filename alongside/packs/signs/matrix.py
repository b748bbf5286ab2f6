"""The threshold matrix as a table: a row for each part of life, a column for each level."""

from dataclasses import dataclass

from alongside.packs.format.contacts import Contact
from alongside.packs.format.pack import Pack
from alongside.packs.format.thresholds import Domain, Indicator, LevelOfNeed, ThresholdRule
from alongside.packs.telling.rules import level_name
from alongside.packs.telling.words import capital


@dataclass(frozen=True)
class MatrixLevel:
    """A column: the level's name, what the matrix says of it, and whom to call."""

    id: str
    name: str
    need: LevelOfNeed | None
    contacts: list[Contact]
    rules: list[tuple[ThresholdRule, str]]


@dataclass(frozen=True)
class Matrix:
    """Levels that have signs, parts of life, and the signs in each cell by (domain id, level id)."""

    levels: list[MatrixLevel]
    domains: list[Domain]
    cells: dict[tuple[str, str], list[Indicator]]
    signs: int


def matrix_of(pack: Pack) -> Matrix:
    """Return the matrix of a pack; without signs, rules or levels of need it has no columns."""
    matrix = pack.thresholds
    cells: dict[tuple[str, str], list[Indicator]] = {}
    for sign in matrix.indicators:
        cells.setdefault((sign.domain, sign.level), []).append(sign)
    used = {sign.level for sign in matrix.indicators} | {need.level for need in matrix.levels_of_need}
    levels = sorted((level for level in pack.levels if level.id in used), key=lambda level: level.number)
    return Matrix([_level(one.id, pack) for one in levels], matrix.domains, cells, len(matrix.indicators))


def _level(id: str, pack: Pack) -> MatrixLevel:
    need = next((one for one in pack.thresholds.levels_of_need if one.level == id), None)
    contacts = {contact.id: contact for contact in pack.contacts}
    parts = {domain.id: domain.title for domain in pack.thresholds.domains}
    return MatrixLevel(
        id=id,
        name=capital(level_name(id, pack)),
        need=need,
        contacts=[contacts[one] for one in need.contacts if one in contacts] if need else [],
        rules=[(rule, parts.get(rule.domain or "", "")) for rule in pack.thresholds.rules if rule.level == id],
    )
