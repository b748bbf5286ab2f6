"""What a closing record does when it is final: support ends, and the family stands at the level it says."""

from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.utils import timezone

from alongside.access.models import User
from alongside.journey.actions.levels import write_decision
from alongside.journey.actions.pathways import close_pathway
from alongside.packs.format.forms import Form
from alongside.packs.format.pack import Pack
from alongside.packs.format.pack_file import Level
from alongside.packs.queries import current
from alongside.people import actions as people
from alongside.people.models import Family
from alongside.people.queries import lead_practitioner_of
from alongside.story.actions import NotReady
from alongside.story.models import Entry
from alongside.story.readiness import Lack


def close_with(*, entry: Entry, form: Form, answers: dict[str, Any], by: User) -> None:
    """End the open support by this final record, and decide the level it chose or the pack's level after closing.

    :raises NotReady: when no support is open or the record cannot end it, so that it does not become final
    """
    family = entry.family
    assert family is not None
    try:
        Family.objects.select_for_update(no_key=True).get(pk=family.pk)
        pathway = close_pathway(family=family, entry=entry, by=by)
    except ValidationError as refused:
        raise NotReady([Lack("", " ".join(refused.messages))]) from None
    _end_the_lead(family, by=by, on=pathway.closed_on)
    version = current()
    level = _level_after(version.pack, form, answers)
    if level is None:
        return
    if level.pathway:
        raise NotReady([Lack("", f"At “{level.title}” support goes on. Choose another level, or do not end it.")])
    write_decision(
        family=family,
        version=version,
        level=level,
        why=f"Support ended: {entry.title}.",
        decided_on=pathway.closed_on or timezone.localdate(),
        by=by,
        entry=entry,
    )


def _end_the_lead(family: Family, *, by: User, on: date | None) -> None:
    """Nobody leads a family whose support has ended: who led stays on its story as the one who did."""
    lead = lead_practitioner_of(family)
    if lead is not None:
        people.end_involvement(involvement=lead, by=by, to_date=max(on or timezone.localdate(), lead.from_date))


def _level_after(pack: Pack, form: Form, answers: dict[str, Any]) -> Level | None:
    """Return the level the record chose, else the one the pack sets; None leaves the level as it is."""
    chosen = answers.get(form.level_after) if form.level_after else None
    ids = [*(chosen if isinstance(chosen, list) else []), pack.settings.level_after_closing if pack.settings else None]
    wanted = next((id for id in ids if id), None)
    return next((level for level in pack.levels if level.id == wanted), None)
