"""My work, my team's work, and the same list as a spreadsheet."""

from typing import Any

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.urls import NoReverseMatch, reverse
from django.views.decorators.http import require_GET

from alongside.access import rules as access
from alongside.access import trail
from alongside.access.guards import allowed, need_to_know, signed_in
from alongside.access.models import User
from alongside.design.words import today
from alongside.insight.families import seen_by, these
from alongside.insight.my_work import asked as asking
from alongside.insight.my_work.asked import SHOWS, Asked
from alongside.insight.my_work.due import Whose, counts_of, mine, page_of, the_teams, whole_list
from alongside.insight.my_work.groups import by_week
from alongside.insight.my_work.reach import of_worker, reach_of, team_of
from alongside.insight.my_work.sheet import as_csv
from alongside.insight.my_work.waiting import team_workers, waiting_for
from alongside.insight.my_work.workload import workload_of
from alongside.packs.queries import current_pack
from alongside.people.queries import emergency_accesses_to_see
from alongside.safeguarding.queries import waiting_for as waiting_for_concerns
from alongside.story.queries import awaiting_sign_off


@need_to_know
@require_GET
def my_work(request: HttpRequest) -> HttpResponse:
    """Show somebody what is due of them and what waits for them; who works with no family, where to go instead."""
    user, asked = signed_in(request), asking.read(request.GET, team=False)
    if not access.may(user, "work_with_families"):
        return render(request, "insight/start.jinja", {"pages": _pages_of(request)})
    waiting = waiting_for(user)
    reach = reach_of(user, and_of=waiting.families)
    context = _list(request, asked, mine(reach)) | {
        "waiting": waiting.within(reach.seen),
        "signs": access.may(user, "sign_off"),
        "awaiting": awaiting_sign_off(user) if access.may(user, "sign_off") else [],
        "emergencies": emergency_accesses_to_see(user)[:20] if access.may(user, "restrict_family") else [],
        "concerns": waiting_for_concerns(user, current_pack()),
        "families": these(reach.involved),
        "level_titles": _level_titles(),
    }
    return render(request, "insight/my_work/mine.jinja", context)


@allowed("see_team_families")
@require_GET
def team(request: HttpRequest) -> HttpResponse:
    """Show what is due of a team: everybody's, or one worker's."""
    user, asked = signed_in(request), asking.read(request.GET, team=True)
    families = team_of(user)
    theirs = of_worker(families, asked.worker) if asked.worker else families
    context = _list(request, asked, the_teams(theirs)) | {
        "concerns": waiting_for_concerns(user, current_pack()),
        "workers": team_workers(user),
        "workload": workload_of(families, today()),
    }
    return render(request, "insight/my_work/team.jinja", context)


@allowed("work_with_families")
@require_GET
def families(request: HttpRequest) -> HttpResponse:
    """List every family this person may see, with where each stands."""
    after = request.GET.get("after", "")
    page = seen_by(
        signed_in(request), after=int(after) if after.isascii() and after.isdigit() and len(after) < 15 else None
    )
    context = {"families": page, "after": after, "level_titles": _level_titles()}
    return render(request, "insight/families.jinja", context)


def _level_titles() -> dict[str, str]:
    return {level.id: f"Level {level.number}: {level.title}" for level in current_pack().levels}


@allowed("work_with_families")
@require_GET
def sheet(request: HttpRequest, whose: str) -> StreamingHttpResponse:
    """Send the list as a spreadsheet. That it was taken out stands on the trail, since it leaves the product."""
    asked = asking.read(request.GET, team=whose == "team")
    trail.looked(
        by=signed_in(request), what="a list of what is due, as a spreadsheet", family_id=None, subject=asked.query()
    )
    rows = whole_list(_whose(signed_in(request), asked), asked, today())
    response = StreamingHttpResponse(as_csv(rows, today()), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="due-{today().isoformat()}.csv"'
    return response


def _whose(user: User, asked: Asked) -> Whose:
    if not asked.team:
        return mine(reach_of(user))
    families = team_of(user)
    return the_teams(of_worker(families, asked.worker) if asked.worker else families)


def _list(request: HttpRequest, asked: Asked, whose: Whose) -> dict[str, Any]:
    """What both pages show of the list of due rows."""
    here = reverse("team" if asked.team else "my-work")
    page, counts = page_of(whose, asked, today()), counts_of(whose, today())
    shows = [
        (title, f"{here}?{asked.showing(show).query()}", show == asked.show, counts.get(show))
        for show, title in SHOWS.items()
    ]
    return {
        "asked": asked,
        "here": here,
        "groups": by_week(page.rows, today()),
        "older": f"{here}?{asked.query(after=page.older)}" if page.older else "",
        "first": f"{here}?{asked.query()}" if asked.after else "",
        "counts": counts,
        "shows": shows,
        "sheet": f"{reverse('due-sheet', args=['team' if asked.team else 'mine'])}?{asked.query()}",
        "sees_team": access.may(request.user, "see_team_families"),
    }


# Where somebody goes who works with no family, by what they may do.
PAGES = (
    ("publish_packs", "practice", "Practice", "Read the practice pack, and publish a new one."),
    ("manage_accounts", "accounts", "Accounts", "Make and close accounts, and say who holds which post in which team."),
    ("read_trail", "trail", "Trail", "Read who looked at which family, and who changed what."),
)  # fmt: skip


def _pages_of(request: HttpRequest) -> list[tuple[str, str, str]]:
    """Title, address and purpose of the places this person works in."""
    mine = [(title, name, what) for can, name, title, what in PAGES if access.may(request.user, can)]
    return [(title, href, what) for title, name, what in mine if (href := _address(name))]


def _address(name: str) -> str:
    """Where a page is; nothing where this installation has no such page, as the header does it."""
    try:
        return reverse(name)
    except NoReverseMatch:
        return ""
