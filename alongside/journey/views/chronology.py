"""The chronology: what happened in a family's life, in order, marked from any record or written as it is remembered."""

from datetime import date, datetime
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.http import urlencode
from django.utils.text import slugify
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from alongside.access import rules as access
from alongside.access.guards import allowed, need_to_know, signed_in
from alongside.design.sheets import line
from alongside.design.words import day, today
from alongside.journey.forms import CompleteForm
from alongside.journey.glance import Glance, glance_at
from alongside.packs.queries import current_pack
from alongside.people.forms import tried
from alongside.people.models import Family
from alongside.people.queries import open_family
from alongside.story import actions as story
from alongside.story.actions.chronology import complete_chronology, mark_event
from alongside.story.blocks import Grid, ShownEntry, ShownQuestion, ShownSection
from alongside.story.filing import queries as filing
from alongside.story.pdf import as_pdf
from alongside.story.queries.chronology import (
    A_PAGE,
    Event,
    Wanted,
    chronology_form,
    completed_at,
    standing_events,
    told,
)
from alongside.story.views.opening import open_entry

# The category of the pack under which chronologies of earlier records are filed.
FILED_UNDER = "chronologies"
YEARS = ("since", "until")
HEADINGS = ("When", "What happened", "Whom it touched", "What it meant", "Weight")


@need_to_know
@require_GET
def chronology(request: HttpRequest, family_id: int) -> HttpResponse:
    """Show the events that are asked for, a hundred to a page, and when the whole was last gone through."""
    family = open_family(request, family_id, what="the chronology")
    glance = glance_at(family)
    wanted = wanted_of(request.GET, glance)
    number = _number(request.GET.get("page", ""))
    rows = list(standing_events(family, wanted)[number * A_PAGE : (number + 1) * A_PAGE + 1])
    context: dict[str, Any] = {
        "family": family,
        "events": told(rows[:A_PAGE], glance.pack, [one.person for one in glance.members]),
        "before": number,
        "goes_on": number + 2 if len(rows) > A_PAGE else 0,
        "wanted": wanted,
        "typed": {name: request.GET.get(name, "")[:30] for name in YEARS},
        "problems": _problems(request.GET),
        "query": query_of(wanted),
        "members": glance.members,
        "kinds": sorted(glance.pack.event_kinds, key=lambda kind: kind.title),
        "completed": _completed(family, rows),
        "earlier": filing.documents_of(family, filing.Wanted(category=FILED_UNDER)).prefetch_related(None)[:20],
        "form": CompleteForm(initial={"on": today()}),
        "writes": access.may(request.user, "work_with_families") and chronology_form(glance.pack) is not None,
    }
    return render(request, "journey/chronology/chronology.jinja", context)


def _completed(family: Family, rows: list[Any]) -> tuple[datetime, str] | None:
    """When it was last said to be complete, and by whom: known with any event that is shown."""
    if not rows:
        return completed_at(family)
    return (rows[0].completed_at, rows[0].completed_by) if rows[0].completed_at else None


def wanted_of(asked: QueryDict, glance: Glance) -> Wanted:
    """Return what an address asks for; what makes no sense is as if it had not been asked."""
    kinds = {kind.id for kind in glance.pack.event_kinds}
    person = next((one.person.pk for one in glance.members if str(one.person.pk) == asked.get("person")), None)
    kind, since, until = asked.get("kind", ""), _year(asked.get("since")), _year(asked.get("until"))
    return Wanted(
        person=person, kind=kind if kind in kinds else "", since=since,
        until=until if until and until >= (since or until) else None, latest_first=asked.get("order") == "latest",
    )  # fmt: skip


def _number(typed: str) -> int:
    """Which page, 0 for the first; what is no number is the first."""
    return max(int(typed) - 1, 0) if typed.isascii() and typed.isdigit() and len(typed) < 6 else 0


def _year(typed: str | None) -> int | None:
    words = (typed or "").strip()
    return int(words) if len(words) == 4 and words.isascii() and words.isdigit() and "1850" <= words < "9999" else None


def _problems(asked: QueryDict) -> dict[str, str]:
    """What is wrong with the years that were typed; such a year narrows nothing."""
    found = {
        name: "Write the year with four figures, such as 2019"
        for name in YEARS
        if asked.get(name, "").strip() and _year(asked.get(name)) is None
    }
    since, until = (_year(asked.get(name)) for name in YEARS)
    if since and until and until < since:
        found["until"] = "This year is before the first one"
    return found


def query_of(wanted: Wanted) -> str:
    """Return what is asked for as the end of an address, empty when nothing is."""
    asked = {
        "person": wanted.person, "kind": wanted.kind, "since": wanted.since, "until": wanted.until,
        "order": "latest" if wanted.latest_first else "",
    }  # fmt: skip
    given = {name: value for name, value in asked.items() if value}
    return urlencode(given)


