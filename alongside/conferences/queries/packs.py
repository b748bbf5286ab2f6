"""What the practice pack in force says of conferences."""

from django.http import Http404

from alongside.packs.format.conferences import Conferences
from alongside.packs.format.pack import Pack
from alongside.packs.format.room import RoomRecord
from alongside.packs.format.standards import Standard
from alongside.packs.queries import current_pack


class NoConferences(Http404):
    """The pack in force says nothing of conferences, so that no page about them is there."""


def terms(pack: Pack | None = None) -> Conferences:
    """Return what the pack says of conferences.

    :raises NoConferences: when it says nothing of them
    """
    said = (pack or current_pack()).conferences
    if said is None:
        raise NoConferences("The practice pack in force holds no conferences: include the pack “conferences”.")
    return said


def record_terms(pack: Pack) -> RoomRecord | None:
    """Return which form a conference is written down in, and which of its questions hold what was decided."""
    return pack.room.record if pack.room else None


def report_standard(kind: str, *, worker: bool, pack: Pack | None = None) -> Standard | None:
    """Return the standard that says how long before a conference of this kind a report is due; None when none does.

    :param worker: whether it is the report of the family's worker
    """
    event = f"{kind}-conference.arranged" if worker else f"{kind}-agency-report.asked"
    for standard in (pack or current_pack()).standards:
        if standard.before and standard.at_least and event in {one.event for one in standard.before.named}:
            return standard
    return None
