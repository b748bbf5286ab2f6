"""What stands at the top of every page of a family: who they are, where they stand, and what is due next."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string
from markupsafe import Markup

from alongside.access import rules as access
from alongside.design.addresses import url
from alongside.design.words import today
from alongside.journey import rules
from alongside.journey.glance import glance_at
from alongside.journey.models import DueRow
from alongside.journey.queries import Standing
from alongside.journey.unheard import not_heard_in_time
from alongside.packs.format.forms import Form
from alongside.packs.format.pack import Pack
from alongside.people.models import Family
from alongside.people.queries import language_needs
from alongside.prepared import Among, Prepared
from alongside.story.models import Entry

TABS = (
    ("Story", "family"),
    ("Map", "family-map"),
    ("Voices", "family-voices"),
    ("Chronology", "family-chronology"),
    ("People", "family-people"),
    ("Plan", "family-plan"),
    ("Visits", "family-visits"),
    ("Meetings", "family-meetings"),
    ("Documents", "family-documents"),
)
SHOWN = 3


WRITTEN = Prepared(
    lambda family, forms: (
        Entry.objects.filter(Among("form_id", forms), family=family)
        .exclude(status=Entry.Status.SET_ASIDE)
        .order_by()
        .values_list("form_id", "status")
        .distinct()
    )
)


@dataclass(frozen=True)
class Tab:
    """One view of the record, as `tabs` of design/components.jinja draws it."""

    title: str
    href: str
    current: bool
    count: int = 0


@dataclass(frozen=True)
class DueShown:
    """One thing that is due, with its state today."""

    row: DueRow
    state: str


def family_header(family: Family, request: HttpRequest) -> Markup:
    """Return the header of a family's page as markup. The family comes from `open_family`: need to know is settled.

    On a tab it holds the page's h1 and all there is; on a page beneath the tabs, which has its own h1, a line.
    """
    tabs = _tabs(family, request)
    on_tab = any(tab.current for tab in tabs)
    template = "journey/header/header.jinja" if on_tab else "journey/header/line.jinja"
    context = _context(family) | {"tabs": tabs} | (_offers(family, request) if on_tab else {})
    return Markup(render_to_string(template, context, request=request))  # noqa: S704


def _context(family: Family) -> dict[str, Any]:
    glance = glance_at(family)
    standing = glance.standing
    due = [DueShown(row, row.state_on(today())) for row in glance.open_due]
    return {
        "family": family,
        "members": glance.members,
        "standing": standing,
        "lead": glance.lead,
        "due": due[:SHOWN],
        "due_count": len(due),
        "overdue_count": sum(one.state == "overdue" for one in due),
        "in_emergency": getattr(family, "in_emergency", False),
        "unheard": not_heard_in_time(glance.pack, glance.open_due, today()),
        "dangers": glance.dangers,
        "agreement": glance.agreement if standing.pathway else None,
        "stepped_down_at": glance.stepped_down_at,
        "language_needs": language_needs(glance.members),
    }


def _offers(family: Family, request: HttpRequest) -> dict[str, Any]:
    """What this person may begin from here."""
    glance = glance_at(family)
    writes = access.may(request.user, "work_with_families")
    return {
        "next_forms": _next_forms(family, glance.pack, glance.standing) if writes else [],
        "writes": writes,
        "decides": access.may(request.user, "decide_level"),
        "starting": glance.pack.starting,
        "starts": _may_start(glance.pack, glance.standing) and access.may(request.user, "decide_level"),
        "allocates": access.may(request.user, "allocate", family.team_id) and glance.standing.pathway is not None,
    }


def _may_start(pack: Pack, standing: Standing) -> bool:
    """Whether the help that the pack's `starting` describes is not given yet."""
    starting = pack.starting
    return starting is not None and not (standing.pathway and standing.level_id == starting.level)


def _tabs(family: Family, request: HttpRequest) -> tuple[Tab, ...]:
    here = request.resolver_match.view_name if request.resolver_match else ""
    return tuple(Tab(title, url(name, family.pk), here == name) for title, name in TABS)


def _next_forms(family: Family, pack: Pack, standing: Standing) -> list[Form]:
    """What the journey offers next, from what is written and being written already."""
    growing = {form.id for form in pack.forms if form.grows_into}
    following = {next_id for form in pack.forms for next_id in form.grows_into}
    written: set[str] = set()
    under_way: set[str] = set()
    for form_id, status in WRITTEN.ask(family=family.pk, forms=list(growing | following)):
        (written if status == Entry.Status.FINAL else under_way).add(form_id)
    return rules.offered_next(
        pack, standing.level_id, pathway_open=standing.pathway is not None, written=written, under_way=under_way
    )
