"""Inviting a colleague to write in the same draft."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from alongside.access.guards import need_to_know, signed_in
from alongside.access.models import User
from alongside.contributions.actions.inviting import invite_to_write
from alongside.contributions.forms import InviteForm
from alongside.people.queries import involved_with
from alongside.story import rules
from alongside.story.models import Entry
from alongside.story.views.opening import open_entry


@require_http_methods(["GET", "POST"])
@need_to_know
def invite(request: HttpRequest, entry_id: int) -> HttpResponse:
    """Choose who of those around the family writes in a draft too, and tell them."""
    entry = open_entry(request, entry_id, what="inviting somebody to write")
    if entry.family is None or not rules.may_write(signed_in(request), entry):
        return redirect("entry", entry_id=entry.pk)
    known = who_writes_too(entry, signed_in(request))
    form = InviteForm(request.POST or None, known=known)
    if request.method == "POST" and form.is_valid():
        chosen = User.objects.filter(pk__in=[int(key.partition(":")[2]) for key in form.cleaned_data["who"]])
        try:
            told = invite_to_write(entry=entry, users=chosen, asks=form.cleaned_data["asks"], by=signed_in(request))
            messages.success(request, f"Told: {', '.join(one.name for one in told)}. You can both write at once.")
            return redirect("entry-edit", entry_id=entry.pk)
        except ValidationError as refused:
            form.add_error("who", refused.messages)
    context = {"entry": entry, "form": form, "known": known}
    return render(request, "contributions/invite.jinja", context, status=422 if form.errors else 200)


def who_writes_too(entry: Entry, by: User) -> list[tuple[str, str]]:
    """Return those who work with the family and have an account, by a key for the list to tick."""
    found = {one.user.pk: one for one in involved_with(entry.family_id or 0) if one.user and one.user.is_active}
    return [(f"user:{pk}", ", ".join(filter(None, (one.who, one.agency)))) for pk, one in found.items() if pk != by.pk]
