"""The child's page, the way into it and out of it, and what its script asks for."""

import json
import secrets
import time
from typing import Any

from django.core.exceptions import RequestDataTooBig
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from alongside.access.guards import need_to_know, own, signed_in
from alongside.story import rules
from alongside.story.actions import NotADraft
from alongside.story.asking import Question
from alongside.story.drafting import question_asked
from alongside.story.drawing import handing
from alongside.story.drawing.actions import Change, Drawn, draw, hand_over, take_back
from alongside.story.drawing.houses import backdrop
from alongside.story.drawing.marks import LARGEST_MESSAGE, MOST_AT_ONCE, NotAMark, SheetFull, checked, checked_id
from alongside.story.drawing.palette import COLOURS, HEIGHT, TENTHS, WIDTH, WIDTHS, filling
from alongside.story.drawing.picture import sheet_svg, stamp
from alongside.story.drawing.stamps import STAMPS
from alongside.story.models import Answer, Entry
from alongside.story.queries.entries import filled
from alongside.story.views.opening import open_entry, readable_entry


@never_cache
@need_to_know
def drawing(request: HttpRequest, entry_id: int, question: str) -> HttpResponse:
    """Show the child's page once the device was handed over, and before that the page that hands it over."""
    entry = open_entry(request, entry_id, what="a drawing")
    asked = _question(entry, question)
    if not rules.may_write(signed_in(request), entry):
        return _finished(request, entry)
    context = {"entry": entry, "question": asked, "whose": whose(asked)}
    if handing.handed(request) is None:
        return render(request, "story/drawing/hand_over.jinja", context)
    if request.method == "POST":
        _typed(request, entry, asked)
        return redirect("drawing", entry_id=entry.pk, question=question)
    return render(request, "story/drawing/child.jinja", context | _to_draw_with(entry, asked))


def _finished(request: HttpRequest, entry: Entry) -> HttpResponse:
    """Somebody has finished the record: a child who still has the device is told so, and nothing else."""
    if handing.handed(request):
        return render(request, "story/drawing/finished.jinja", {"entry": entry}, status=409)
    return redirect("entry", entry_id=entry.pk)


def _question(entry: Entry, key: str) -> Question:
    question = question_asked(entry, key)
    if question is None or question.type != "drawing":
        raise Http404("This form asks for no such drawing.")
    return question


def whose(question: Question) -> str:
    """Return the name of the child who draws, or nothing when the form does not say."""
    someone = question.person or question.asking.subject
    return someone.name if someone else ""


def _to_draw_with(entry: Entry, question: Question) -> dict[str, Any]:
    kept = Answer.objects.filter(entry=entry, key=question.key).first()
    sheets = kept.value if kept else {}
    return {
        "sheets": [
            {
                "id": one.id,
                "label": question.asking.fill(one.label, question.person),
                "hint": question.asking.fill(one.hint, question.person),
                "backdrop": backdrop(one.id),
                "words": [mark["words"] for mark in sheets.get(one.id, []) if mark["kind"] == "words"],
            }
            for one in question.field.options
        ],
        "colours": [(id, name, colour, filling(id)) for id, (name, colour) in COLOURS.items()],
        "widths": WIDTHS,
        "stamps": [(id, one.name, stamp(one, "currentColor")) for id, one in STAMPS.items()],
    }


def _typed(request: HttpRequest, entry: Entry, question: Question) -> None:
    """Keep what was written in a house where no script runs: the words stand under those before them."""
    sheet, words = request.POST.get("sheet", ""), request.POST.get("words", "")
    if sheet not in _sheets(question) or not words.strip():
        return
    kept = Answer.objects.filter(entry=entry, key=question.key).first()
    before = [mark for mark in (kept.value.get(sheet, []) if kept else []) if mark["kind"] == "words"]
    y = min(HEIGHT - 100, 440 + 110 * len(before)) * TENTHS
    mark = {"id": secrets.token_hex(6), "kind": "words", "colour": "black", "words": words, "x": WIDTH * 5, "y": y} | {
        "at": int(time.time() * 1000)
    }
    draw(entry_id=entry.pk, key=question.key, change=Change(sheet, [checked(mark)], []), by=signed_in(request))


@require_POST
@need_to_know
def give(request: HttpRequest, entry_id: int, question: str) -> HttpResponse:
    """Hand the device over: from here on this session shows the drawing and nothing else."""
    entry = open_entry(request, entry_id, what="a drawing")
    _question(entry, question)
    if not rules.may_write(signed_in(request), entry):
        return redirect("entry", entry_id=entry.pk)
    hand_over(entry=entry, key=question, by=signed_in(request))
    handing.give(request, entry.pk, question)
    response = redirect("drawing", entry_id=entry.pk, question=question)
    # Going back must not bring up a page of the record that the browser still holds.
    response["Clear-Site-Data"] = '"cache"'
    return response


