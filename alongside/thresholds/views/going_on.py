"""Writing what was chosen into a conversation, for who is signed in."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from alongside.access.guards import allowed, signed_in
from alongside.packs.format.forms import Form
from alongside.packs.format.pack import Pack
from alongside.packs.queries import current_pack
from alongside.people.models import Family
from alongside.people.queries import Member, children_of, open_family
from alongside.thresholds.carrying import chosen, forget
from alongside.thresholds.choice import Choice
from alongside.thresholds.going_on import forms_for, write_into

MOST = 30


@require_GET
@allowed("work_with_families")
def carry(request: HttpRequest) -> HttpResponse:
    """Ask whose record the signs go into: a family that this person may see, or one that is not named."""
    asked = " ".join(request.GET.get("q", "").split())[:80]
    families = Family.objects.for_user(signed_in(request)).order_by("name", "pk")
    found = families.filter(name__icontains=asked) if asked else families
    context: dict[str, Any] = {"choice": chosen(request), "q": asked, "families": list(found[: MOST + 1])}
    pack = current_pack()
    return render(request, "thresholds/carry.jinja", {**context, "most": MOST, "unnamed": bool(forms_for(pack, None))})


@require_http_methods(["GET", "POST"])
@allowed("work_with_families")
def carry_to(request: HttpRequest, family_id: int) -> HttpResponse:
    """Ask which child of the family is which, and which record; begin it with the signs in it."""
    family = open_family(request, family_id, what="carrying signs into a record")
    return _into(request, family, children_of(family))


@require_http_methods(["GET", "POST"])
@allowed("work_with_families")
def carry_unnamed(request: HttpRequest) -> HttpResponse:
    """Begin a record that names no family with the signs in it."""
    return _into(request, None, [])


def _into(request: HttpRequest, family: Family | None, members: list[Member]) -> HttpResponse:
    choice, pack = chosen(request), current_pack()
    forms = forms_for(pack, family)
    if not choice or not forms:
        messages.error(request, "Choose signs in the threshold guide first; then write them into a record.")
        return redirect("threshold-carry")
    problems: dict[str, str] = {}
    if request.method == "POST":
        form = next((one for one in forms if one.id == request.POST.get("form")), None)
        people = [_who(request, place, members) for place in range(len(choice.children))]
        problems = _lacking(form, people, family, choice, pack)
        if form and not problems:
            entry = write_into(choice=choice, form=form, by=signed_in(request), family=family, children=people)
            response = redirect("entry-edit", entry_id=entry.pk)
            forget(response)
            return response
    context: dict[str, Any] = {
        "family": family,
        "choice": choice,
        "forms": forms,
        "members": members,
        "problems": problems,
    }
    context |= {"typed": request.POST, "likely": _likely(choice, members), "readings": choice.readings(pack)}
    return render(request, "thresholds/carry_to.jinja", context, status=422 if problems else 200)


def _who(request: HttpRequest, place: int, members: list[Member]) -> Member | None:
    return next((one for one in members if str(one.person.pk) == request.POST.get(f"child-{place}")), None)


def _lacking(
    form: Form | None, people: list[Member | None], family: Family | None, choice: Choice, pack: Pack
) -> dict[str, str]:
    problems = {} if form else {"form": "Choose which record the signs go into"}
    if family is None:
        return problems
    taken = [one.person.pk for one in people if one]
    for place, child in enumerate(choice.children):
        who = people[place]
        if child.signs and who is None:
            problems[f"child-{place}"] = f"Say which child of the family “{choice.name(place)}” is"
        elif who and taken.count(who.person.pk) > 1:
            problems[f"child-{place}"] = f"{who.name} was chosen twice. Choose each child once"
    return problems


def _likely(choice: Choice, members: list[Member]) -> list[int | None]:
    """Whom each child may be: the one of that first name, or the family's only child."""
    found: list[int | None] = []
    for child in choice.children:
        same = [one.person.pk for one in members if child.name and child.name.casefold() in one.name.casefold().split()]
        only = [members[0].person.pk] if len(members) == len(choice.children) == 1 else []
        likely = same if len(same) == 1 else only
        found.append(likely[0] if likely else None)
    return found
