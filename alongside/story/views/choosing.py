"""What to record: the forms the pack offers this family now; or something about a place, a group, an unnamed family."""

from collections.abc import Callable, Iterable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from alongside.access import rules as access_rules
from alongside.access.guards import allowed, signed_in
from alongside.access.models import Team
from alongside.packs.format.forms import Form
from alongside.packs.queries import current_pack
from alongside.people.models import Family
from alongside.people.queries import Member, members_of, open_family
from alongside.story import actions, rules
from alongside.story.actions.drafts import ABOUT_NO_FAMILY
from alongside.story.asking import Asking, Someone
from alongside.story.queries import about_no_family
from alongside.story.queries.entries import begun_and_untouched
from alongside.story.showing import ABOUT
from alongside.story.standing import standing_of

WHERE = {
    "note": "Notes and visits", "assessment": "Assessments", "plan": "Plans", "review": "Reviews",
    "oversight": "Oversight", "closure": "Ending support",
}  # fmt: skip


@require_GET
@allowed("work_with_families")
def form_choices(request: HttpRequest, family_id: int) -> HttpResponse:
    """Show every form that may be started for this family, by what it is for."""
    family = open_family(request, family_id, what="what can be recorded")
    offered = _offered_to(family)
    members = members_of(family)
    context = {"family": family, "groups": _grouped(offered), "members": members, "fill": _filler(family, members)}
    return render(request, "story/form_choices.jinja", context)


def _offered_to(family: Family) -> list[Form]:
    """The forms that the pack offers where the family stands now."""
    now = standing_of(family)
    forms = [form for form in current_pack().forms if _about_a_family(form)]
    return [form for form in forms if rules.offered_at(form, level=now.level, pathway_open=now.pathway_open)]


def _filler(family: Family, members: list[Member]) -> Callable[[str], str]:
    """How the pack's wording reads with this family's names in it."""
    people = tuple(Someone(one.person.pk, one.name, one.is_child) for one in members)
    pack = current_pack()
    return Asking(form=pack.forms[0], pack=pack, people=people, family_name=family.name).fill


def _about_a_family(form: Form) -> bool:
    return bool({"family", "person"} & set(form.about))


def _grouped(forms: Iterable[Form]) -> list[tuple[str, list[Form]]]:
    groups: dict[str, list[Form]] = {}
    for form in forms:
        groups.setdefault(form.stands_in, []).append(form)
    return [(title, groups[where]) for where, title in WHERE.items() if where in groups]


@require_POST
@allowed("work_with_families")
def start(request: HttpRequest, family_id: int) -> HttpResponse:
    """Begin a draft about the family, or about one person in it, and open it."""
    family = open_family(request, family_id, what="starting an entry")
    form = _form(request.POST.get("form", ""))
    if form is None:
        messages.error(request, "There is no such form in the practice pack. Choose one of the list.")
        return redirect("form-choices", family_id=family.pk)
    if form not in _offered_to(family):
        messages.error(request, f"“{form.title}” is not for a family at this level, or needs support to be open first.")
        return redirect("form-choices", family_id=family.pk)
    person = next((one.person for one in members_of(family) if str(one.person.pk) == request.POST.get("person")), None)
    about = "person" if person and "person" in form.about else "family"
    if about not in form.about:
        messages.error(request, f"“{form.title}” is about one person: choose whom.")
        return redirect("form-choices", family_id=family.pk)
    whom = person if about == "person" else None
    entry = begun_and_untouched(form_id=form.id, family=family, person=whom, by=signed_in(request))
    entry = entry or actions.start(
        form_id=form.id, by=signed_in(request), team=family.team, family=family, about=about, person=whom
    )
    return redirect("entry-edit", entry_id=entry.pk)


def _form(form_id: str) -> Form | None:
    return next((form for form in current_pack().forms if form.id == form_id), None)


@allowed("work_with_families")
def start_elsewhere(request: HttpRequest) -> HttpResponse:
    """Begin a draft that is about no family: a place, a peer group, or a family that is not named."""
    forms = [form for form in current_pack().forms if set(ABOUT_NO_FAMILY) & set(form.about)]
    teams = Team.objects.filter(pk__in=access_rules.teams_where(signed_in(request), "work_with_families"))
    recorded = about_no_family(signed_in(request))
    context: dict[str, Any] = {
        "forms": forms, "teams": teams, "typed": request.POST, "problem": "", "recorded": recorded, "about": ABOUT,
    }  # fmt: skip
    if request.method == "POST":
        form, about = _form(request.POST.get("form", "")), request.POST.get("about", "")
        team = (
            teams.filter(pk=request.POST["team"]).first() if request.POST.get("team", "").isdecimal() else teams.first()
        )
        words = " ".join(request.POST.get("about_words", "").split())[:200]
        if form and team and about in ABOUT_NO_FAMILY and about in form.about and (words or about == "unnamed"):
            entry = actions.start(form_id=form.id, by=signed_in(request), team=team, about=about, about_words=words)
            return redirect("entry-edit", entry_id=entry.pk)
        context["problem"] = "Choose a form and what it is about, and name the place or group"
    return render(request, "story/start_elsewhere.jinja", context, status=200 if not context["problem"] else 422)
