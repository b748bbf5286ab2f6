"""Which families a worklist is about, settled once for the whole page by the one rule of who sees which family."""

from collections.abc import Collection
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.db.models import Q, QuerySet
from django.utils import timezone

from alongside.access import rules as access
from alongside.access.models import User
from alongside.people.models import Family, Involvement
from alongside.people.need_to_know import Viewer, in_force, seen_by, viewer
from alongside.prepared import Among, Prepared

LEAD = Involvement.Role.LEAD_PRACTITIONER
# Whose rows are a manager's: those of standards that name a role that signs off.
SIGNING = [role.id for role in access.ROLES.values() if "sign_off" in role.may]

INVOLVED: Prepared[tuple[int, str]] = Prepared(
    lambda user, today: Involvement.objects.filter(in_force(today), user=user).values_list("family_id", "role")
)


@dataclass(frozen=True)
class Reach:
    """Families, by id: all that may be shown, those somebody is involved with, those they lead, those they manage.

    `signs_as` are the signing roles they hold; what standards ask of these roles in `managed` families is theirs too.
    """

    seen: frozenset[int]
    involved: list[int]
    led: list[int]
    managed: list[int]
    signs_as: list[str]


def reach_of(user: User, *, and_of: Collection[int] = ()) -> Reach:
    """Return what somebody's own worklist is about; `and_of` are ids of other families that may have to be shown."""
    involved = INVOLVED.ask(user=user.pk, today=timezone.localdate())
    signing = [post for post in access.posts_of(user) if post.role in SIGNING]
    teams = [post.team_id for post in signing]
    wanted = {family for family, _ in involved} | set(and_of)
    who = viewer(user)
    seen = dict(_seen(who.everywhere).ask(wanted=sorted(wanted), teams=teams, **who.values)) if who else {}
    return Reach(
        seen=frozenset(seen),
        involved=sorted({family for family, _ in involved if family in seen}),
        led=[family for family, role in involved if role == LEAD and family in seen],
        managed=[family for family, team in seen.items() if team in teams],
        signs_as=sorted({post.role for post in signing}),
    )


@cache
def _seen(everywhere: bool) -> Prepared[tuple[int, int]]:
    """Those of the wanted families, and of all the families of these teams, that may be seen: id and team."""

    def build(*, wanted: list[int], teams: list[int], **values: Any) -> QuerySet[Family, Any]:
        may_be_seen = seen_by(Viewer(**values, everywhere=everywhere))
        asked = Q(Among("pk", wanted)) | Q(Among("team", teams))
        return Family.objects.filter(may_be_seen, asked).order_by().values_list("pk", "team_id")

    return Prepared(build)


def team_of(user: User) -> list[int]:
    """Return the families of the teams somebody sees, by id."""
    teams = access.teams_where(user, "see_team_families")
    return list(Family.objects.for_user(user).filter(team__in=teams).order_by().values_list("pk", flat=True))


def of_worker(families: list[int], worker: int) -> list[int]:
    """Return those of the families that this worker leads today."""
    led = {family for family, role in INVOLVED.ask(user=worker, today=timezone.localdate()) if role == LEAD}
    return [family for family in families if family in led]
