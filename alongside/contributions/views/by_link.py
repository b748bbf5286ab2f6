"""Pages for those who were asked and have no account: to write, to read it through and send it, or to say no."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from alongside.access import trail
from alongside.access.guards import by_link
from alongside.access.models import SecretLink
from alongside.contributions import actions
from alongside.contributions.actions.answering import TypedElsewhere, missing_in
from alongside.contributions.filling import as_it_will_stand, as_typed
from alongside.contributions.keeping import keep_page, stands
from alongside.contributions.mails import CONTRIBUTE
from alongside.contributions.models import Contribution
from alongside.contributions.reading import letter_shown
from alongside.story.actions import NotReady
from alongside.story.asking import Posted
from alongside.story.drafting import Saved, digest, has_question, seen_revision, unheard_of
from alongside.story.fields import field_type
from alongside.story.models import Entry
from alongside.story.pdf import as_pdf
from alongside.story.queries.entries import REASON, filled
from alongside.story.showing import shown
from alongside.story.views.editing import answer_on_page, theirs_of
from alongside.story.views.reading import pdf_response

AROUND = ("family__team", "user", "person", "asked_by", "pack_version", "entry__pack_version", "entry__author")


@by_link(CONTRIBUTE)
@require_http_methods(["GET", "POST"])
def write(request: HttpRequest, link: SecretLink) -> HttpResponse:
    """Show the questions with what was typed so far, and keep what is sent; once it is settled, say how it stands."""
    found = _asked(link)
    if not found.is_open:
        return _settled(request, found, 409 if request.method == "POST" else 200)
    if request.method == "GET":
        trail.looked(by=link, what="what they are asked for", family_id=found.family_id, subject=_subject(found))
        return _page(request, found, Saved())
    try:
        saved = keep_page(contribution=found, data=request.POST, by=link)
    except ValidationError:
        return _settled(request, _asked(link), 409)
    if saved.conflicts:
        return _page(request, _asked(link), saved, 409)
    if "send" in request.POST:
        return redirect(f"{_home(request)}send/")
    messages.success(request, "Saved. You can go on, or come back later by the same link.")
    return redirect(_home(request) + _place(request.POST.get("more", "")))


def _subject(found: Contribution) -> str:
    return f"contribution {found.pk}"


def _place(key: str) -> str:
    return f"#q-{key.replace('@', '-of-')}" if key else ""


@by_link(CONTRIBUTE)
@require_POST
def answer(request: HttpRequest, link: SecretLink) -> JsonResponse:
    """Keep one question while somebody types; answers as the page for drafts does, for the same script."""
    found, key = _asked(link), request.POST.get("key", "")
    question = has_question(as_typed(found), key)
    if question is None:
        return _said(404, says="This question is no longer part of the form. Copy what you typed before you leave.")
    kind = field_type(question.type)
    value = kind.parse(question, Posted(request.POST, key))
    typed: dict[str, Any] = {"contribution": found, "key": key, "value": value, "by": link}
    try:
        try:
            revision = actions.save_typed(revision=seen_revision(request.POST, key), **typed)
        except TypedElsewhere as elsewhere:
            # This page sent it before, and had not heard that it arrived.
            if elsewhere.value not in unheard_of(request.POST, question):
                raise
            revision = actions.save_typed(revision=elsewhere.revision, **typed)
    except TypedElsewhere as elsewhere:
        theirs = theirs_of(stands(found, key, elsewhere), kind.show(question, elsewhere.value))
        theirs["by_id"] = request.user.pk
        html = render_to_string("story/conflict.jinja", {"theirs": theirs, "scripted": True}, request)
        text = elsewhere.value if isinstance(elsewhere.value, str) else None
        return _said(409, revision=elsewhere.revision, html=html, text=text, says="You changed this in another window.")
    except ValidationError:
        return _said(409, closed=True, says="This has been sent or ended meanwhile, so nothing more is kept here.")
    problems = [] if kind.is_empty(value) else kind.problems(question, value)
    return _said(200, revision=revision, base=digest(value), problems=problems)


@by_link(CONTRIBUTE)
@require_http_methods(["GET", "POST"])
def send(request: HttpRequest, link: SecretLink) -> HttpResponse:
    """Show it as it will stand, with what is missing; send it once nothing is."""
    found = _asked(link)
    if not found.is_open:
        return redirect(_home(request))
    if request.method == "GET":
        return _through(request, found)
    try:
        keep_page(contribution=found, data=request.POST, by=link)
        actions.receive(contribution=found, by=link)
    except NotReady:
        return _through(request, _asked(link), 422)
    except ValidationError:
        pass
    return redirect(_home(request))


@by_link(CONTRIBUTE)
@require_POST
def decline(request: HttpRequest, link: SecretLink) -> HttpResponse:
    """Say that one cannot, with the reason."""
    found, why = _asked(link), request.POST.get("why", "")
    try:
        actions.decline(contribution=found, why=why, by=link)
    except ValidationError as refused:
        if found.is_open:
            says = refused.messages[0]
            return _page(request, found, Saved(), 422, why=why, why_problem=says)
    return redirect(_home(request))


@by_link(CONTRIBUTE)
@require_GET
def pdf(request: HttpRequest, link: SecretLink) -> HttpResponse:
    """Send back what was sent, as a PDF."""
    found = _asked(link)
    entry = _sent(found)
    trail.looked(by=link, what="their own contribution as PDF", family_id=found.family_id, subject=f"entry {entry.pk}")
    return pdf_response(as_pdf(shown(entry, filled(entry))), f"sent-{found.pk}.pdf")


def _asked(link: SecretLink) -> Contribution:
    found = Contribution.objects.select_related(*AROUND).filter(pk=link.about).first()
    if found is None:
        raise Http404("This link leads nowhere any more.")
    return found


def _sent(found: Contribution) -> Entry:
    if found.state != Contribution.State.RECEIVED or found.entry is None:
        raise Http404("Nothing was sent by this link yet.")
    return found.entry


def _home(request: HttpRequest) -> str:
    """The page of the link that a page below it belongs to."""
    token = request.resolver_match.kwargs["token"] if request.resolver_match else ""
    return reverse("contribute", args=[token])


def _page(request: HttpRequest, found: Contribution, saved: Saved, status: int = 200, **more: str) -> HttpResponse:
    typed = as_typed(found)
    context: dict[str, Any] = {
        "asked": found,
        "home": _home(request),
        "sections": typed.sections,
        "shown": {question.key: answer_on_page(question, typed, saved) for question in typed.questions()},
        "offers": {},
        "saved": saved,
        "letter": letter_shown(found),
        "danger": found.pack_version.pack.danger,
        **more,
    }
    return render(request, "contributions/by_link/write.jinja", context, status=status)


def _through(request: HttpRequest, found: Contribution, status: int = 200) -> HttpResponse:
    typed = as_typed(found)
    missing = missing_in(found)
    reasons = {lack.key: answer_reason(found, lack.key) for lack in missing if lack.reason_allowed}
    context = {
        "asked": found, "home": _home(request), "lacks": missing, "reasons": reasons,
        "record": shown(as_it_will_stand(found), typed),
    }  # fmt: skip
    return render(request, "contributions/by_link/send.jinja", context, status=status)


def answer_reason(found: Contribution, key: str) -> dict[str, Any]:
    """Return the reason for leaving a question, as the page shows it."""
    given = found.answers.get(REASON + key)
    value, revision = (given["value"], given["revision"]) if given else ("", 0)
    return {"words": value, "base": digest(value) if given else "", "revision": revision}


def _settled(request: HttpRequest, found: Contribution, status: int) -> HttpResponse:
    context = {"asked": found, "home": _home(request)}
    return render(request, "contributions/by_link/settled.jinja", context, status=status)


def _said(status: int, **what: Any) -> JsonResponse:
    return JsonResponse({"at": timezone.localtime().strftime("%H:%M"), **what}, status=status)
