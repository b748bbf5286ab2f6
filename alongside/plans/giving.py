"""Giving a plan or a review to the family: what was shared is written down, begun with what the record knows."""

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from alongside.access.guards import allowed, signed_in
from alongside.access.models import User
from alongside.design.words import today
from alongside.people.queries import members_of
from alongside.story import actions as story
from alongside.story.letters import sharing_form
from alongside.story.models import Entry
from alongside.story.views.opening import open_entry


@require_POST
@allowed("work_with_families")
def give(request: HttpRequest, entry_id: int) -> HttpResponse:
    """Begin the record of giving this one to the family, and go on to it."""
    entry = open_entry(request, entry_id, what="a record, to give it to the family")
    if not entry.is_final or entry.family is None:
        raise Http404("Only what is final is given to a family.")
    begun = begin_sharing(entry=entry, by=signed_in(request))
    if begun is None:
        raise Http404("This record is not one of those that are given.")
    return redirect("entry-edit", begun.pk)


@transaction.atomic
def begin_sharing(*, entry: Entry, by: User) -> Entry | None:
    """Begin the record that this one was shared, today, with all of the family who live together.

    :returns: the draft, or None where the pack asks for no such record
    """
    known = sharing_form(entry.pack, entry.stands_in)
    if known is None or entry.family is None:
        return None
    form_id, question, option = known
    begun = story.start(
        form_id=form_id, by=by, team=entry.team, family=entry.family, happened_on=today(), started_from=entry
    )
    here = [one for one in members_of(entry.family) if one.lives_here and not one.person.unborn]
    people = {"people": [{"id": one.person.pk, "name": one.name} for one in here], "others": ""}
    asked = next((field.id for field in begun.pack.form(form_id).fields if field.type == "people"), None)
    for key, value in ((question, [option]), (asked, people)):
        if key:
            story.save_answer(entry_id=begun.pk, key=key, value=value, revision=0, by=by)
    return begun