@require_POST
@allowed("work_with_families")
def add(request: HttpRequest, family_id: int) -> HttpResponse:
    """Begin an event that no record tells of. Of long ago, the day is the one on which it was heard of: today."""
    family = open_family(request, family_id, what="the chronology")
    form = chronology_form(current_pack())
    if form is None:
        messages.error(request, "The practice pack has no form for events of the chronology.")
        return redirect("family-chronology", family_id=family.pk)
    entry = story.start(
        form_id=form.id, by=signed_in(request), team=family.team, family=family,
        happened_on=today() if "long-ago" in request.POST else None,
    )  # fmt: skip
    return redirect("entry-edit", entry_id=entry.pk)


@require_POST
@allowed("work_with_families")
def mark(request: HttpRequest, entry_id: int) -> HttpResponse:
    """Begin an event from a record, with what the record knows already."""
    record = open_entry(request, entry_id, what="marking an event")
    if not record.is_final or record.family is None or chronology_form(current_pack()) is None:
        messages.error(request, "Only a final record of a family can be marked in its chronology.")
        return redirect("entry", entry_id=record.pk)
    return redirect("entry-edit", entry_id=mark_event(record=record, by=signed_in(request)).pk)


@allowed("work_with_families")
@require_http_methods(["GET", "POST"])
def complete(request: HttpRequest, family_id: int) -> HttpResponse:
    """Take down that somebody has gone through the chronology and that it is complete."""
    family = open_family(request, family_id, what="the chronology")
    form = CompleteForm(request.POST or None, initial={"on": today()})
    if form.is_valid() and tried(form, complete_chronology, family=family, by=signed_in(request), **form.cleaned_data):
        messages.success(request, "Noted. Supervision sees this day.")
        return redirect("family-chronology", family_id=family.pk)
    context = {"family": family, "form": form}
    return render(request, "journey/chronology/complete.jinja", context, status=422 if form.errors else 200)


@need_to_know
@require_GET
def pdf(request: HttpRequest, family_id: int) -> HttpResponse:
    """Send the events that are asked for as a PDF."""
    family = open_family(request, family_id, what="the chronology, as a PDF")
    events, wanted = _everything(request, family)
    record = ShownEntry(
        title=f"Chronology: {family.name}",
        facts=tuple(_facts(family, wanted)),
        sections=(ShownSection("What happened", (ShownQuestion("In the order of time", blocks=(_grid(events),)),)),),
        foot=f"Chronology · {family.reference} · {day(today())}",
    )
    return _sent(as_pdf(record), "application/pdf", family, "pdf")


@need_to_know
@require_GET
def sheet(request: HttpRequest, family_id: int) -> HttpResponse:
    """Send the events that are asked for as a spreadsheet that cannot run anything; days as 2026-03-09."""
    family = open_family(request, family_id, what="the chronology, as a spreadsheet")
    events, _ = _everything(request, family)
    heads = ("From", "To", "When", "Kind", *HEADINGS[1:], "How we know", "Record")
    lines = [line(heads)] + [
        line((
            one.row.first_day, one.row.last_day, one.when, one.kind, one.row.words, _whom(one), _meant(one), one.weight,
            one.source, f"{one.record.title}, entry {one.record.pk}",
        ))
        for one in events
    ]  # fmt: skip
    return _sent("".join(lines).encode("utf-8-sig"), "text/csv; charset=utf-8", family, "csv")


def _everything(request: HttpRequest, family: Family) -> tuple[list[Event], Wanted]:
    glance = glance_at(family)
    wanted = wanted_of(request.GET, glance)
    return told(standing_events(family, wanted), glance.pack, [one.person for one in glance.members]), wanted


def _facts(family: Family, wanted: Wanted) -> list[tuple[str, str]]:
    completed = completed_at(family)
    facts = [
        ("Family", f"{family.name} ({family.reference})"),
        ("Complete", f"{day(completed[0])}, {completed[1]}" if completed else "Nobody has said so yet"),
        ("Printed", day(today())),
    ]
    return [*facts, ("Shows", "A part of it, as it was filtered")] if wanted.narrows else facts


def _grid(events: list[Event]) -> Grid:
    rows = tuple((one.when, f"{one.kind}\n{one.row.words}", _whom(one), _meant(one), one.weight) for one in events)
    return Grid(HEADINGS, rows or (("", "Nothing is marked yet", "", "", ""),))


def _whom(one: Event) -> str:
    return ", ".join(f"{name} ({age})" if age else name for name, age in one.people)


def _meant(one: Event) -> str:
    return "\n".join(f"{name}: {words}" if name else words for name, words in one.impact)


def _sent(content: bytes, kind: str, family: Family, ending: str) -> HttpResponse:
    response = HttpResponse(content, content_type=kind)
    name = f"chronology-{slugify(family.name)}-{_file_day(today())}.{ending}"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _file_day(when: date) -> str:
    return when.isoformat()
