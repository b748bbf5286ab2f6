"""The parts of a long record as a list that fills: which are complete, and what each still needs."""

from collections.abc import Iterable
from dataclasses import dataclass

from alongside.story.asking import AskedSection
from alongside.story.queries.entries import Filled
from alongside.story.readiness import Lack

# Where the pack's long records stand; a note needs no list of its parts.
LONG, FEWEST = ("assessment",), 3


@dataclass(frozen=True)
class PartOfRecord:
    """One section of a form. `missing` counts what is to do in it, `begun` says that something stands."""

    title: str
    html_id: str
    missing: int
    needed: bool
    begun: bool

    @property
    def state(self) -> str:
        """Return how it stands, in words."""
        if self.missing:
            return f"{self.missing} to do" if self.begun else "missing"
        if self.begun:
            return "complete" if self.needed else "begun"
        return "complete" if self.needed else "may wait"


def parts_of(found: Filled, lacks: Iterable[Lack]) -> list[PartOfRecord]:
    """Return the parts of a long record in their order; none of a short one, which is read at a glance."""
    if found.asking.form.stands_in not in LONG or len(found.sections) < FEWEST:
        return []
    open_keys = [lack.key for lack in lacks]
    return [_part(section, open_keys, found) for section in found.sections]


def _part(section: AskedSection, open_keys: list[str], found: Filled) -> PartOfRecord:
    keys = {question.key for question in section.questions}
    return PartOfRecord(
        title=section.title,
        html_id=section.html_id,
        missing=sum(key in keys for key in open_keys),
        needed=any(question.is_needed for question in section.questions),
        begun=any(found.answers.get(key) for key in keys),
    )
