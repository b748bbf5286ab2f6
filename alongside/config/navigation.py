"""What stands in every page's header: the places to go, the search box, and who is signed in."""

from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse


@dataclass(frozen=True)
class Place:
    """One entry of the service navigation. `capability` names what a person must be allowed, "" when all may."""

    title: str
    url_name: str
    capability: str = ""


@dataclass(frozen=True)
class Link:
    """An entry as the layout draws it."""

    title: str
    href: str
    current: bool = False


PLACES = (
    Place("My work", "my-work"),
    Place("Families", "families", "work_with_families"),
    Place("Team", "team", "see_team_families"),
    Place("Practice", "practice"),
    Place("Accounts", "accounts", "manage_accounts"),
    Place("Trail", "trail", "read_trail"),
)
ACCOUNT = (Place("Your account", "your-account"),)
FOOTER = (Place("Help", "help"), Place("Accessibility", "accessibility"), Place("Privacy", "privacy"))


def navigation(request: HttpRequest) -> dict[str, list[Link]]:
    """The layout's links under `places`, `account` and `footer`, holding only what this person may open."""
    user = getattr(request, "user", None)
    signed_in = bool(user and user.is_authenticated)
    return {
        "places": _links(request, PLACES) if signed_in else [],
        "account": _links(request, ACCOUNT) if signed_in else [],
        "footer": _links(request, FOOTER),
    }


def _links(request: HttpRequest, places: tuple[Place, ...]) -> list[Link]:
    from alongside.access import rules

    links = []
    for place in places:
        if place.capability and not rules.may(request.user, place.capability):
            continue
        try:
            href = reverse(place.url_name)
        except NoReverseMatch:
            continue
        links.append(Link(place.title, href, _is_under(request.path, href)))
    return links


def _is_under(path: str, href: str) -> bool:
    """Whether a page lies at or below an entry; the front page is only itself."""
    return path == href or (href != "/" and path.startswith(href))
