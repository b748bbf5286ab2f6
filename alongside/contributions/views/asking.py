"""Asking agencies, or the family, to contribute to a record that is being written."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from alongside.access.guards import need_to_know, signed_in
from alongside.contributions.choosing import agencies_around, ask_those, family_members, without_an_account
from alongside.contributions.forms import AskForm
from alongside.contributions.models import Contribution
from alongside.contributions.queries import contributions_for, forms_asked_of_others
from alongside.contributions.rules import due_day
from alongside.packs.format.forms import Form
from alongside.packs.queries import current_pack
from alongside.story import rules
from alongside.story.models import Entry
from alongside.story.views.opening import open_entry


@require_http_methods(["GET", "POST"])
@need_to_know
def for_a_record(request: HttpRequest, entry_id: int) -> HttpResponse:
    """Ask for contributions to a draft: choose whom, by when, and what especially. `?of=family` asks the family."""
    entry = open_entry(request, entry_id, what="asking others to contribute")
    if entry.family is None or not rules.may_write(signed_in(request), entry):
        return redirect("entry", entry_id=entry.pk)
    pack_form = asked_form(entry, "family" if request.GET.get("of") == "family" else "agency")
    asked = list(contributions_for("entry", entry.pk))
    known = _known(pack_form, entry, asked, signed_in(request))
    form = AskForm(request.POST or None, known=known, initial={"due": _day(pack_form)})
    if request.method == "POST" and form.is_valid() and _ask(request, entry, pack_form, form):
        return redirect("entry-edit", entry_id=entry.pk)
    context = {
        "entry": entry, "pack_form": pack_form, "form": form, "asked": asked, "known": known,
        "unreached": without_an_account(entry.family, asked) if pack_form.asked_of_others.who == "agency" else [],  # type: ignore[union-attr]
    }  # fmt: skip
    return render(request, "contributions/ask.jinja", context, status=422 if form.errors else 200)


def asked_form(entry: Entry, who: str) -> Form:
    """Return the form that such a record asks others for: of its own kind of support, the first the pack has.

    :raises Http404: when the pack asks nothing of them
    """
    forms = forms_asked_of_others(current_pack(), who)
    level = set(entry.pack.form(entry.form_id).levels)
    found = [form for form in forms if not form.levels or level & set(form.levels)] if level else forms
    if not found:
        raise Http404("The practice pack has no form that others are asked to fill in for such a record.")
    return found[0]


def _known(pack_form: Form, entry: Entry, asked: list[Contribution], by: Any) -> list[tuple[str, str]]:
    assert entry.family is not None
    if pack_form.asked_of_others and pack_form.asked_of_others.who == "family":
        return family_members(entry.family)
    return agencies_around(entry.family, by, asked)


def _day(pack_form: Form) -> Any:
    terms = pack_form.asked_of_others
    return due_day(terms, current_pack(), timezone.localdate()) if terms else None


def _ask(request: HttpRequest, entry: Entry, pack_form: Form, form: AskForm) -> bool:
    about = {"family": entry.family, "for_kind": "entry", "for_id": entry.pk, "form_id": pack_form.id}
    given = form.cleaned_data
    try:
        with transaction.atomic():
            made = ask_those(
                who=given["who"], others=given["others"], about=about, asks=given["asks"], due=given["due"],
                by=signed_in(request),
            )  # fmt: skip
    except ValidationError as refused:
        fields = getattr(refused, "error_dict", {})
        field = next((name for name in fields if name in form.fields), None)
        form.add_error(field or ("others" if given["others"] else "who"), refused.messages)
        return False
    messages.success(request, f"Asked: {', '.join(one.said_by for one in made)}.")
    return True
