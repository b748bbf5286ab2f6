"""What is added by hand: somebody, a relation, how two get on, what is around the family, a note, culture."""

from collections.abc import Callable
from typing import Any

from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from alongside.access.guards import allowed, signed_in
from alongside.genogram import actions, forms
from alongside.genogram.queries import genogram_of, topics_of
from alongside.genogram.state import TooMuch
from alongside.packs.queries import current_pack
from alongside.people.models import Family
from alongside.people.queries import open_family
from alongside.people.views.asking import Question, done

Saves = Callable[[Family, Any], object]


def _ask(request: HttpRequest, family: Family, form: Form, question: Question, saves: Saves, said: str) -> HttpResponse:
    if form.is_valid():
        try:
            saves(family, form)
        except TooMuch as too_much:
            form.add_error(None, str(too_much))
        else:
            return done(request, said, "genogram", family.pk)
    context = {"family": family, "form": form, "question": question}
    return render(request, "people/asked.jinja", context, status=422 if form.errors else 200)


def _opened(request: HttpRequest, family_id: int) -> tuple[Family, Any, str]:
    family = open_family(request, family_id, what="the genogram")
    return family, genogram_of(family, request.user), reverse("genogram", args=[family.pk])


@allowed("work_with_families")
@require_http_methods(["GET", "POST"])
def person(request: HttpRequest, family_id: int) -> HttpResponse:
    """Draw somebody who is not on the record."""
    family, found, back = _opened(request, family_id)
    form = forms.PersonForm(request.POST or None, pictured=found.pictured, initial={"of": request.GET.get("of", "")})
    by = signed_in(request)

    def saves(family: Family, form: forms.PersonForm) -> None:
        actions.add(family=family, to="people", what=form.somebody, links=form.relations, by=by)

    intro = "For people who are part of the story and of whom no record is needed, such as a great-grandmother."
    question = Question("Draw somebody", "Draw them", back, intro)
    return _ask(request, family, form, question, saves, "They stand on the picture.")


@allowed("work_with_families")
@require_http_methods(["GET", "POST"])
def relation(request: HttpRequest, family_id: int) -> HttpResponse:
    """Say how two on the picture are related."""
    family, found, back = _opened(request, family_id)
    form = forms.RelationForm(request.POST or None, pictured=found.pictured, initial={"a": request.GET.get("of", "")})
    by = signed_in(request)

    def saves(family: Family, form: forms.RelationForm) -> None:
        given = form.cleaned_data
        what = forms.link(given["kin"], given["a"], given["b"], given["label"])
        actions.add(family=family, to="links", what=what, by=by)

    question = Question("How are they related?", back=back, intro="Read it as a sentence: Ivy is the parent of Gill.")
    return _ask(request, family, form, question, saves, "The relation is drawn.")


@allowed("work_with_families")
@require_http_methods(["GET", "POST"])
def tie(request: HttpRequest, family_id: int) -> HttpResponse:
    """Say how two get on."""
    family, found, back = _opened(request, family_id)
    form = forms.TieForm(request.POST or None, pictured=found.pictured, initial={"a": request.GET.get("of", "")})
    by = signed_in(request)

    def saves(family: Family, form: forms.TieForm) -> None:
        actions.add(family=family, to="ties", what=form.cleaned_data, by=by)

    intro = "As the family says it. With “looks after”, “violent” and the like, the first is the one who does it."
    return _ask(
        request, family, form, Question("How do they get on?", back=back, intro=intro), saves, "The line is drawn."
    )


@allowed("work_with_families")
@require_http_methods(["GET", "POST"])
def around(request: HttpRequest, family_id: int) -> HttpResponse:
    """Put a service, place or group beside the family."""
    family, found, back = _opened(request, family_id)
    form = forms.AroundForm(request.POST or None, pictured=found.pictured, initial={"to": request.GET.get("of", "")})
    by = signed_in(request)

    def saves(family: Family, form: forms.AroundForm) -> None:
        given = form.cleaned_data
        ties = [{"of": "ties", "kind": given["tie"], "a": "new", "b": given["to"] or "home"}] if given["tie"] else []
        what = {name: given[name] for name in ("name", "kind", "note")}
        actions.add(family=family, to="around", what=what, links=ties, by=by)

    intro = "Who works with the family by the record stands there by itself. Here go clubs, neighbours, places, work."
    question = Question("What is around the family?", "Add it", back, intro)
    return _ask(request, family, form, question, saves, "It stands on the picture.")


@allowed("work_with_families")
@require_http_methods(["GET", "POST"])
def note(request: HttpRequest, family_id: int) -> HttpResponse:
    """Put words on the picture."""
    family, _, back = _opened(request, family_id)
    by = signed_in(request)

    def saves(family: Family, form: forms.NoteForm) -> None:
        actions.add(family=family, to="notes", what=form.cleaned_data, by=by)

    form = forms.NoteForm(request.POST or None)
    return _ask(request, family, form, Question("A note on the picture", back=back), saves, "The note is there.")


@allowed("work_with_families")
@require_http_methods(["GET", "POST"])
def about(request: HttpRequest, family_id: int, node: str) -> HttpResponse:
    """Say what somebody's culture and differences are, in their words."""
    family, found, back = _opened(request, family_id)
    who = found.pictured.somebody(node)
    if who is None:
        raise Http404("There is nobody here that you can open.")
    asked = topics_of(current_pack())
    topics = {option.id: (option.label, option.hint or "") for option in asked.options} if asked else {}
    culture = found.state["culture"].get(node, {})
    now = {f"topic-{id}": words for id, words in culture.items()}
    now |= {"shape": found.state["shapes"].get(node, ""), "about": who.index}
    form = forms.AboutForm(request.POST if request.method == "POST" else None, topics=topics, initial=now)
    by = signed_in(request)

    def saves(family: Family, form: forms.AboutForm) -> None:
        given = form.cleaned_data
        # What an earlier pack asked for stays.
        kept = {id: words for id, words in culture.items() if id not in topics}
        shape, first = given["shape"], given["about"]
        words, called = kept | form.culture, {id: label for id, (label, _) in topics.items()}
        actions.say_of_person(family=family, key=node, culture=words, topics=called, shape=shape, about=first, by=by)

    intro = "Only what they want to have on the picture, in their words. Ask what is seen and unseen, spoken and not."
    question = Question(f"Culture and differences: {who.full_name or who.name or 'not named'}", back=back, intro=intro)
    return _ask(request, family, form, question, saves, "It is on the picture.")
