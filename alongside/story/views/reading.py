"""An entry as it stands: on a page, and as a PDF."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.text import slugify
from django.views.decorators.http import require_GET

from alongside.access.guards import need_to_know, signed_in
from alongside.packs.queries import current_pack
from alongside.story import rules
from alongside.story.asking.questions import holds
from alongside.story.checks import checked
from alongside.story.letters import key_of, letters_of, sharing_form
from alongside.story.models import Entry
from alongside.story.pdf import as_pdf
from alongside.story.queries.chronology import chronology_form, marked_from
from alongside.story.queries.entries import Filled, filled
from alongside.story.readiness import lacks
from alongside.story.showing import shown
from alongside.story.signing import may_sign_as_asked
from alongside.story.standing import Standing, standing_of
from alongside.story.views.opening import open_entry


@require_GET
@need_to_know
def entry(request: HttpRequest, entry_id: int) -> HttpResponse:
    """Show an entry: final, waiting for a signature, set aside, or a draft that somebody else is writing."""
    return page(request, open_entry(request, entry_id))


def page(
    request: HttpRequest, entry: Entry, *, problem: str = "", comment: str = "", status: int = 200
) -> HttpResponse:
    """Render an entry's page, with what was wrong with a signature when there is something."""
    found = filled(entry)
    sign_off = found.asking.form.sign_off
    context: dict[str, Any] = {
        "entry": entry,
        "asked_of_signer": found.asking.fill(sign_off.says) if sign_off else "",
        "record": shown(entry, found),
        "checks": checked(found, lacks(entry, found)) if entry.status == Entry.Status.AWAITING_SIGN_OFF else [],
        "last": last_of_its_kind(entry, found),
        "sign_offs": list(entry.sign_offs.select_related("asked_by", "decided_by").order_by("pk")),
        "versions": versions_of(entry),
        "may_write": rules.may_write(signed_in(request), entry),
        "may_amend": rules.may_amend(signed_in(request), entry),
        "may_mark": rules.may_mark(signed_in(request), entry) and _may_stand_in_a_chronology(entry),
        "led_to": marked_from(entry) if entry.is_final else [],
        "may_sign": rules.may_sign(signed_in(request), entry) and may_sign_as_asked(signed_in(request), entry),
        "letters": [(key_of(letter, person), title) for letter, person, title in letters_of(found)],
        "may_restore": entry.status == Entry.Status.SET_ASIDE and entry.author_id == signed_in(request).pk,
        "may_give": _may_give(entry) and rules.may_amend(signed_in(request), entry),
        "grows_into": _grows_into(entry, found),
        "problem": problem,
        "comment": comment,
    }
    return render(request, "story/entry.jinja", context, status=status)


def last_of_its_kind(entry: Entry, found: Filled) -> Entry | None:
    """Return the record before this one, for forms that begin from the last; a version is held against its own."""
    if not found.asking.form.begins_from_last or entry.happened_on is None:
        return None
    before = Entry.objects.filter(
        family=entry.family_id, form_id=entry.form_id, person=entry.person_id, status=Entry.Status.FINAL,
        superseded_at=None, happened_on__lt=entry.happened_on,
    )  # fmt: skip
    return before.exclude(pk=entry.pk).order_by("-happened_on", "-pk").first()


def _may_give(entry: Entry) -> bool:
    """Whether the pack asks to write down that such a record was shared with the family."""
    return entry.family_id is not None and sharing_form(entry.pack, entry.stands_in) is not None


def _grows_into(entry: Entry, found: Filled) -> list[Any]:
    """The forms that may start from this one, while it stands, where the family stands now, and as its answers say."""
    if not entry.is_final or entry.superseded_at or entry.family is None:
        return []
    itself = found.asking.form
    grown = [
        form
        for form in entry.pack.forms
        if form.id in itself.grows_into and holds(itself.grows_only.get(form.id), found.answers)
    ]
    standing = standing_of(entry.family) if grown else Standing()
    return [form for form in grown if rules.offered_at(form, level=standing.level, pathway_open=standing.pathway_open)]


def versions_of(entry: Entry) -> list[Entry]:
    """Return the other versions of an entry, oldest first, those before it and those after."""
    before: list[Entry] = []
    earlier = entry.amends
    while earlier is not None:
        before.insert(0, earlier)
        earlier = earlier.amends
    after: list[Entry] = []
    later = _amendment(entry)
    while later is not None:
        after.append(later)
        later = _amendment(later)
    return before + after


def _amendment(entry: Entry) -> Entry | None:
    return entry.amendments.exclude(status=Entry.Status.SET_ASIDE).select_related("author").first()


@require_GET
@need_to_know
def pdf(request: HttpRequest, entry_id: int) -> HttpResponse:
    """Send an entry as an accessible PDF; a draft says on every page that it is one."""
    entry = open_entry(request, entry_id, what="an entry as PDF")
    return pdf_response(as_pdf(shown(entry, filled(entry))), f"{slugify(entry.title)}-{entry.pk}.pdf")


def pdf_response(content: bytes, name: str) -> HttpResponse:
    """Return a PDF to be read in the browser, under a name that holds nothing of the family."""
    response = HttpResponse(content, content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="{name}"'
    response["Cache-Control"] = "private, no-store"
    return response


def _may_stand_in_a_chronology(entry: Entry) -> bool:
    """Whether an event could be marked from it: not from an event, nor about no family."""
    form = chronology_form(current_pack())
    return form is not None and entry.family_id is not None and entry.form_id != form.id
