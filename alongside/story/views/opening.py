"""The one way a page gets at an entry: need to know first, and the look is noted."""

from django.http import Http404, HttpRequest

from alongside.access import trail
from alongside.access.guards import signed_in
from alongside.story.models import Entry


def open_entry(request: HttpRequest, entry_id: int, *, what: str = "an entry") -> Entry:
    """Return the entry if this person may read it, and note the look.

    :raises Http404: when there is none or it may not be seen; which of the two, nobody is told
    """
    readable = Entry.objects.for_user(signed_in(request))
    found = readable.select_related(
        "family__team", "person", "author", "pack_version", "team", "finalised_by", "amends"
    )
    entry = found.filter(pk=entry_id).first()
    if entry is None:
        raise Http404("There is no entry here that you can open.")
    if entry.family_id:
        trail.note_look(request, family_id=entry.family_id, what=what, subject=f"entry {entry.pk}")
    return entry
