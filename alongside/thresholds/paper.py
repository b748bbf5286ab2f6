"""The guide as one PDF, to print and to pin up: made once for each version of the practice pack."""

from collections.abc import Iterator

from alongside.packs.format.pack import Pack
from alongside.packs.models import PackVersion
from alongside.packs.signs.matrix import Matrix, MatrixLevel, matrix_of
from alongside.packs.telling.contacts import when_reached
from alongside.story.blocks import Block, Listing, ShownEntry, ShownQuestion, ShownSection, Words
from alongside.story.pdf import as_pdf

_kept: dict[str, bytes] = {}


def guide_on_paper(version: PackVersion) -> bytes:
    """Return the guide of a version as PDF. A version never changes, so the one in force is drawn once and kept."""
    if version.digest not in _kept:
        drawn = as_pdf(shown_guide(version.pack))
        _kept.clear()
        _kept[version.digest] = drawn
    return _kept[version.digest]


def shown_guide(pack: Pack) -> ShownEntry:
    """Return the guide as blocks: danger first, then level by level what it means, whom to turn to, and the signs."""
    matrix = matrix_of(pack)
    sections = (_danger(pack), *(_level(level, matrix) for level in matrix.levels))
    return ShownEntry(
        title="Threshold guide", facts=(("From", f"{pack.title}, version {pack.version}"),), sections=sections,
        source="", state="", foot="",
    )  # fmt: skip


def _danger(pack: Pack) -> ShownSection:
    numbers = tuple(
        (f"{one.name}: {one.number}", ". ".join([one.use_when, *when_reached(one)]))
        for one in pack.contacts
        if "child" in one.for_danger_to
    )
    words = pack.danger.text if pack.danger else "If a child is in danger now, call 999."
    return ShownSection("In danger now? Call 999", (ShownQuestion(words, blocks=(Listing(numbers),)),))


def _level(level: MatrixLevel, matrix: Matrix) -> ShownSection:
    title = f"{level.name}: {level.need.title}" if level.need else level.name
    return ShownSection(title, tuple(_told(level)) + tuple(_signs(level, matrix)))


def _told(level: MatrixLevel) -> Iterator[ShownQuestion]:
    if level.need:
        told: tuple[Block, ...] = (Words(level.need.means),)
        yield ShownQuestion("What need looks like", blocks=told)
        yield ShownQuestion("Assessment", blocks=(Words(level.need.assessment),))
        numbers = tuple((f"{one.name}: {one.number}", ". ".join(when_reached(one))) for one in level.contacts)
        yield ShownQuestion("Whom to turn to", blocks=(Words(level.need.contact_route), Listing(numbers)))


def _signs(level: MatrixLevel, matrix: Matrix) -> Iterator[ShownQuestion]:
    for domain in matrix.domains:
        signs = matrix.cells.get((domain.id, level.id), [])
        rules = [rule.says for rule, _ in level.rules if rule.domain in (None, domain.id)]
        if signs:
            read: tuple[Block, ...] = tuple(Words(says) for says in rules)
            yield ShownQuestion(domain.title, blocks=(*read, Listing(tuple((sign.label, "") for sign in signs))))
