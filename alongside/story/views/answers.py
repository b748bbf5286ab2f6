"""One answer of a draft, saved while somebody is typing."""

from typing import Any

from django.http import HttpRequest, JsonResponse
from django.template.loader import render_to_string
from django.utils import timezone
from django.views.decorators.http import require_POST

from alongside.access.guards import need_to_know, signed_in
from alongside.story import rules
from alongside.story.actions import Conflict, NotADraft, save_answer
from alongside.story.asking import Posted
from alongside.story.drafting import Saved, digest, question_asked, rows_of_both, save_day, seen_revision, unheard_of
from alongside.story.fields import field_type
from alongside.story.models import Answer, Entry
from alongside.story.views.editing import theirs_of
from alongside.story.views.opening import readable_entry


@require_POST
@need_to_know
def save(request: HttpRequest, entry_id: int) -> JsonResponse:
    """Save one question, named by `key`. Answers in JSON, for the page's script:

    200 with the new revision; 401 (from the middleware) when the session has ended; 404 when there is no such
    question to see; 409 when somebody else changed it (with their words as HTML), or the entry is no longer a draft.
    """
    entry = readable_entry(request, entry_id)
    if entry is None:
        return _answer(404, says="This draft can no longer be opened. Copy what you typed before you leave.")
    if not rules.may_write(signed_in(request), entry):
        return _closed(entry)
    try:
        return _saved(request, entry, request.POST.get("key", ""))
    except NotADraft:
        entry.refresh_from_db(fields=["status"])
        return _closed(entry)


def _closed(entry: Entry) -> JsonResponse:
    if entry.status == Entry.Status.SET_ASIDE:
        says = "This draft was set aside meanwhile. Who began it can take it up again; what you typed waits here."
    else:
        says = "This has been finished meanwhile, so nothing more can be written in it."
    return _answer(409, closed=True, says=says)


def _saved(request: HttpRequest, entry: Entry, key: str) -> JsonResponse:
    if key == "happened":
        return _save_day(request, entry)
    question = question_asked(entry, key)
    if question is None or field_type(question.type).written_elsewhere:
        return _answer(404, says="This question is no longer part of the form. Copy what you typed before you leave.")
    kind = field_type(question.type)
    value = kind.parse(question, Posted(request.POST, key))
    if "with-theirs" in request.POST:
        value = rows_of_both(Answer.objects.filter(entry=entry, key=key).values_list("value", flat=True).first(), value)
    try:
        answer = save_answer(
            entry_id=entry.pk, key=key, value=value, revision=seen_revision(request.POST, key), by=signed_in(request),
            unheard=unheard_of(request.POST, question),
        )  # fmt: skip
    except Conflict as conflict:
        rows = rows_of_both(conflict.answer.value, value) is not value
        return _conflict(request, kind.show(question, conflict.answer.value), conflict.answer, rows=rows)
    problems = [] if kind.is_empty(value) else kind.problems(question, value)
    return _answer(200, revision=answer.revision, base=digest(value), problems=problems)


def _save_day(request: HttpRequest, entry: Entry) -> JsonResponse:
    saved = Saved()
    save_day(entry, request.POST, saved, signed_in(request))
    return _answer(200, revision=0, base="", problems=[saved.day_problem] if saved.day_problem else [])


def _conflict(request: HttpRequest, blocks: list[Any], theirs: Answer, *, rows: bool) -> JsonResponse:
    context = {"theirs": theirs_of(theirs, blocks), "scripted": True}
    html = render_to_string("story/conflict.jinja", context, request)
    text = theirs.value if isinstance(theirs.value, str) else None
    own = theirs.saved_by_id == signed_in(request).pk
    says = "You changed this in another window too." if own else f"{theirs.saved_by.name} changed this too."
    return _answer(409, revision=theirs.revision, html=html, text=text, rows=rows, says=says)


def _answer(status: int, **what: Any) -> JsonResponse:
    return JsonResponse({"at": timezone.localtime().strftime("%H:%M"), **what}, status=status)
