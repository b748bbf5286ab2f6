"""Raising a concern from anywhere; the page of one; and what a manager and a worker do about it."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from alongside.access.guards import allowed, need_to_know, signed_in
from alongside.access.models import Team
from alongside.access.rules import teams_where
from alongside.packs.queries import current_pack
from alongside.people.models import Family
from alongside.people.queries import open_family
from alongside.safeguarding import actions, rules
from alongside.safeguarding.actions.prefilling import goes_with_a_referral
from alongside.safeguarding.models import Concern, Step
from alongside.safeguarding.numbers import numbers_at
from alongside.safeguarding.opening import open_concern, sees_family
from alongside.safeguarding.queries import A_PAGE, concerns_for, standing, told_of, waiting_for, with_steps
from alongside.story import actions as story
from alongside.story.drafting import save_page
from alongside.story.queries.entries import filled
from alongside.story.showing import shown
from alongside.story.views.opening import open_entry

Kind = Step.Kind


@require_GET
@allowed("work_with_families")
def raise_anywhere(request: HttpRequest) -> HttpResponse:
    """Show whom to call now, and where to write: about a family one works with, or about somebody else."""
    user = signed_in(request)
    mine = Family.objects.for_user(user).filter(involvements__user=user, involvements__to_date=None).distinct()
    context = _numbers() | {"family": None, "families": mine.order_by("name")[:A_PAGE]}
    return render(request, "safeguarding/raise.jinja", context)


@require_GET
@allowed("work_with_families")
def raise_for_family(request: HttpRequest, family_id: int) -> HttpResponse:
    """Show whom to call now, and begin to write about this family with one press."""
    family = open_family(request, family_id, what="whom to tell of a concern")
    return render(request, "safeguarding/raise.jinja", _numbers() | {"family": family, "families": []})


@require_POST
@allowed("work_with_families")
def begin(request: HttpRequest) -> HttpResponse:
    """Begin the record of a concern about no family of ours."""
    teams = Team.objects.filter(pk__in=teams_where(signed_in(request), "work_with_families"))
    team = teams.order_by("name").first()
    if team is None:
        raise Http404("You are in no team that works with families.")
    words = " ".join(request.POST.get("about_words", "").replace("\x00", "").split())[:200]
    entry = actions.begin_concern(by=signed_in(request), team=team, family=None, about="unnamed", about_words=words)
    return redirect("entry-edit", entry_id=entry.pk)


@require_POST
@allowed("work_with_families")
def begin_for_family(request: HttpRequest, family_id: int) -> HttpResponse:
    """Begin the record of a concern about a family."""
    family = open_family(request, family_id, what="a safeguarding concern")
    entry = actions.begin_concern(by=signed_in(request), team=family.team, family=family, about="family")
    return redirect("entry-edit", entry_id=entry.pk)


@require_POST
@need_to_know
def send(request: HttpRequest, entry_id: int) -> HttpResponse:
    """Save what was typed and send it: the manager is told in the same moment. What is missing is asked for."""
    entry = open_entry(request, entry_id, what="sending a concern")
    if not entry.is_draft:
        return redirect("entry", entry_id=entry.pk)
    try:
        saved = save_page(entry=entry, found=filled(entry), data=request.POST, by=signed_in(request))
        if saved.conflicts or saved.day_problem:
            messages.error(request, saved.day_problem or "Somebody else wrote here too. Read both, and send it again.")
            return redirect("entry-edit", entry_id=entry.pk)
        entry.refresh_from_db()
        entry = story.finalise(entry=entry, by=signed_in(request))
    except (story.NotReady, story.NotADraft):
        return redirect("entry-check", entry_id=entry.pk)
    concern = Concern.objects.filter(entry=entry).first()
    if concern is None:
        return redirect("entry", entry_id=entry.pk)
    messages.success(request, "Sent. " + _whom(concern))
    return redirect("concern", concern_id=concern.pk)


def _whom(concern: Concern) -> str:
    names = [one.user.name for one in told_of(concern)]
    return (
        f"{', '.join(names)} {'was' if len(names) == 1 else 'were'} told just now."
        if names
        else ("Nobody holds a post to tell: ring your manager now.")
    )


@require_GET
@allowed("work_with_families")
def concerns(request: HttpRequest) -> HttpResponse:
    """List the concerns that wait, and those that are finished."""
    user, pack = signed_in(request), current_pack()
    done = with_steps(concerns_for(user).filter(finished_at__isnull=False))[:A_PAGE]
    context = {"waiting": waiting_for(user, pack), "finished": [standing(one, pack) for one in done]}
    return render(request, "safeguarding/concerns.jinja", context)


@require_GET
@need_to_know
def concern(request: HttpRequest, concern_id: int) -> HttpResponse:
    """Show a concern: what was written, its clock, who knows, and what each may do next."""
    found = open_concern(request, concern_id)
    user, pack = signed_in(request), current_pack()
    context: dict[str, Any] = _numbers() | {
        "concern": found,
        "family": found.family,
        "sees_family": found.family is not None and sees_family(request, found),
        "standing": standing(found, pack),
        "told": told_of(found),
        "record": shown(found.entry, filled(found.entry)) if found.entry else None,
        "decides": rules.decides(user, found),
        "forms": rules.forms_that_record(pack, rules.REFERRED),
        "toolkits": len(goes_with_a_referral(found.family)) if found.family else 0,
    }
    return render(request, "safeguarding/concern.jinja", context)


@require_POST
@need_to_know
def take(request: HttpRequest, concern_id: int) -> HttpResponse:
    """Say that one has read it and is on it."""
    found = open_concern(request, concern_id)
    actions.take(concern=found, by=signed_in(request))
    messages.success(request, "You have taken this on. The decision is still to be written.")
    return redirect("concern", concern_id=found.pk)


@require_POST
@need_to_know
def decide(request: HttpRequest, concern_id: int) -> HttpResponse:
    """Begin the manager's decision."""
    entry = actions.begin_decision(concern=open_concern(request, concern_id), by=signed_in(request))
    return redirect("entry-edit", entry_id=entry.pk)


