"""Two records of one form, held against each other."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from alongside.access.guards import need_to_know
from alongside.story.comparing import compare
from alongside.story.queries.entries import filled
from alongside.story.views.opening import open_entry


@require_GET
@need_to_know
def against(request: HttpRequest, entry_id: int, other_id: int) -> HttpResponse:
    """Show what changed from another record of the same form and family to this one."""
    entry = open_entry(request, entry_id, what="what changed in an entry")
    other = open_entry(request, other_id, what="what changed in an entry")
    if (entry.form_id, entry.family_id) != (other.form_id, other.family_id):
        raise Http404("Only two records of one kind about one family can be held against each other.")
    changed, same = compare(filled(other), filled(entry))
    context = {"entry": entry, "other": other, "changed": changed, "same": same}
    return render(request, "story/against.jinja", context)
