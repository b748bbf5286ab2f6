"""Keeping the directory: handing in feeds, reading what became of them, and saying what a service helps with."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from alongside.access.guards import allowed, signed_in
from alongside.directory import actions, queries
from alongside.directory.forms import FeedForm, feed_form
from alongside.directory.models import Intake, Service
from alongside.directory.open_referral import FeedBroken, parsed
from alongside.packs.queries import current_pack


@require_http_methods(["GET", "POST"])
@allowed("keep_directory")
def keep(request: HttpRequest) -> HttpResponse:
    """Show the feeds and what became of each, and take in a file."""
    form = feed_form(request.POST, request.FILES) if request.method == "POST" else feed_form()
    if request.method == "POST" and form.is_valid() and _taken(request, form):
        return redirect("keep-services")
    intakes = Intake.objects.select_related("feed", "by")[:20]
    context = {"form": form, "intakes": intakes, "there": queries.there_now().count()}
    return render(request, "directory/keep.jinja", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
@allowed("keep_directory")
def helps_with(request: HttpRequest, service_id: int) -> HttpResponse:
    """Show which signs and toolkits a service is linked to, and why; link it to one, or take the link away."""
    service = get_object_or_404(Service.objects.prefetch_related("said"), pk=service_id)
    pack = current_pack()
    problem = ""
    if request.method == "POST":
        about, _, target = request.POST.get("target", "").partition(":")
        lists = {"sign": [one.id for one in pack.thresholds.indicators], "toolkit": [one.id for one in pack.toolkits]}
        if target in lists.get(about, []):
            helps = "take-away" not in request.POST
            actions.say_what_it_helps_with(
                service=service, about=about, target=target, helps=helps, by=signed_in(request)
            )
            messages.success(request, "The link is made." if helps else "The link is taken away.")
            return redirect("service-helps-with", service_id=service.pk)
        problem = "Choose a sign or a toolkit of the list"
    said = {one.target for one in service.said.all() if one.about == "toolkit" and one.helps}
    context: dict[str, Any] = {
        "service": service,
        "pack": pack,
        "signs": queries.signs_of(pack, service),
        "toolkits": [toolkit for toolkit in pack.toolkits if toolkit.id in said],
        "problem": problem,
    }
    return render(request, "directory/helps_with.jinja", context, status=422 if problem else 200)


def _taken(request: HttpRequest, form: FeedForm) -> bool:
    """Try to take the file in; what is wrong with it as a whole stands beside it. Returns whether it was taken."""
    file = form.cleaned_data["file"]
    try:
        documents = [parsed(file.read())]
        intake = actions.take_in(
            feed=form.cleaned_data["feed"], documents=documents, source=file.name or "a file", by=signed_in(request)
        )
    except FeedBroken as broken:
        form.add_error("file", str(broken))
        return False
    messages.success(request, intake.in_words)
    return True
