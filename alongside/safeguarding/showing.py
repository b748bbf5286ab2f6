"""What pages of other apps show of safeguarding: the band on a family's pages, and whom to call beside a concern."""

from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils import timezone
from markupsafe import Markup

from alongside.journey.glance import glance_at
from alongside.packs.format.forms import Form
from alongside.packs.queries import current_pack
from alongside.people.models import Family
from alongside.safeguarding import rules
from alongside.safeguarding.models import Concern, Step
from alongside.safeguarding.numbers import numbers_at
from alongside.safeguarding.queries import waiting_of
from alongside.story.models import Entry


def band(family: Family, request: HttpRequest) -> Markup:
    """Return the concerns of a family that wait, with their clocks, as markup; need to know is settled by the page."""
    found = waiting_of(family, glance_at(family).pack)
    return Markup(  # noqa: S704
        render_to_string("safeguarding/band.jinja", {"concerns": found}, request=request) if found else ""
    )


def sends(form: Form) -> bool:
    """Return whether finishing this form tells a manager of a concern."""
    return any(one.fact == rules.RAISED for one in form.records)


def concern_of(entry: Entry) -> int | None:
    """Return the id of the concern that a record raised or follows; asked only of forms that could."""
    facts = {one.fact for one in entry.pack.form(entry.form_id).records}
    if rules.RAISED in facts:
        return Concern.objects.filter(entry=entry).values_list("pk", flat=True).first()
    if facts & {rules.WEIGHED, rules.REFERRED, rules.ANSWERED}:
        return Step.objects.filter(entry=entry).values_list("concern", flat=True).first()
    return None


def numbers(request: HttpRequest) -> Markup:
    """Return whom to call at this hour, as markup."""
    pack = current_pack()
    context: dict[str, Any] = {"danger": pack.danger, "numbers": numbers_at(pack, timezone.now())}
    return Markup(render_to_string("safeguarding/numbers.jinja", context, request=request))  # noqa: S704
