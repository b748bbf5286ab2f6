"""The page on which people write. It works whole without JavaScript; with it, every answer saves itself."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import Any
from uuid import uuid4

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache

from alongside.access.guards import need_to_know, signed_in
from alongside.story import rules
from alongside.story.actions import Conflict, NotADraft, leave_out, still_holds
from alongside.story.asking import with_asking
from alongside.story.blocks import Block
from alongside.story.carrying import as_of
from alongside.story.checks import checked
from alongside.story.drafting import Saved, digest, save_page, typed_anew
from alongside.story.fields import field_type
from alongside.story.fields.days import typed_from
from alongside.story.fields.documents import Documents
from alongside.story.lateness import late_since, overdue_since
from alongside.story.models import Answer, Entry
from alongside.story.parts import parts_of
from alongside.story.queries.entries import Filled, filled
from alongside.story.queries.offers import offers_for
from alongside.story.readiness import WHEN, Lack, lacks
from alongside.story.views.attaching import taken_with_the_page
from alongside.story.views.opening import open_entry
from alongside.story.views.taking import take_over

A_MOMENT = timedelta(minutes=15)


@dataclass(frozen=True)
class Frame:
    """Around what a draft is written: a template that extends the page's own, what it needs, and its own address."""

    template: str = "story/edit.jinja"
    here: str = ""
    context: dict[str, Any] = field(default_factory=dict)

    def address(self, entry: Entry) -> str:
        """Return where the page is sent to, and where it is shown again once it is saved."""
        return self.here or reverse("entry-edit", args=[entry.pk])


@never_cache
@need_to_know
def edit(request: HttpRequest, entry_id: int) -> HttpResponse:
    """Show a draft to write in, and save a page of it."""
    return write(request, open_entry(request, entry_id, what="a draft"))


def write(request: HttpRequest, entry: Entry, frame: Frame = Frame()) -> HttpResponse:
    """Answer with a draft that was opened: its page, or where to go once a page of it is saved."""
    if not rules.may_write(signed_in(request), entry):
        return _no_longer_a_draft(request, entry)
    if request.method == "POST":
        return _save(request, entry, frame)
    return page(request, entry, filled(entry), Saved(), frame)


def _save(request: HttpRequest, entry: Entry, frame: Frame) -> HttpResponse:
    found = filled(entry)
    try:
        data, refused = taken_with_the_page(request, entry, found)
        saved = save_page(entry=entry, found=found, data=data, by=signed_in(request))
        take_over(entry=entry, found=found, wanted=data.get("take", ""), by=signed_in(request))
        _say_of_then(entry, found, data, signed_in(request))
    except NotADraft:
        return _no_longer_a_draft(request, entry)
    if saved.conflicts or saved.day_problem:
        return page(request, entry, filled(entry), saved, frame, status=409 if saved.conflicts else 422)
    for says in refused:
        messages.error(request, says)
    if "check" in data and not refused:
        return redirect("entry-check", entry_id=entry.pk)
    if "concern" in data and not refused:
        return redirect("family-concern", entry.family_id) if entry.family_id else redirect("concern-raise")
    messages.success(request, "Saved. You can go on writing, or come back to this draft from My work.")
    return redirect(frame.address(entry) + _place(data))


def _say_of_then(entry: Entry, found: Filled, data: QueryDict, by: Any) -> None:
    """Confirm or leave out what was taken from the last record, as the buttons say; what is no question is nothing."""
    asked = {question.key for question in found.questions()}
    # Somebody typed there in this very moment: their words stay, and are not as of then any more.
    with suppress(Conflict):
        still_holds(entry=entry, keys=[key for key in data.get("still", "").split() if key in asked], by=by)
        leave_out(entry=entry, keys=[key for key in data.get("leave", "").split() if key in asked], by=by)


def _place(data: QueryDict) -> str:
    """Back to the question whose button was pressed."""
    pressed = data.get("still", "") or data.get("leave", "")
    key = data.get("more") or data.get("take", "").partition("|")[0] or pressed.partition(" ")[0]
    return f"#q-{key.replace('@', '-of-')}" if key else ""


def _no_longer_a_draft(request: HttpRequest, entry: Entry) -> HttpResponse:
    """Whoever was writing when the entry was finished sees their words once more, to copy into an amendment."""
    if request.method == "POST":
        entry.refresh_from_db(fields=["status"])
        context = {"entry": entry, "typed": typed_anew(filled(entry), request.POST)}
        return render(request, "story/closed_meanwhile.jinja", context, status=409)
    return redirect("entry", entry_id=entry.pk)


