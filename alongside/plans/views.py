"""The Plan tab, and what becomes of an action."""

from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from alongside.access import rules as access
from alongside.access.guards import allowed, need_to_know, signed_in
from alongside.design.forms import Form
from alongside.design.words import today
from alongside.journey.glance import glance_at
from alongside.journey.pictures import of_people, of_stars
from alongside.people.models import Family
from alongside.people.queries import open_family
from alongside.plans import actions
from alongside.plans.forms import AgainForm, EndForm
from alongside.plans.models import Action
from alongside.plans.outcomes.queries import outcomes_of
from alongside.plans.outcomes.standing import standing
from alongside.plans.queries import actions_of, ended_actions, open_actions
from alongside.plans.rules import state_shown
from alongside.prepared import Prepared
from alongside.story.models import Entry
from alongside.story.queries import ratings_told

ENDED_A_PAGE, MOST_TO_DO = 25, 200
PLANS_AND_REVIEWS = ("plan", "review", "closure")


@need_to_know
@require_GET
def plan(request: HttpRequest, family_id: int) -> HttpResponse:
    """Show who does what by when, how far the family has come, and the plans and reviews behind it."""
    family = open_family(request, family_id, what="the plan")
    glance = glance_at(family)
    page = _page_number(request)
    to_do, ended = _actions_on(family, page)
    told = ratings_told(family, statements=False)
    outcomes = standing(outcomes_of(family), to_do + ended, told, glance.pack, today())
    to_do = [action for action in to_do if action.outcome_id not in {one.outcome.pk for one in outcomes if one.is_open}]
    context = {
        "family": family,
        "outcomes": [one for one in outcomes if one.is_open],
        "past_outcomes": [one for one in outcomes if not one.is_open],
        "to_do": [(action, state_shown(action, today())) for action in to_do],
        "ended_rows": [(action, state_shown(action, today())) for action in ended[:ENDED_A_PAGE]],
        "newer_ended": f"?ended={page - 1}" if page else "",
        "older_ended": f"?ended={page + 1}" if len(ended) > ENDED_A_PAGE else "",
        "pictures": of_stars(told, glance.pack) + of_people(told, glance.pack),
        "records": RECORDS.ask(family=family.pk),
        "pathways": glance.pathways,
        "level_titles": glance.level_titles,
        "writes": access.may(request.user, "work_with_families"),
    }
    return render(request, "plans/plan.jinja", context)


# What a list shows of an action and who does it, and no more.
LISTED = (
    "family",
    "outcome",
    "words",
    "state",
    "agreed_on",
    "due_on",
    "result",
    "ended_on",
    "owner_words",
    "owner_user__name",
    "service__name",
)
OWNERS = tuple(f"owner_person__{name}" for name in ("given_names", "family_name", "preferred_name", "unborn"))


def _listed(actions: QuerySet[Action]) -> QuerySet[Action]:
    return actions.select_related(None).select_related("owner_person", "owner_user", "service").only(*LISTED, *OWNERS)


# The first page in one query: what is to do, and the last that ended with one more when there are more.
FIRST: Prepared[Action] = Prepared(
    lambda family: _listed(
        actions_of(family).filter(
            Q(pk__in=open_actions(family).values("pk")[:MOST_TO_DO])
            | Q(pk__in=ended_actions(family).values("pk")[: ENDED_A_PAGE + 1])
        )
    )
)
RECORDS: Prepared[Entry] = Prepared(
    lambda family: (
        Entry.objects.filter(family=family, stands_in__in=PLANS_AND_REVIEWS)
        .on_the_story()
        .select_related("author")
        .only("title", "happened_on", "written_by", "author__name")
        .order_by("-happened_on", "-pk")[:25]
    )
)


def _actions_on(family: Family, page: int) -> tuple[list[Action], list[Action]]:
    """What is to do, the soonest due first; and a page of what ended, the latest first, one more if there are more."""
    both: list[Action] = FIRST.ask(family=family.pk)
    to_do = [one for one in both if one.state == Action.State.OPEN]
    to_do.sort(key=lambda one: (one.due_on or date.max, one.agreed_on, one.pk))
    if page:
        return to_do, list(_listed(ended_actions(family))[page * ENDED_A_PAGE : (page + 1) * ENDED_A_PAGE + 1])
    ended = [one for one in both if one.state != Action.State.OPEN]
    return to_do, sorted(ended, key=lambda one: (one.ended_on or date.min, one.pk), reverse=True)


def _page_number(request: HttpRequest) -> int:
    """Which page of ended actions, 0 for the latest; what is no number is the latest."""
    page = request.GET.get("ended", "")
    return int(page) if page.isascii() and page.isdigit() and len(page) < 6 else 0


@require_http_methods(["GET", "POST"])
@allowed("work_with_families")
def action(request: HttpRequest, family_id: int, action_id: UUID) -> HttpResponse:
    """Show one action with its history; take what became of it."""
    family = open_family(request, family_id, what="an action")
    found = actions_of(family).filter(pk=action_id).first()
    if found is None:
        raise Http404("This family has no such action.")
    form = _form(request, found)
    if request.method == "POST" and form.is_valid() and _change(request, found, form):
        return redirect("family-plan", family_id=family.pk)
    context = {
        "family": family,
        "action": found,
        "state": state_shown(found, today()),
        "changes": found.changes.select_related("by", "entry").order_by("-at", "-pk"),
        "form": form,
    }
    return render(request, "plans/action.jinja", context, status=422 if form.errors else 200)


def _form(request: HttpRequest, found: Action) -> Form:
    """Which question is asked follows from how the page was sent: somebody may have ended the action meanwhile."""
    posted = request.POST if request.method == "POST" else None
    again = "again" in posted if posted is not None else found.state != Action.State.OPEN
    return AgainForm(posted) if again else EndForm(posted, initial={"ended_on": today()})


def _change(request: HttpRequest, found: Action, form: Form) -> bool:
    """Try the change; what is wrong stands beside its question. Returns whether it was made."""
    given: dict[str, Any] = form.cleaned_data
    try:
        if isinstance(form, AgainForm):
            actions.take_up_again(action=found, why=given["result"], by=signed_in(request))
            messages.success(request, "The action is open again.")
        else:
            ended = actions.end_action(
                action=found, state=given["state"], result=given["result"], on=given["ended_on"], by=signed_in(request)
            )
            messages.success(request, f"Marked as “{ended.get_state_display()}”.")
    except ValidationError as refused:
        form.add_error(None, refused)
        return False
    return True
