"""Who may see a family: restricting it, and opening it in an emergency."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from alongside.access import rules, trail
from alongside.access.guards import allowed
from alongside.packs.queries import current_pack
from alongside.people import actions
from alongside.people.forms import EmergencyForm, RestrictForm, SeenForm, UnrestrictForm, tried
from alongside.people.models import Family
from alongside.people.queries import emergency_accesses_to_see, open_family
from alongside.people.views.asking import Question, asked, done, people_page, who_asks


@allowed("restrict_family")
@require_http_methods(["GET", "POST"])
def restrict(request: HttpRequest, family_id: int) -> HttpResponse:
    """Restrict a family to named people, or end that."""
    family = open_family(request, family_id, what="who may see the family")
    if not rules.may(request.user, "restrict_family", family.team_id):
        raise PermissionDenied
    form_class, action = (UnrestrictForm, actions.unrestrict) if family.restricted else (RestrictForm, actions.restrict)
    form = form_class(request.POST or None)
    if form.is_valid() and tried(form, action, family=family, by=who_asks(request), **form.cleaned_data):
        said = "The family is restricted." if family.restricted else "The family is no longer restricted."
        return done(request, said, "family-people", family.pk)
    if family.restricted:
        title, intro = "End this family’s restriction", f"It was restricted because: {family.restricted_reason}"
    else:
        title = "Restrict who sees this family"
        intro = "Only those who work with it by name, and the managers of its team, will see it."
    return asked(request, family, form, Question(title, title, people_page(family), intro, warning=True))


@allowed("emergency_access")
@require_http_methods(["GET", "POST"])
def emergency_access(request: HttpRequest) -> HttpResponse:
    """Open a record in an emergency by its reference. A reference that opens nothing is on the trail too."""
    form = EmergencyForm(request.POST or None)
    if form.is_valid():
        family = _family_of(form.cleaned_data["reference"])
        if family is None:
            trail.changed(by=request.user, action="tried emergency access to a reference nobody has")
            form.add_error("reference", "No record has this reference. Ask for it again, digit by digit")
        elif Family.objects.for_user(request.user).filter(pk=family.pk).exists():
            return redirect("family-people", family.pk)
        else:
            given = {"family": family, "reason": form.cleaned_data["reason"], "by": who_asks(request)}
            if access := tried(form, actions.use_emergency_access, **given):
                told = (
                    ", ".join(manager.name for manager in access.told.all()) or "no manager could be told; tell yours"
                )
                messages.success(request, f"The record is open to you for {_hours()} hours. Told: {told}.")
                return redirect("family-people", family.pk)
    context = {
        "form": form,
        "hours": _hours(),
        "mine": who_asks(request).emergency_accesses.select_related("family")[:5],
    }
    return render(request, "people/emergency_access.jinja", context, status=422 if form.errors else 200)


@allowed("restrict_family")
@require_http_methods(["GET"])
def emergencies(request: HttpRequest) -> HttpResponse:
    """Emergency accesses this manager is to look into."""
    context = {"accesses": emergency_accesses_to_see(who_asks(request)), "form": SeenForm(auto_id=False)}
    return render(request, "people/emergencies.jinja", context)


@allowed("restrict_family")
@require_POST
def mark_seen(request: HttpRequest, pk: int) -> HttpResponse:
    """A manager has looked into one."""
    access = get_object_or_404(emergency_accesses_to_see(who_asks(request)), pk=pk)
    note = SeenForm(request.POST)
    said = note.cleaned_data["note"] if note.is_valid() else ""
    actions.mark_emergency_access_seen(access=access, by=who_asks(request), note=said)
    messages.success(request, "Marked as looked into.")
    return redirect("/" if request.POST.get("next") == "/" else reverse("emergencies"))


def _family_of(reference: str) -> Family | None:
    """The one place but duplicates where a family is looked up past need to know: what is done next is recorded."""
    return Family.objects.filter(reference=reference).first()


def _hours() -> int:
    settings = current_pack().settings
    return settings.emergency_access_hours if settings else 0