@never_cache
@own
@require_http_methods(["GET", "POST"])
def back(request: HttpRequest) -> HttpResponse:
    """Let the owner have the device back, once they have entered their password or code again."""
    given = handing.handed(request)
    if given is None:
        return redirect("/")
    if handing.shown_who_they_are(request, given):
        return _taken_back(request, given) if request.method == "POST" else render(request, "story/drawing/back.jinja")
    if not signed_in(request).has_usable_password():
        return render(request, "story/drawing/sign_in_again.jinja", {"given": given})
    return redirect(f"{reverse('account_reauthenticate')}?next={reverse('drawing-back')}")


def _taken_back(request: HttpRequest, given: handing.Handed) -> HttpResponse:
    handing.take(request)
    entry = readable_entry(request, given.entry_id)
    if entry is None:
        return redirect("/")
    take_back(entry=entry, key=given.question, by=signed_in(request))
    return redirect(f"{reverse('entry-edit', args=[entry.pk])}#q-{given.question.replace('@', '-of-')}")


@never_cache
@need_to_know
@require_http_methods(["GET", "POST"])
def marks(request: HttpRequest, entry_id: int, question: str) -> JsonResponse:
    """Tell the page's script what is drawn, and take what was drawn since. Answers in JSON:

    200 with the revision, and with all sheets when the script does not know them; 400 when it is no drawing;
    401 (from the middleware) when the session has ended; 404 when there is nothing to see; 409 when the entry is no
    longer a draft; 413 when the sheet is full or the message too long.
    """
    entry = readable_entry(request, entry_id)
    if entry is None:
        return _said(404, "This drawing can no longer be opened.")
    asked = _question(entry, question)
    if request.method == "GET":
        kept = Answer.objects.filter(entry=entry, key=question).first()
        return JsonResponse({"revision": kept.revision if kept else 0, "sheets": kept.value if kept else {}})
    if not rules.may_write(signed_in(request), entry):
        return _said(409, "This has been finished meanwhile.")
    try:
        sent = _read(request)
        drawn = draw(entry_id=entry.pk, key=question, change=_change(sent, asked), by=signed_in(request))
    except (RequestDataTooBig, SheetFull) as full:
        return _said(413, str(full))
    except (NotAMark, ValueError, RecursionError) as wrong:
        return _said(400, str(wrong)[:200])
    except NotADraft:
        return _said(409, "This has been finished meanwhile.")
    return JsonResponse(_news(drawn, sent.get("seen")))


def _read(request: HttpRequest) -> Any:
    if len(request.body) > LARGEST_MESSAGE:
        raise SheetFull("this is too much at once")
    return json.loads(request.body)


def _change(sent: Any, question: Question) -> Change:
    if not isinstance(sent, dict) or sent.get("sheet") not in _sheets(question):
        raise NotAMark("there is no such sheet")
    added, removed = sent.get("added", []), sent.get("removed", [])
    if not (isinstance(added, list) and isinstance(removed, list) and len(added) + len(removed) <= MOST_AT_ONCE):
        raise NotAMark(f"a message holds at most {MOST_AT_ONCE} marks")
    return Change(sent["sheet"], [checked(one) for one in added], [checked_id(one) for one in removed])


def _sheets(question: Question) -> list[str]:
    return [option.id for option in question.field.options]


def _news(drawn: Drawn, seen: Any) -> dict[str, Any]:
    """What the script needs to hear: all of it only when somebody else drew since it last heard."""
    news: dict[str, Any] = {"revision": drawn.answer.revision}
    return news if seen == drawn.revision_before else news | {"sheets": drawn.answer.value}


def _said(status: int, says: str) -> JsonResponse:
    return JsonResponse({"says": says}, status=status)


@require_GET
@need_to_know
def picture(request: HttpRequest, entry_id: int, question: str, sheet: str) -> HttpResponse:
    """Send one sheet of a drawing as SVG, made from its marks."""
    entry = open_entry(request, entry_id, what="a drawing")
    answer = filled(entry).kept.get(question)
    marks = answer.value.get(sheet) if answer and isinstance(answer.value, dict) else None
    if not isinstance(marks, list):
        raise Http404("Nothing is drawn on this sheet.")
    response = HttpResponse(sheet_svg(sheet, marks, says=entry.title), content_type="image/svg+xml")
    response["Cache-Control"] = "private, no-store"
    return response
