"""The one way a page gets at an entry: need to know first, and the look is noted."""

from functools import cache
from typing import Any

from django.db.models import QuerySet
from django.http import Http404, HttpRequest

from alongside.access import trail
from alongside.access.guards import signed_in
from alongside.people import need_to_know
from alongside.people.need_to_know import Viewer
from alongside.prepared import Prepared
from alongside.story.models import Entry

AROUND = ("family__team", "person", "author", "pack_version", "team", "finalised_by", "amends")


def open_entry(request: HttpRequest, entry_id: int, *, what: str = "an entry") -> Entry:
    """Return the entry if this person may read it, and note the look.

    :raises Http404: when there is none or it may not be seen; which of the two, nobody is told
    """
    entry = readable_entry(request, entry_id)
    if entry is None:
        raise Http404("There is no entry here that you can open.")
    if entry.family_id:
        trail.note_look(request, family_id=entry.family_id, what=what, subject=f"entry {entry.pk}")
    return entry


def readable_entry(request: HttpRequest, entry_id: int) -> Entry | None:
    """Return the entry with all that stands around it, None when there is none that this person may read."""
    who = need_to_know.viewer(signed_in(request))
    found = _readable(who.everywhere).ask(entry=entry_id, **who.values) if who else []
    return found[0] if found else None


@cache
def _readable(everywhere: bool) -> Prepared[Entry]:
    """The entry with this id if it may be read; without its pack, which is read once in the life of the process."""

    def build(*, entry: int, **values: Any) -> QuerySet[Entry]:
        readable = Entry.objects.readable_by(Viewer(**values, everywhere=everywhere))
        return readable.filter(pk=entry).select_related(*AROUND)

    return Prepared(build)
