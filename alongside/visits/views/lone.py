"""Who is out, for their buddy and managers: where and until when. It names no family to who does not know it."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from alongside.access import trail
from alongside.access.guards import own, signed_in
from alongside.visits import actions
from alongside.visits.actions.checks import sees
from alongside.visits.actions.safety import may_say_safe
from alongside.visits.models import PlannedVisit


@own
@require_http_methods(["GET", "POST"])
def lone(request: HttpRequest, visit_id: int) -> HttpResponse:
    """Show where somebody is and by when they should be heard of; take that they are safe."""
    user = signed_in(request)
    visit = PlannedVisit.objects.select_related("family", "worker", "buddy").filter(pk=visit_id).first()
    if visit is None or not may_say_safe(visit, user):
        raise Http404("There is nobody here for whom you wait.")
    trail.note_look(request, family_id=visit.family_id, what="where a visitor is", subject=f"visit {visit.pk}")
    if request.method == "POST":
        _say_safe(request, visit)
        return redirect("lone-visit", visit_id=visit.pk)
    known = sees(user, visit.family_id)
    context = {"visit": visit, "known": known, "companions": list(visit.companions.all())}
    return render(request, "visits/lone.jinja", context)


def _say_safe(request: HttpRequest, visit: PlannedVisit) -> None:
    try:
        actions.safe(visit=visit, by=signed_in(request))
        messages.success(request, f"Noted: {visit.worker.name} is safe.")
    except ValidationError as refused:
        messages.error(request, " ".join(refused.messages))