def page(
    request: HttpRequest, entry: Entry, found: Filled, saved: Saved, frame: Frame = Frame(), *, status: int = 200
) -> HttpResponse:
    """Show a draft to write in, with what stood in the way of saving a page of it."""
    asking = replace(found.asking, earlier=_earlier(found))
    found = replace(found, asking=asking, sections=[with_asking(section, asking) for section in found.sections])
    questions = list(found.questions())
    missing = lacks(entry, found)
    # Who comes from the last check sees beside each question what the check said of it.
    to_do = missing if "to-do" in request.GET else []
    context: dict[str, Any] = {
        "entry": entry,
        "here": frame.address(entry),
        "form": asking.form,
        "purpose": asking.fill(asking.form.purpose),
        "sections": found.sections,
        "shown": {question.key: answer_on_page(question, found, saved, to_do) for question in questions},
        "day_problem": saved.day_problem or next((one.says for one in to_do if one.key == WHEN), ""),
        "parts": parts_of(found, missing),
        "checks": checked(found, missing),
        **_carried(found),
        "writing_now": writing_now(found, signed_in(request)),
        "late": late_since(entry, timezone.localdate()),
        "overdue": overdue_since(entry, timezone.localdate()),
        "offers": offers_for(questions),
        "saved": saved,
        "takes_files": any(question.type == Documents.id for question in questions),
        "day": saved.day or typed_from(entry.happened_on),
        "clock": saved.time_typed or (f"{entry.happened_time:%H:%M}" if entry.happened_time else ""),
        "returned": entry.sign_offs.filter(decision="returned").select_related("decided_by").order_by("-pk").first(),
    }
    return render(request, frame.template, context | frame.context, status=status)


def _earlier(found: Filled) -> dict[str, Any]:
    """What living facts the form's field types show beside their questions, once for each type."""
    types = {question.type: field_type(question.type) for question in found.questions()}
    return {id: kind.earlier(found.asking) for id, kind in types.items()}


def answer_on_page(question: Any, found: Filled, saved: Saved, to_do: Sequence[Lack] = ()) -> dict[str, Any]:
    """Return what a page needs of one answer: its value, and by which revision and digest a change is told."""
    kept, kind = found.kept.get(question.key), field_type(question.type)
    value = saved.typed.get(question.key, kept.value if kept else None)
    theirs = saved.conflicts.get(question.key)
    return {
        "value": value,
        "revision": kept.revision if kept else 0,
        "base": digest(kept.value) if kept and not theirs else "",
        "as_of": as_of(question, found.kept),
        "by": kept,
        "template": kind.template,
        "kind": kind,
        # Empty rows come with the id their statement or action will keep, however often the row is saved.
        "spare": [str(uuid4()) for _ in range(1 if value else 2)],
        "theirs": theirs and theirs_of(theirs, kind.show(question, theirs.value)),
        "applies": question.applies(found.answers),
        "problems": (kind.problems(question, value) if not kind.is_empty(value) else [])
        or [lack.beside or lack.says for lack in to_do if lack.key == question.key],
    }


def _carried(found: Filled) -> dict[str, Any]:
    """What was taken from the last record: which one, and the questions nobody has confirmed or changed yet."""
    then = {question.key: as_of(question, found.kept) for question in found.questions()}
    marks = [one for one in then.values() if one]
    return {
        "last": marks[0] if marks else None,
        "from_then": [key for key, one in then.items() if one and not one.holds],
    }


def writing_now(found: Filled, user: Any) -> list[tuple[str, str, Any]]:
    """Return who else wrote in this draft a moment ago: their name, at which question, and when; the latest of each."""
    labels = {question.key: question.label for question in found.questions()}
    since = timezone.now() - A_MOMENT
    others = {
        answer.saved_by.name: (answer.saved_by.name, labels[key], answer.saved_at)
        for key, answer in sorted(found.kept.items(), key=lambda one: one[1].saved_at)
        if key in labels and answer.saved_by_id != user.pk and answer.saved_at > since
    }
    return list(others.values())


def theirs_of(answer: Answer, blocks: list[Block]) -> dict[str, Any]:
    """Return somebody else's answer as the page shows it beside the writer's own."""
    by = answer.saved_by
    return {"by": by.name, "by_id": getattr(by, "pk", None), "at": answer.saved_at, "blocks": blocks}
