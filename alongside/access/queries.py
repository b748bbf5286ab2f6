"""Reads of accounts, teams and the trail, named in the words of those who ask."""

from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db.models import Count, Prefetch, Q, QuerySet

from alongside.access.models import Change, Look, Post, Team, User
from alongside.access.rules import ROLES, posts_of
from alongside.access.trail.models import TrailRow

A_PAGE = 50


def accounts(*, text: str = "", closed: bool = False) -> QuerySet[Any]:
    """Return accounts with their posts, by name; those whose name or address holds the text, when one is given."""
    found = User.objects.filter(is_active=not closed).prefetch_related(_posts())
    return found.filter(Q(name__icontains=text) | Q(email__icontains=text)) if text else found


def teams() -> QuerySet[Any]:
    """Return teams with `people`, how many active accounts hold a post in each."""
    return Team.objects.annotate(people=Count("posts__user", filter=Q(posts__user__is_active=True), distinct=True))


def posts_in(team: Team) -> QuerySet[Any]:
    """Return who holds which post in a team, active accounts only."""
    return Post.objects.filter(team=team, user__is_active=True).select_related("user").order_by("user__name", "role")


def posts_of_account(account: User) -> QuerySet[Any]:
    """Return the posts somebody holds, with their teams."""
    return Post.objects.filter(user=account).select_related("team").order_by("team__name", "role")


def who_may(capability: str, *, near: Any = None, at_most: int = 5) -> list[User]:
    """Return people who may do this: in the teams of `near` first, and when there are none, everywhere."""
    roles = [role.id for role in ROLES.values() if capability in role.may]
    holders = User.objects.filter(is_active=True, posts__role__in=roles).distinct()
    if near is not None and (own := [post.team_id for post in posts_of(near)]):
        colleagues = list(holders.filter(posts__team__in=own, posts__role__in=roles).exclude(pk=near.pk)[:at_most])
        if colleagues:
            return colleagues
    return list(holders[:at_most])


@dataclass(frozen=True)
class TrailPage:
    """A page of the trail, newest first; `older` is the number from which the next page goes on, or None."""

    rows: list[Any]
    older: int | None


def looks_of_family(family_id: int, *, before: int | None = None) -> TrailPage:
    """Return who has looked at a family, newest first."""
    return _page(Look.objects.filter(family_id=family_id), before)


def search_trail(
    *,
    kind: str = "looks",
    who: str = "",
    family_id: int | None = None,
    emergency: bool = False,
    before: int | None = None,
) -> TrailPage:
    """Return looks, or changes, newest first: of people whose name holds a text, of one family, in an emergency."""
    rows: QuerySet[Any] = Change.objects.all() if kind == "changes" else Look.objects.all()
    if who:
        people = User.objects.filter(name__icontains=who).values_list("pk", flat=True)[:100]
        rows = rows.filter(user_id__in=list(people))
    if family_id is not None:
        rows = rows.filter(family_id=family_id)
    if emergency:
        rows = rows.filter(emergency=True)
    return _page(rows, before)


def family_number(text: str) -> int | None:
    """Return the number of the family with this reference or number; 0, which no family has, when there is none."""
    text = text.strip()
    if not text:
        return None
    families = _families()
    found = families.filter(reference__iexact=text).values_list("pk", flat=True).first()
    return found or (int(text) if text.isascii() and text.isdigit() and len(text) < 18 else 0)


def family_labels(numbers: set[int]) -> dict[int, str]:
    """Return the references of families by number: an auditor works with references, never with names."""
    return dict(_families().filter(pk__in=numbers).values_list("pk", "reference"))


def team_of_family(family_id: int) -> tuple[int, str] | None:
    """Return the number of a family's team and the family's reference, or None when there is no such family."""
    return _families().filter(pk=family_id).values_list("team_id", "reference").first()


def _families() -> Any:
    """Return families by the name of their table: the app that has them comes after this one."""
    return apps.get_model("people", "Family")._default_manager.all()


def _page(rows: QuerySet[Any], before: int | None) -> TrailPage:
    if before is not None:
        rows = rows.filter(pk__lt=before)
    found: list[TrailRow] = list(rows.order_by("-pk")[: A_PAGE + 1])
    return TrailPage(found[:A_PAGE], found[A_PAGE - 1].pk if len(found) > A_PAGE else None)


def _posts() -> Prefetch:
    return Prefetch("posts", queryset=Post.objects.select_related("team").order_by("team__name", "role"))
