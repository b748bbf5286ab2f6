"""What the threshold guide reads from the signs last chosen for a family's children, beside what people decide."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from alongside.packs.format.pack import Pack
from alongside.packs.format.pack_file import Level
from alongside.packs.signs import Reading, differs, read, read_together
from alongside.story.queries.signs import Chosen, signs_of


@dataclass(frozen=True)
class GuideRead:
    """What the guide reads for the family (of the child who weighs most), and the last day signs were chosen for."""

    reading: Reading
    chosen_on: date
    chosen: tuple[Chosen, ...]

    @property
    def records(self) -> list[tuple[int, str]]:
        """Return the records that the signs were chosen in, by id and title, each once."""
        return list(dict.fromkeys((one.entry_id, one.title) for one in self.chosen if one.entry_id))


def guide_read(family_id: int, pack: Pack, *, until: date | None = None) -> GuideRead | None:
    """Return what the guide reads for a family, None when no signs were chosen; one query.

    :param until: the last London day that counts, all when left out
    """
    chosen = tuple(signs_of(family_id, until=until).values())
    reading = read_together(read(pack, one.signs, one.answers) for one in chosen)
    return GuideRead(reading, max(one.day for one in chosen), chosen) if reading else None


def beside(decided: Level, found: GuideRead | None) -> dict[str, Any]:
    """Return what is kept with a decision: what the guide read then, and how the decision stands to it; plain JSON."""
    if found is None:
        return {}
    return {
        "reads": found.reading.in_words,
        "differs": differs(found.reading, decided),
        "reasons": list(found.reading.reasons),
        "chosen_on": found.chosen_on.isoformat(),
    }
