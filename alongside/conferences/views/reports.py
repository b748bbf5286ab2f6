"""The reports of a conference: asking for them, and what can be done about one."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from alongside.access.guards import allowed, signed_in
from alongside.access.models import User
from alongside.conferences import actions
from alongside.conferences.actions.reports import due_day
from alongside.conferences.forms import AskForm, FileForm, WhyForm
from alongside.conferences.models import Conference, Report
from alongside.conferences.queries.packs import terms
from alongside.conferences.reading.readers import reports_of
from alongside.conferences.views.opening import open_to_prepare
from alongside.packs.queries import current_pack
from alongside.people.forms import tried
from alongside.people.models import Family, Involvement
from alongside.people.queries import involved_with
from alongside.story.filing.actions import file_document
from alongside.story.filing.refused import FiledAlready, Refused
from alongside.story.models import Document


@allowed("work_with_families")
@require_http_methods(["GET", "POST"])
def ask(request: HttpRequest, family_id: int, meeting_id: int) -> HttpResponse:
    """Ask the family's worker and agencies for their reports."""
    family, found = open_to_prepare(request, family_id, meeting_id, what="asking for reports")
    known = _known(found, family)
    form = AskForm(
        request.POST if request.method == "POST" else None, known=[(key, words) for key, words, _ in known],
        initial={"who": [key for key, _, _ in known]},
    )  # fmt: skip
    if request.method == "POST" and form.is_valid() and _asked(request, found, form, known):
        return redirect("conference", family_id=family_id, meeting_id=meeting_id)
    context = {
        "family": family, "conference": found, "meeting": found.meeting, "form": form,
        "due_worker": due_day(found, worker=True), "due_agency": due_day(found, worker=False),
    }  # fmt: skip
    return render(request, "conferences/ask.jinja", context, status=422 if form.errors else 200)


def _asked(request: HttpRequest, found: Conference, form: AskForm, known: list[tuple[str, str, Any]]) -> bool:
    by, asks = signed_in(request), form.cleaned_data["asks"]
    who = {key: given for key, _, given in known}
    wanted = [who[key] for key in form.cleaned_data["who"]]
    wanted += [{"name": one.name, "agency": one.agency, "email": one.email} for one in form.cleaned_data["others"]]
    for one in wanted:
        if not tried(form, actions.ask_report, conference=found, by=by, asks=asks, **one):
            return False
    messages.success(request, "Asked. Each is reminded before the day, and you hear of what comes and what is late.")
    return True


def _known(found: Conference, family: Family) -> list[tuple[str, str, dict[str, Any]]]:
    """Who can be asked by a tick: the lead practitioner as the worker, then agencies that work with them or come."""
    asked = {(one.by, one.agency.casefold()) for one in reports_of(found) if not one.not_needed_why}
    rows = [row for row in (*_working(found, family), *_coming(found)) if row[2].get("agency") or row[2].get("worker")]
    known: dict[str, tuple[str, str, dict[str, Any]]] = {}
    for key, words, given in rows:
        kind = Report.By.WORKER if given.get("worker") else Report.By.AGENCY
        once = f"{kind}:{given.get('agency', '').casefold()}"
        if kind == Report.By.WORKER and any(by == kind for by, _ in asked):
            continue
        if (kind, given.get("agency", "").casefold()) not in asked:
            known.setdefault(once, (key, words, given))
    return list(known.values())


def _working(found: Conference, family: Family) -> list[tuple[str, str, dict[str, Any]]]:
    rows: list[tuple[str, str, dict[str, Any]]] = []
    for one in involved_with(family):
        if one.user_id and one.user_id in (found.chair_id, found.minute_taker_id):
            continue
        if one.role == Involvement.Role.LEAD_PRACTITIONER and one.user:
            rows.append((f"user:{one.user_id}", f"{one.who}, the family’s worker", {"worker": True, "user": one.user}))
        elif one.where_from:
            given: dict[str, Any] = {"user": one.user} if one.user else {"name": one.who}
            rows.append((f"involved:{one.pk}", f"{one.who}, {one.where_from}", given | {"agency": one.where_from}))
    return rows


def _coming(found: Conference) -> list[tuple[str, str, dict[str, Any]]]:
    holders = {found.chair_id, found.minute_taker_id}
    rows = []
    for one in found.meeting.invitations.select_related("user"):
        if one.where_from and one.user_id not in holders:
            who: dict[str, Any] = {"user": one.user} if one.user else {"name": one.name, "email": one.email}
            rows.append((f"invited:{one.pk}", f"{one.who}, {one.where_from}", who | {"agency": one.where_from}))
    return rows


@allowed("work_with_families")
@require_http_methods(["GET", "POST"])
def report(request: HttpRequest, family_id: int, meeting_id: int, report_id: int) -> HttpResponse:
    """Show how one report stands; remind its author, file what came by hand, or ask no more."""
    family, found = open_to_prepare(request, family_id, meeting_id, what="a report for a conference")
    one = next((one for one in reports_of(found) if one.pk == report_id), None)
    if one is None:
        raise Http404("This conference has no such report.")
    forms = {"file": FileForm(prefix="file"), "why": WhyForm(prefix="why")}
    if request.method == "POST" and _done(request, family, one, forms):
        return redirect("conference", family_id=family_id, meeting_id=meeting_id)
    context = {"family": family, "conference": found, "meeting": found.meeting, "report": one, "forms": forms}
    failed = any(form.errors for form in forms.values())
    return render(request, "conferences/report.jinja", context, status=422 if failed else 200)


def _done(request: HttpRequest, family: Family, one: Report, forms: dict[str, Any]) -> bool:
    by, do = signed_in(request), request.POST.get("do", "")
    if do == "remind":
        return _reminded(request, one, by)
    if do == "file":
        form = forms["file"] = FileForm(request.POST, request.FILES, prefix="file")
        return form.is_valid() and _filed(family, one, form, by)
    if do == "why":
        why = forms["why"] = WhyForm(request.POST, prefix="why")
        return why.is_valid() and bool(tried(why, actions.not_needed, report=one, by=by, **why.cleaned_data))
    raise Http404("This page has no such button.")


def _reminded(request: HttpRequest, one: Report, by: User) -> bool:
    try:
        actions.remind(report=one, by=by)
        messages.success(request, "Reminded.")
    except ValidationError as refused:
        messages.error(request, " ".join(refused.messages))
    return True


def _filed(family: Family, one: Report, form: FileForm, by: User) -> bool:
    """File what came among the documents and with the conference; a file that the family has already will do."""
    given = form.cleaned_data
    try:
        document = _document(family, given, one, by)
    except Refused as refused:
        form.add_error("file", str(refused))
        return False
    return bool(tried(form, actions.file_report, report=one, document=document, came_on=given["came_on"], by=by))


def _document(family: Family, given: dict[str, Any], one: Report, by: User) -> Document:
    pack = current_pack()
    category = pack.form(terms(pack).report).files_copy_in or pack.document_categories[0].id
    try:
        return file_document(
            family=family, file=given["file"], name=given["file"].name, by=by, dated=given["came_on"],
            category=category, note=str(one),
        )  # fmt: skip
    except FiledAlready as there:
        return there.document
