"""The page of a worker's supervision, for the worker and for who supervises them."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from alongside.access import rules as access
from alongside.access import trail
from alongside.access.guards import allowed, signed_in
from alongside.access.models import User
from alongside.design.forms import Form
from alongside.design.words import today
from alongside.packs.queries import current_pack
from alongside.people.models import Family
from alongside.plans.supervising import actions
from alongside.plans.supervising.forms import PartForm, WhenForm
from alongside.plans.supervising.models import OneToOne
from alongside.plans.supervising.queries import supervised_by, supervision_form, to_bring
from alongside.plans.supervising.rules import may_see, supervises

EARLIER = 12


@require_GET
@allowed("work_with_families")
def mine(request: HttpRequest) -> HttpResponse:
    """List whom one supervises; somebody who supervises nobody goes to their own page."""
    user = signed_in(request)
    workers = supervised_by(user) if access.may(user, "sign_off") else []
    if not workers:
        return redirect("supervision-of", user.pk)
    return render(request, "plans/supervision/workers.jinja", {"workers": workers, "me": user})


@require_http_methods(["GET", "POST"])
@allowed("work_with_families")
def of_worker(request: HttpRequest, worker_id: int) -> HttpResponse:
    """Show a worker's families, which of them are talked about next, and both parts of the talk; take each of these."""
    user, worker = signed_in(request), get_object_or_404(User, pk=worker_id)
    if not may_see(user, worker):
        raise PermissionDenied("A worker's supervision is read by them and by who supervises them.")
    talk = actions.ahead(worker)
    when, part = _forms(request, user, talk)
    if request.method == "POST" and _done(request, worker, talk, when, part):
        return redirect("supervision-of", worker.pk)
    if user.pk != worker.pk:
        trail.looked(by=user, what="a worker's supervision", family_id=None, subject=f"account {worker.pk}")
    return _page(request, worker, talk, when, part)


def _page(request: HttpRequest, worker: User, talk: OneToOne | None, when: WhenForm, part: PartForm) -> HttpResponse:
    user, pack = signed_in(request), current_pack()
    context: dict[str, Any] = {
        "worker": worker,
        "talk": talk,
        "is_mine": user.pk == worker.pk,
        "in_it": talk is not None and user.pk in (talk.worker_id, talk.supervisor_id),
        "may_agree": supervises(user, worker) or talk is not None,
        "families": to_bring(worker, user, pack),
        "brought": set(talk.brought.values_list("family_id", flat=True)) if talk else set(),
        "form": supervision_form(pack),
        "earlier": _earlier(worker, user),
        "when": when,
        "part": part,
        "today": today(),
        "sent": part if part.errors else when,
    }
    wrong = bool(when.errors or part.errors)
    return render(request, "plans/supervision/worker.jinja", context, status=422 if wrong else 200)


def _earlier(worker: User, user: User) -> list[OneToOne]:
    """Talks that both have signed; each is read by the two whose talk it was."""
    theirs = worker.one_to_ones.filter(Q(worker=user) | Q(supervisor=user)).select_related("supervisor")
    return [one for one in theirs[:EARLIER] if one.is_signed]


def _forms(request: HttpRequest, user: User, talk: OneToOne | None) -> tuple[WhenForm, PartForm]:
    """The two questions of the page, the one that was sent with what was typed."""
    sent = request.POST if request.method == "POST" else None
    words = ""
    if talk:
        words = talk.workers_part if user.pk == talk.worker_id else talk.supervisors_part
    when = WhenForm(sent if sent and "meet" in sent else None, initial={"on": talk.on if talk else None})
    return when, PartForm(sent if sent and ("part" in sent or "sign" in sent) else None, initial={"words": words})


def _done(request: HttpRequest, worker: User, talk: OneToOne | None, when: WhenForm, part: PartForm) -> bool:
    """Do what was sent; what is wrong stands beside its question. Returns whether it was done."""
    user, sent = signed_in(request), request.POST
    form: Form = when if when.is_bound else part
    try:
        if when.is_bound and when.is_valid():
            supervisor = talk.supervisor if talk and user.pk == worker.pk else user
            actions.agree_on_talk(worker=worker, supervisor=supervisor, on=when.cleaned_data["on"], by=user)
        elif part.is_bound and part.is_valid() and talk:
            actions.write_part(talk=talk, words=part.cleaned_data["words"], sign="sign" in sent, by=user)
        elif "bring" in sent and talk:
            chosen = [int(id) for id in sent.getlist("family") if id.isdecimal() and len(id) < 15]
            actions.bring(talk=talk, families=Family.objects.for_user(user).filter(pk__in=chosen), by=user)
        else:
            return False
    except ValidationError as refused:
        form.add_error(None, refused)
        return False
    messages.success(request, "Saved.")
    return True