@require_POST
@allowed("work_with_families")
def refer(request: HttpRequest, concern_id: int) -> HttpResponse:
    """Begin a referral with what is known and the toolkits."""
    found = open_concern(request, concern_id)
    offered = {form.id: form for form in rules.forms_that_record(current_pack(), rules.REFERRED)}
    form = offered.get(request.POST.get("form", ""))
    if form is None:
        messages.error(request, "Choose which referral to write.")
        return redirect("concern", concern_id=found.pk)
    entry = actions.begin_referral(concern=found, form=form, by=signed_in(request))
    return redirect("entry-edit", entry_id=entry.pk)


@require_POST
@allowed("work_with_families")
def answer(request: HttpRequest, concern_id: int) -> HttpResponse:
    """Begin the record of what came of a referral."""
    found, wanted = open_concern(request, concern_id), request.POST.get("referral", "")
    sent = [one for one in found.steps.all() if str(one.pk) == wanted and one.kind == Kind.REFERRAL and one.at]
    if not sent:
        messages.error(request, "This referral is not sent yet. Finish it first.")
        return redirect("concern", concern_id=found.pk)
    entry = actions.begin_answer(referral=sent[0], by=signed_in(request))
    return redirect("entry-edit", entry_id=entry.pk)


@allowed("work_with_families")
def refer_family(request: HttpRequest, family_id: int) -> HttpResponse:
    """After a level that asks for a referral: show what goes with it, and begin it with one press."""
    from alongside.journey.glance import glance_at

    family = open_family(request, family_id, what="what goes with a referral")
    decision = glance_at(family).standing.decision
    level = glance_at(family).standing.level
    if request.method == "POST" and decision and level and level.refers:
        found = actions.raise_from_level(family=family, why=decision.why, by=signed_in(request))
        messages.success(request, "A manager is told. Write the referral from here.")
        return redirect("concern", concern_id=found.pk)
    context = _numbers() | {
        "family": family,
        "level": level,
        "decision": decision,
        "toolkits": goes_with_a_referral(family),
    }
    return render(request, "safeguarding/refer_family.jinja", context)


def _numbers() -> dict[str, Any]:
    pack = current_pack()
    return {"danger": pack.danger, "numbers": numbers_at(pack, timezone.now())}
