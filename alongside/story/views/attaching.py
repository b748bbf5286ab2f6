"""Files that are chosen in a draft: kept at once, each answered on its own, and put among the answers."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.core.files import File
from django.http import HttpRequest, JsonResponse, QueryDict
from django.template.loader import render_to_string
from django.views.decorators.http import require_POST

from alongside.access.guards import need_to_know, signed_in
from alongside.story import rules
from alongside.story.asking import Question
from alongside.story.drafting import question_asked
from alongside.story.fields.documents import Documents, row_of
from alongside.story.filing.actions import attach
from alongside.story.filing.refused import Refused
from alongside.story.models import Document, Entry
from alongside.story.queries.entries import Filled
from alongside.story.views.opening import readable_entry

FILES = "files:"
CLOSED = "This has been finished meanwhile, so nothing more can be attached to it."
# A page has far fewer rows; rows that come with a whole page are numbered from here.
FROM = 5_000


@require_POST
@need_to_know
def files(request: HttpRequest, entry_id: int) -> JsonResponse:
    """Keep the files chosen for one question, named by `key`, and answer with a row of the page for each.

    404 when there is no such question to see; 409 when the entry is no longer a draft.
    """
    entry = readable_entry(request, entry_id)
    if entry is None:
        return JsonResponse({"says": "This draft can no longer be opened."}, status=404)
    if not rules.may_write(signed_in(request), entry):
        return JsonResponse({"says": CLOSED}, status=409)
    question = question_asked(entry, request.POST.get("key", ""))
    if question is None or question.type != Documents.id:
        return JsonResponse({"says": "This question is no longer part of the form."}, status=404)
    number = request.POST.get("number", "")
    at = int(number) if number.isascii() and number.isdecimal() and len(number) < 5 else 0
    answered = list(_kept(request, entry, question, request.FILES.getlist("files")))
    rows = [_as_data(request, question, one, at + place) for place, one in enumerate(answered)]
    return JsonResponse({"files": rows})


@dataclass(frozen=True)
class Answered:
    """What became of one file: the document, or why there is none."""

    name: str
    document: Document | None = None
    says: str = ""


def taken_with_the_page(request: HttpRequest, entry: Entry, found: Filled) -> tuple[QueryDict, list[str]]:
    """Keep the files that a browser without scripts sent with the whole page.

    :returns: what was typed, with a row for each file that was taken; and what to say of each that was not
    """
    typed: QueryDict = request.POST
    refused = []
    for question in found.questions():
        sent = request.FILES.getlist(FILES + question.key) if question.type == Documents.id else []
        if sent:
            typed = QueryDict(typed.urlencode(), mutable=True)
        for place, one in enumerate(_kept(request, entry, question, sent)):
            if one.document:
                typed[f"{question.key}:{FROM + place}:id"] = str(one.document.pk)
            else:
                refused.append(f"{one.name}: {one.says}")
    return typed, refused


def _kept(request: HttpRequest, entry: Entry, question: Question, sent: Sequence[File]) -> Iterator[Answered]:
    about = question.person.id if question.person else entry.person_id
    for file in sent:
        name = str(file.name or "")
        try:
            document = attach(
                entry=entry, file=file, name=name, category=question.field.files_in or "", by=signed_in(request),
                person_id=about,
            )  # fmt: skip
        except Refused as refused:
            yield Answered(name, says=str(refused))
        else:
            yield Answered(name, document)


def _as_data(request: HttpRequest, question: Question, one: Answered, number: int) -> dict[str, Any]:
    if one.document is None:
        return {"name": one.name, "taken": False, "says": one.says}
    shown = Documents().shown(question.asking, row_of(one.document))
    context = {"question": question, "number": number, "file": shown, "id": one.document.pk}
    html = render_to_string("story/documents/row.jinja", context, request)
    return {"name": one.name, "taken": True, "says": "Attached.", "id": one.document.pk, "html": html}
