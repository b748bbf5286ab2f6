"""Pictures as they were kept with a record, each beside the one before it."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from alongside.access.guards import need_to_know
from alongside.genogram.models import Version
from alongside.genogram.queries import versions_of
from alongside.people.queries import open_family


@need_to_know
@require_GET
def versions(request: HttpRequest, family_id: int) -> HttpResponse:
    """List the pictures that were kept."""
    family = open_family(request, family_id, what="the kept genograms")
    return render(request, "genogram/versions.jinja", {"family": family, "versions": versions_of(family)})


@need_to_know
@require_GET
def version(request: HttpRequest, family_id: int, version_id: int) -> HttpResponse:
    """Show a kept picture with the one before it, and in words what has changed between them."""
    family = open_family(request, family_id, what="a kept genogram", subject=f"genogram version {version_id}")
    found = list(
        Version.objects.filter(family=family, pk__lte=version_id).select_related("entry", "made_by").order_by("-pk")[:2]
    )
    if not found or found[0].pk != version_id:
        raise Http404("There is no such picture here.")
    now, before = found[0], found[1] if len(found) > 1 else None
    context = {"family": family, "this": now, "before": before, "changes": _changes(now, before)}
    return render(request, "genogram/version.jinja", context)


def _changes(now: Version, before: Version | None) -> dict[str, list[str]]:
    """The sentences that are new, and those that no longer hold."""
    if before is None:
        return {}
    new, old = _sentences(now), _sentences(before)
    return {"New": [one for one in new if one not in old], "No longer": [one for one in old if one not in new]}


def _sentences(version: Version) -> list[str]:
    return [sentence for _, sentences in version.told for sentence in sentences]
