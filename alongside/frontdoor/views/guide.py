"""The guide before the call: public, kept on the device of whoever writes until it is sent, and printed."""

from typing import Any
from uuid import UUID, uuid4

from allauth.account.adapter import get_adapter
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods

from alongside.access.guards import public
from alongside.frontdoor.actions import TooMuch, send_guide
from alongside.frontdoor.calling import others, who_answers
from alongside.frontdoor.guide import (
    Guide,
    answers_from,
    blank_guide,
    guide_of,
    problems_of,
    rows_of_children,
    shown_guide,
)
from alongside.frontdoor.models import Contact
from alongside.frontdoor.rules import MOST_WORDS, read_reference
from alongside.packs.queries import current_pack
from alongside.story.fields import field_type
from alongside.thresholds.carrying import chosen

TRAP = "website"  # a box that people do not see; what fills it in is a machine


@public
@never_cache
@require_http_methods(["GET", "POST"])
def prepare(request: HttpRequest) -> HttpResponse:
    """Show the guide, print what was typed, or send it. Nothing is kept here before it is sent."""
    guide = _guide()
    if request.method == "GET":
        return _page(request, guide, _carried_in(request, guide), {}, sending=uuid4())
    answers = answers_from(guide, request.POST)
    if "print" in request.POST:
        return render(request, "frontdoor/guide_read.jinja", {"record": shown_guide(guide, answers), "blank": False})
    sending = _uuid(request.POST.get("sending", ""))
    if "send" not in request.POST:
        return _page(request, guide, answers, {}, sending=sending)
    return _send(request, guide, answers, sending)


def _send(request: HttpRequest, guide: Guide, answers: dict[str, Any], sending: UUID) -> HttpResponse:
    problems = problems_of(guide, answers)
    if problems:
        return _page(request, guide, answers, problems, sending=sending, status=422)
    size = sum(len(value) for value in request.POST.values())
    if size > MOST_WORDS or request.POST.get(TRAP):
        says = (
            "This is more than can be sent. Shorten it: the adviser asks for the rest in the call."
            if size > MOST_WORDS
            else "This could not be sent. Empty the box that is called “website”, or ring the front door."
        )
        return _page(request, guide, answers, {}, sending=sending, refused=says, status=422)
    try:
        contact = send_guide(answers=answers, sending=sending, address=get_adapter().get_client_ip(request) or "")
    except TooMuch:
        says = "Very much is being sent at this moment. Ring the front door; what you wrote is still here to print."
        return _page(request, guide, answers, {}, sending=sending, refused=says, status=429)
    return redirect(f"{reverse('front-door-reference')}?reference={contact.reference}&sent=yes")


def _page(
    request: HttpRequest, guide: Guide, answers: dict[str, Any], problems: dict[str, list[str]], *, sending: UUID,
    refused: str = "", status: int = 200,
) -> HttpResponse:  # fmt: skip
    context: dict[str, Any] = {
        "sections": guide.sections,
        "shown": {one.key: _shown(one, answers, problems) for one in guide.questions()},
        "problems": [(one, says) for one in guide.questions() for says in problems.get(one.key, [])],
        "refused": refused,
        "sending": sending,
        "typed": request.method == "POST" or bool(answers),
        "trap": TRAP,
    }
    return render(request, "frontdoor/prepare.jinja", context | _calling(), status=status)


def _shown(question: Any, answers: dict[str, Any], problems: dict[str, list[str]]) -> dict[str, Any]:
    kind, value = field_type(question.type), answers.get(question.key)
    return {
        "value": value,
        "template": kind.template,
        "kind": kind,
        "spare": [str(uuid4()) for _ in range(1 if value else 2)],
        "problems": problems.get(question.key, []),
        "applies": question.applies(answers),
    }


def _carried_in(request: HttpRequest, guide: Guide) -> dict[str, Any]:
    """What was chosen in the threshold guide on this device, as answers here: nobody chooses it twice."""
    choice = chosen(request)
    question = next((one for one in guide.questions() if one.type == "indicators"), None)
    if question is None or not choice:
        return {}
    carried = {question.key: choice.as_answer(), guide.front_door.people: rows_of_children(choice)}
    asked = {one.key for one in guide.questions()}
    carried |= {guide.front_door.callers_level: [choice.level], guide.front_door.callers_why: choice.why}
    return {key: value for key, value in carried.items() if key in asked and value not in ("", [""], [])}


@public
@require_GET
def blank(request: HttpRequest) -> HttpResponse:
    """Show the guide with room to write, for paper."""
    return render(request, "frontdoor/guide_read.jinja", {"record": blank_guide(_guide()), "blank": True})


@public
@never_cache
@require_GET
def reference(request: HttpRequest) -> HttpResponse:
    """Say whether something came under a reference. Whatever became of it, it is only said that it was received."""
    typed = request.GET.get("reference", "")[:40]
    kept = read_reference(typed)
    found = Contact.objects.filter(reference=kept, came_by=Contact.CameBy.GUIDE).first() if kept else None
    context = {"typed": typed, "found": found, "sent": bool(found) and "sent" in request.GET}
    return render(request, "frontdoor/reference.jinja", context | _calling())


@public
@require_GET
def who_to_call(request: HttpRequest) -> HttpResponse:
    """Show whom to call now, and when each answers."""
    return render(request, "frontdoor/who_to_call.jinja", {"others": others(current_pack()), **_calling()})


def _calling() -> dict[str, Any]:
    pack = current_pack()
    return {"danger": pack.danger, "numbers": who_answers(pack, timezone.now())}


def _guide() -> Guide:
    """The guide of the pack in force.

    :raises Http404: when the pack has no front door
    """
    guide = guide_of(current_pack())
    if guide is None:
        raise Http404("The practice pack says nothing of a front door.")
    return guide


def _uuid(typed: str) -> UUID:
    try:
        return UUID(typed)
    except ValueError:
        return uuid4()
