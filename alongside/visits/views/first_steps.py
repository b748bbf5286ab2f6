"""The first weeks with a family: what is asked from the allocation on, and who else knows them."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from alongside.access import rules as access
from alongside.access.guards import need_to_know, signed_in
from alongside.journey.glance import glance_at
from alongside.people.forms import tried
from alongside.people.queries import involved_with, open_family
from alongside.visits.actions.network import contact_professional, take_back_contact
from alongside.visits.forms import ContactForm
from alongside.visits.queries.network import asked_since_allocation, network_of


@need_to_know
@require_http_methods(["GET", "POST"])
def first_steps(request: HttpRequest, family_id: int) -> HttpResponse:
    """Show the first steps after allocation; note that a professional was contacted, or was not."""
    family = open_family(request, family_id, what="the first steps")
    form = ContactForm(request.POST if request.method == "POST" else None, initial={"on": timezone.localdate()})
    if request.method == "POST":
        if not access.may(request.user, "work_with_families"):
            raise PermissionDenied
        if _done(request, family_id, form):
            return redirect("first-steps", family_id=family_id)
    network, today = network_of(family), timezone.localdate()
    pressed = request.POST.get("who") or request.GET.get("who", "")
    asked = asked_since_allocation(family, glance_at(family).pack)
    context: dict[str, Any] = {
        "family": family,
        "asked": [(row, row.state_on(today)) for row in asked],
        "network": network,
        "chosen": next((one for one in network if str(one.involvement.pk) == pressed), None),
        "form": form,
        "writes": access.may(request.user, "work_with_families"),
    }
    return render(request, "visits/first_steps.jinja", context, status=422 if form.errors else 200)


def _done(request: HttpRequest, family_id: int, form: ContactForm) -> bool:
    """Do what was pressed. Returns whether it was done, and the page can be shown anew."""
    which = next((one for one in involved_with(family_id) if str(one.pk) == request.POST.get("who")), None)
    if which is None:
        messages.error(request, "They do not work with this family any more.")
        return True
    if "take-back" in request.POST:
        take_back_contact(involvement=which, by=signed_in(request))
        return True
    if form.is_valid() and tried(
        form, contact_professional, involvement=which, by=signed_in(request), **form.cleaned_data
    ):
        messages.success(request, f"Noted that {which.who} was contacted.")
        return True
    return False
