"""Handing a family to another worker or team, and what came of it."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from alongside.access import rules as access
from alongside.access.guards import need_to_know, signed_in
from alongside.access.models import Team, User
from alongside.journey.glance import glance_at
from alongside.journey.models import Transfer
from alongside.journey.starting import rules, transferring
from alongside.journey.starting.forms import AnswerForm, TransferForm
from alongside.journey.starting.views.duty import tried
from alongside.journey.starting.workload import workers_of
from alongside.people.models import Family
from alongside.people.queries import open_family

MOST = 20


@need_to_know
@require_http_methods(["GET", "POST"])
def transfer(request: HttpRequest, family_id: int) -> HttpResponse:
    """Show transfers of the family; ask for one, answer it, sign its handover."""
    family, user = open_family(request, family_id, what="handing the family over"), signed_in(request)
    found = list(_of(family))
    now = next((one for one in found if one.state == Transfer.State.ASKED), None)
    ask = None if now else _asking(request, family)
    answer = _answering(request, now) if now and rules.may_answer(now, user) else None
    if request.method == "POST" and _done(request, family, found, ask, answer):
        # Whoever was let in for this only may not see the family any more.
        return _after(family, user)
    context = _context(family, user, found) | {"ask": ask, "answer": answer}
    wrong = any(form is not None and form.is_bound and form.errors for form in (ask, answer))
    return render(request, "journey/starting/transfer.jinja", context, status=422 if wrong else 200)


def _of(family: Family) -> Any:
    people = ("from_user", "to_user", "asked_by", "answered_by", "from_team", "to_team", "handover")
    return Transfer.objects.filter(family=family).select_related(*people)[:MOST]


def _asking(request: HttpRequest, family: Family) -> TransferForm | None:
    """The form to ask with, for who allocates in the family's team or in any other."""
    if not access.may(request.user, "allocate") or glance_at(family).standing.pathway is None:
        return None
    teams = list(Team.objects.order_by("name"))
    if not access.may(request.user, "allocate", family.team_id):
        teams = [team for team in teams if access.may(request.user, "allocate", team)]
    people = User.objects.filter(posts__team__in=teams, is_active=True).distinct().order_by("name")
    lead = [role.id for role in access.ROLES.values() if "work_with_families" in role.may]
    typed = request.POST if request.POST.get("do") == "ask" else None
    workers = list(people.filter(posts__role__in=lead))
    return TransferForm(typed, initial={"to_team": family.team_id}, teams=teams, workers=workers)


def _answering(request: HttpRequest, now: Transfer) -> AnswerForm:
    typed = request.POST if request.POST.get("do") in ("accept", "decline") else None
    return AnswerForm(typed, initial={"to_user": now.to_user_id}, workers=workers_of(now.to_team_id))


def _done(
    request: HttpRequest, family: Family, found: list[Transfer], ask: TransferForm | None, answer: AnswerForm | None
) -> bool:
    """Do what was asked for; what is wrong stands in its form. Returns whether it was done."""
    user, do = signed_in(request), request.POST.get("do", "")
    now = next((one for one in found if one.state == Transfer.State.ASKED), None)
    if do == "ask" and ask:
        return ask.is_valid() and tried(ask, lambda: _ask(family, ask, user))
    if do in ("accept", "decline") and answer and now:
        return answer.is_valid() and tried(answer, _answer(do, now, answer, user))
    if do == "withdraw" and now:
        return _said(request, lambda: transferring.withdraw(transfer=now, by=user))
    latest = next((one for one in found if str(one.pk) == request.POST.get("transfer")), None)
    if do == "sign" and latest:
        return _said(request, lambda: transferring.sign(transfer=latest, by=user))
    raise PermissionDenied


def _ask(family: Family, form: TransferForm, user: User) -> None:
    given = form.cleaned_data
    worker = form.workers.get(given["to_user"] or 0)
    transferring.ask_transfer(
        family=family, to_team=form.teams[given["to_team"]], to_user=worker, why=given["why"], by=user
    )


def _answer(do: str, now: Transfer, form: AnswerForm, user: User) -> Callable[[], object]:
    given = form.cleaned_data
    if do == "decline":
        return lambda: transferring.decline(transfer=now, why=given["why"], by=user)
    worker = form.workers.get(given["to_user"] or 0)
    return lambda: transferring.accept(transfer=now, lead_practitioner=worker, by=user)


def _said(request: HttpRequest, do: Callable[[], object]) -> bool:
    """Do it, or say on the page why not; either way the page is opened anew."""
    try:
        do()
    except ValidationError as refused:
        messages.error(request, " ".join(refused.messages))
    return True


def _after(family: Family, user: User) -> HttpResponse:
    if Family.objects.for_user(user).filter(pk=family.pk).exists():
        return redirect("family-transfer", family_id=family.pk)
    return redirect("my-work")


def _context(family: Family, user: User, found: list[Transfer]) -> dict[str, Any]:
    to_sign = [
        one
        for one in found
        if one.state == Transfer.State.ACCEPTED
        and ((one.from_user_id == user.pk and not one.given_at) or (one.to_user_id == user.pk and not one.taken_at))
    ]
    return {"family": family, "transfers": found, "to_sign": {one.pk for one in to_sign}, "user": user}
