"""What stands in every page's header: the places to go, the search box, and who is signed in."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest

from alongside.access import rules
from alongside.design.addresses import url


@dataclass(frozen=True)
class Place:
    """One entry of the service navigation. `capability` names what a person must be allowed, "" when all may."""

    title: str
    url_name: str
    capability: str = ""


@dataclass(frozen=True)
class Link:
    """An entry as the layout draws it; `new` is how much waits there unread."""

    title: str
    href: str
    current: bool = False
    new: int = 0


NOTICES = Place("Notices", "notices")
PLACES = (
    Place("My work", "my-work"),
    NOTICES,
    Place("Families", "families", "work_with_families"),
    Place("Meetings", "my-meetings", "work_with_families"),
    Place("Calendar", "my-calendar", "work_with_families"),
    Place("Team", "team", "see_team_families"),
    Place("Front door", "front-door", "answer_front_door"),
    Place("Duty", "duty", "allocate"),
    Place("Oversight", "oversight", "oversee_practice"),
    Place("Claims", "claims", "oversee_practice"),
    Place("Practice", "practice"),
    Place("Directory", "keep-services", "keep_directory"),
    Place("Accounts", "accounts", "manage_accounts"),
    Place("Trail", "trail", "read_trail"),
)
ACCOUNT = Place("Your account", "your-account")
SEARCH = Place("Search", "find", "work_with_families")
SIGN_OUT = Place("Sign out", "account_logout")
FOOTER = (
    Place("Whom to call", "front-door-who-to-call"),
    Place("Threshold guide", "threshold-guide"),
    Place("Services", "services"),
    Place("Help", "help"),
    Place("Accessibility", "accessibility"),
    Place("Privacy", "privacy"),
)


@dataclass(frozen=True)
class Navigation:
    """What the layout draws: lists of links, and addresses ("" where this person has no such place)."""

    places: tuple[Link, ...]
    account: str
    search: str
    sign_out: str


def navigation(request: HttpRequest) -> Navigation:
    """The places that this person may go to, for the header of a page."""
    user = getattr(request, "user", None)
    signed_in = bool(user and user.is_authenticated)
    unread = getattr(user, "unread_notices", 0)

    def address(place: Place) -> str:
        return _address(place, user) if signed_in else ""

    return Navigation(
        places=tuple(
            Link(place.title, href, _is_under(request.path, href), unread if place is NOTICES else 0)
            for place in PLACES
            if (href := address(place))
        ),
        account=address(ACCOUNT),
        search=address(SEARCH),
        sign_out=address(SIGN_OUT),
    )


def footer() -> list[Link]:
    """The footer's links, the same for everybody: a page that says the database is away must not ask it anything."""
    return [Link(place.title, url(place.url_name)) for place in FOOTER]


def _address(place: Place, user: Any) -> str:
    """Where a place is, or nothing when this person may not go there."""
    if place.capability and not rules.may(user, place.capability):
        return ""
    return url(place.url_name)


def _is_under(path: str, href: str) -> bool:
    """Whether a page lies at or below an entry; the front page is only itself."""
    return path == href or (href != "/" and path.startswith(href))
