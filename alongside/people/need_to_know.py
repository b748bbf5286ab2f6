"""Need to know: the one rule that says who may see which family. Everything else asks here.

A family is seen by who is

- involved with it by name today (lead practitioner, co-worker, or a professional around the family);
- in a post whose role sees all the families of the team that holds this one;
- in a post whose role sees every family;
- using emergency access, for as long as it lasts.

A restricted family is seen only by who is involved by name, by who manages its team (whose role there may restrict
families), and in an emergency. An administrator has none of these roles, so sees none.

People are seen through their families. Somebody who has left a family is still part of its story, so who sees the
family sees that they were there.

The rule is one condition on a family's row: columns of its own, or one of two look-ups by index that the database
makes for each row or all at once, whichever is less. It needs nothing beforehand but the user's posts. Written as
membership in one joined list, it made every search build the list of all that the user may see: ten times slower.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from alongside.access import rules
from alongside.access.models import User
from alongside.people.models import EmergencyAccess, Involvement, Membership
from alongside.prepared import Among


@dataclass(frozen=True)
class Viewer:
    """All that the rule looks at of who asks, and when; so that a prepared query can be asked for anybody.

    `sees` are the teams whose families they see, `manages` those whose restricted families they see too, and
    `everywhere` says that they see every family that is not restricted.
    """

    user: int
    sees: Iterable[int]
    manages: Iterable[int]
    today: date
    now: datetime
    everywhere: bool = False

    @property
    def values(self) -> dict[str, Any]:
        """What a prepared query is asked with; whether they see every family makes it another query."""
        return {"user": self.user, "sees": self.sees, "manages": self.manages, "today": self.today, "now": self.now}


def viewer(user: User | AnonymousUser) -> Viewer | None:
    """Return who asks, now; None when they are signed out or their account is closed, and so see nothing."""
    if not isinstance(user, User) or not user.is_active:
        return None
    return Viewer(
        user=user.pk,
        sees=sorted(rules.teams_where(user, "see_team_families")),
        manages=sorted(rules.teams_where(user, "restrict_family")),
        today=timezone.localdate(),
        now=timezone.now(),
        everywhere=rules.may(user, "see_all_families"),
    )


def families_seen_by(user: User | AnonymousUser) -> Q:
    """The condition on a family that this user may see it. Who is signed out or whose account is closed sees none."""
    who = viewer(user)
    return seen_by(who) if who else Q(pk__in=[])


def seen_by(who: Viewer) -> Q:
    """The condition on a family that it may be seen: ordinarily, or in an emergency that still lasts."""
    return ordinarily_seen_by(who) | Q(Exists(in_emergency(who).filter(family=OuterRef("pk"))))


def ordinarily_seen_by(who: Viewer) -> Q:
    """The condition on a family that it is seen without emergency access."""
    return _by_post(who) | Q(Exists(_by_name(who).filter(family=OuterRef("pk"))))


def people_seen_by(user: User | AnonymousUser) -> Q:
    """The condition on a person that they belong, or have belonged, to a family this user may see."""
    who = viewer(user)
    return somebody_seen_by(who) if who else Q(pk__in=[])


def somebody_seen_by(who: Viewer, of: str = "pk") -> Q:
    """The condition on a row that its person may be seen; `of` is the row's column that holds them."""
    theirs = Membership.objects.filter(person=OuterRef(of)).order_by()
    by_post = theirs.filter(_by_post(who, "family__"))
    by_name = theirs.filter(family__in=_by_name(who).values("family"))
    emergency = theirs.filter(family__in=in_emergency(who).values("family"))
    return Q(Exists(by_post)) | Q(Exists(by_name)) | Q(Exists(emergency))


def places_seen_by(who: Viewer) -> Q:
    """The condition on a membership that its family may be seen."""
    by_name = Q(Exists(_by_name(who).filter(family=OuterRef("family"))))
    return _by_post(who, "family__") | by_name | Q(Exists(in_emergency(who).filter(family=OuterRef("family"))))


def places_let_into(who: Viewer, *, but_of_teams: Iterable[int]) -> QuerySet[Membership]:
    """The places in families that somebody sees by name or in an emergency, but for those that these teams hold."""
    let_into = _by_name(who).values("family").union(in_emergency(who).values("family"), all=True)
    return Membership.objects.filter(~Q(Among("family__team", but_of_teams)), family__in=let_into).order_by()


def hidden_addresses_seen_by(user: User) -> Q:
    """The condition on a family that this user leads the work with it, or manages its team.

    Only they see an address that is never to be shown; emergency access and seeing every family do not open it.
    """
    leads = Involvement.objects.filter(in_force(), user=user, role=Involvement.Role.LEAD_PRACTITIONER)
    return Q(pk__in=leads.values("family")) | Q(team__in=rules.teams_where(user, "restrict_family"))


def in_force(today: date | None = None) -> Q:
    """The condition on an involvement that it has begun and not ended; it stops on the very day it is ended."""
    day = today or timezone.localdate()
    return Q(from_date__lte=day) & (Q(to_date__isnull=True) | Q(to_date__gt=day))


def in_emergency(who: Viewer) -> QuerySet[EmergencyAccess]:
    """The emergency accesses of somebody that still last."""
    return EmergencyAccess.objects.filter(user=who.user, started_at__lte=who.now, ends_at__gt=who.now).order_by()


def _by_name(who: Viewer) -> QuerySet[Involvement]:
    return Involvement.objects.filter(in_force(who.today), user=who.user).order_by()


def _by_post(who: Viewer, of: str = "") -> Q:
    """What posts open, as a condition on a family; `of` leads to it from another row, such as `family__`."""
    of_team = Q(Among(f"{of}team", who.sees)) & Q((f"{of}restricted", False))
    managed = Q(Among(f"{of}team", who.manages))
    return of_team | managed | Q((f"{of}restricted", False)) if who.everywhere else of_team | managed
