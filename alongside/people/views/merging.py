"""Two records of one person are made one, and two again."""

from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_http_methods

from alongside.access.guards import allowed
from alongside.people import actions
from alongside.people.forms import MergeForm, UndoForm, tried
from alongside.people.models import Merge, Person
from alongside.people.queries import find_people, standing_merges
from alongside.people.views.asking import Question, asked, done, open_person, person_page, read_id, who_asks


@allowed("merge_people")
@require_http_methods(["GET", "POST"])
def merge(request: HttpRequest, family_id: int, person_id: int) -> HttpResponse:
    """Look for the other record of a person, then choose between the two, detail by detail."""
    membership = open_person(request, family_id, person_id, "two records of a person")
    family, kept, user = membership.family, membership.person, who_asks(request)
    chosen = read_id(request.POST.get("other") or request.GET.get("other") or "")
    text = request.GET.get("q", "")
    context: dict[str, Any] = {"family": family, "person": kept, "text": text}
    if chosen is None:
        found = find_people(user, text or kept.full_name)
        context["found"] = [one for one in found if one.person.pk != kept.pk]
        return render(request, "people/merge_find.jinja", context)
    one_already = Person.objects.filter(pk=person_id if chosen == kept.pk else chosen, merged_into=kept)
    if one_already.exists():
        # Pressed twice, or by two at once, the one from here and the other from there.
        return done(request, "The two are one record already. It can be undone.", "person", family.pk, kept.pk)
    other = get_object_or_404(Person.objects.for_user(user), pk=chosen)
    form = MergeForm(request.POST or None, kept=kept, other=other)
    refusal = _refusal(kept, other, request)
    if not refusal and form.is_valid():
        given = {"why": form.cleaned_data["why"], "take": form.take}
        if tried(form, actions.merge_people, kept=kept, other=other, by=user, **given):
            return done(request, "The two records are one now. It can be undone.", "person", family.pk, kept.pk)
    context |= {"form": form, "other": other, "refusal": refusal}
    return render(request, "people/merge.jinja", context, status=422 if form.errors else 200)


def _refusal(kept: Person, other: Person, request: HttpRequest) -> str:
    """Why these two cannot be merged by who asks; empty when they can."""
    try:
        actions.refuse_merging(kept=kept, other=other, by=who_asks(request))
    except ValidationError as error:
        return str(error.messages[0])
    except PermissionDenied:
        # Not why: that somebody belongs to a family one may not see is told to nobody.
        return "Making these two one is not for you to do. Ask a senior manager"
    return ""


@allowed("merge_people")
@require_http_methods(["GET", "POST"])
def undo(request: HttpRequest, family_id: int, person_id: int) -> HttpResponse:
    """Make a record that was merged a person of its own again."""
    membership = open_person(request, family_id, person_id, "two records of a person")
    family, person = membership.family, membership.person
    sent = read_id(request.POST.get("merge", ""))
    if Merge.objects.filter(kept=person, pk=sent or 0, undone_at__isnull=False).exists():
        return done(request, "They are two people already.", "person", family.pk, person.pk)
    form = UndoForm(request.POST or None, merges=standing_merges([person]))
    if form.is_valid() and tried(form, actions.undo_merge, by=who_asks(request), **form.cleaned_data):
        return done(request, "They are two people again.", "person", family.pk, person.pk)
    intro = (
        "All that was moved goes back to the other record. What was written since stays with "
        f"{person.name}; look through it afterwards."
    )
    question = Question("These are two people", "Undo the merge", person_page(family, person), intro, warning=True)
    return asked(request, family, form, question)
