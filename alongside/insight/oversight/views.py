"""How practice stands: figures first, the rows behind each figure next, and from there the family."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET

from alongside.access import rules as access
from alongside.access import trail
from alongside.access.guards import allowed, signed_in
from alongside.access.models import Team, User
from alongside.design.pictures import SHARES, Bar, shares
from alongside.design.words import today
from alongside.design.workbook import sent_as_workbook
from alongside.insight.oversight import asked as asking
from alongside.insight.oversight import counting, rows, support
from alongside.insight.oversight.asked import STANDINGS, Asked
from alongside.insight.oversight.counting import Counted
from alongside.insight.oversight.sheet import as_workbook
from alongside.packs.queries import current_pack

OVERSEE = "oversee_practice"
SETTLED = ("in-time", "late", "overdue")
FEW = 5


@allowed(OVERSEE)
@require_GET
def oversight(request: HttpRequest) -> HttpResponse:
    """Show how each standard was kept, by team or worker and by month, with the reasons given for lateness."""
    figures = _figures(request)
    return render(request, "insight/oversight/oversight.jinja", figures | {"pictures": _pictures(figures)})


@allowed(OVERSEE)
@require_GET
def oversight_rows(request: HttpRequest) -> HttpResponse:
    """List the single things due behind a figure; of families that who asks may not see, only how many there are."""
    user, names = signed_in(request), _teams(signed_in(request))
    asked = asking.read(request.GET, today=today(), teams=frozenset(names))
    page = rows.page_of(asked, names, user, now=timezone.now(), today=today(), after=request.GET.get("after", ""))
    context = {
        "asked": asked,
        "about": _about(asked, names),
        "page": page,
        "older": f"?{asked.query(after=page.older)}" if page.older else "",
        "back": f"{reverse('oversight')}?{asked.query(standard='', standing='', month='')}",
    }
    return render(request, "insight/oversight/rows.jinja", context)


@allowed(OVERSEE)
@require_GET
def oversight_sheet(request: HttpRequest) -> HttpResponse:
    """The same figures as a workbook; taking them out is kept in the trail."""
    figures = _figures(request)
    trail.looked(by=request.user, what="figures of practice, as a workbook", family_id=None)
    return sent_as_workbook(as_workbook(figures), "practice")


def _figures(request: HttpRequest) -> dict[str, Any]:
    """Everything the page and the workbook show."""
    names = _teams(signed_in(request))
    asked = asking.read(request.GET, today=today(), teams=frozenset(names))
    found, now = counting.rows_of(asked, names), timezone.now()
    standards = counting.by_standard(found, {one.id: one.title for one in current_pack().standards}, now, today())
    whose = counting.by_worker(found, now, today()) if asked.team else counting.by_team(found, names, now, today())
    return {
        "asked": asked,
        "here": reverse("oversight"),
        "teams": names,
        "standards": standards,
        "whole": _whole(standards),
        "slipping": _slipping(standards),
        "whose": whose,
        "whose_title": "Lead practitioner" if asked.team else "Team",
        "months": _named(counting.by_month(found, asked.months, now, today())),
        "reasons": counting.reasons(found, now, today()),
        "support": support.open_by_level(names if not asked.team else [asked.team], today()),
        "standings": STANDINGS,
    }


def _pictures(figures: dict[str, Any]) -> dict[str, Any]:
    return {
        "standards": shares(_bars(figures["standards"]), SHARES, title="How each standard was kept"),
        "whose": shares(_bars(figures["whose"]), SHARES, title=f"By {figures['whose_title'].lower()}"),
        "months": shares(_bars(figures["months"]), SHARES, title="Month by month"),
    }


def _bars(lines: Sequence[Counted]) -> list[Bar]:
    return [Bar(one.title, tuple(one.standings.get(name, 0) for name in SETTLED), _share(one)) for one in lines]


def _share(line: Counted) -> str:
    return "" if line.in_time is None else f"{line.in_time}%"


def _named(months: Sequence[Counted]) -> list[Counted]:
    return [Counted(one.key, _month(one.key), one.standings) for one in months]


def _month(text: str) -> str:
    return f"{date.fromisoformat(f'{text}-01'):%B %Y}"


def _whole(lines: Sequence[Counted]) -> Counted:
    return Counted("", "All together", {name: sum(one.standings.get(name, 0) for one in lines) for name in STANDINGS})


def _slipping(lines: Sequence[Counted]) -> list[Counted]:
    """The three standards that slip most, of those with enough behind them to say so."""
    enough = [one for one in lines if one.settled >= FEW and one.in_time is not None and one.in_time < 100]
    return sorted(enough, key=lambda one: (one.in_time or 0, -one.settled))[:3]


def _about(asked: Asked, names: dict[int, str]) -> list[str]:
    """What a list of rows is about, in words."""
    pack = current_pack()
    title = next((one.title for one in pack.standards if one.id == asked.standard), asked.standard)
    worker = counting.name_of(asked.worker) if asked.worker else ""
    month = _month(asked.month) if asked.month else ""
    return [word for word in (title, month, names.get(asked.team or 0, ""), worker) if word]


def _teams(user: User) -> dict[int, str]:
    """The teams whose practice somebody oversees, by id, in order of name."""
    everywhere = any(
        OVERSEE in role.may and role.everywhere
        for post in access.posts_of(user)
        if (role := access.ROLES.get(post.role))
    )
    teams = Team.objects.order_by("name")
    teams = teams if everywhere else teams.filter(pk__in=access.teams_where(user, OVERSEE))
    return dict(teams.values_list("pk", "name"))
