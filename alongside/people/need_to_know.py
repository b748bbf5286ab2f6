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

The rule is one condition on a family's id, a union of small index look-ups, so that it costs the same for one family
and for a page of them; the only thing it needs beforehand are the user's posts.
"""

from datetime import date, datetime
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.db.models import Q, QuerySet
from django.utils import timezone

from alongside.access import rules
from alongside.access.models import User
from alongside.people.models import EmergencyAccess, Family, Involvement, Membership


def families_seen_by(user: User | AnonymousUser) -> Q:
    """The condition on a family that this user may see it. Who is signed out or whose account is closed sees none."""
    if not isinstance(user, User) or not user.is_active:
        return Q(pk__in=[])
    ids = _by_name(user).union(_by_team(user), in_emergency(user), all=True)
    if rules.may(user, "see_all_families"):
        return Q(restricted=False) | Q(pk__in=ids)
    return Q(pk__in=ids)


def ordinarily_seen_by(user: User | AnonymousUser) -> Q:
    """The condition on a family that this user sees it without emergency access."""
    if not isinstance(user, User) or not user.is_active:
        return Q(pk__in=[])
    ordinary = Q(pk__in=_by_name(user).union(_by_team(user), all=True))
    return Q(restricted=False) | ordinary if rules.may(user, "see_all_families") else ordinary


def people_seen_by(user: User | AnonymousUser) -> Q:
    """The condition on a person that they belong, or have belonged, to a family this user may see."""
    families = Family.objects.filter(families_seen_by(user)).values("pk")
    return Q(pk__in=Membership.objects.filter(family__in=families).values("person"))


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


def in_emergency(user: User, now: datetime | None = None) -> QuerySet[Any]:
    """The ids of families this user has opened in an emergency that still lasts."""
    moment = now or timezone.now()
    return (
        EmergencyAccess.objects.filter(user=user, started_at__lte=moment, ends_at__gt=moment)
        .order_by()
        .values("family")
    )


def _by_name(user: User) -> QuerySet[Any]:
    return Involvement.objects.filter(in_force(), user=user).order_by().values("family")


def _by_team(user: User) -> QuerySet[Any]:
    sees, manages = rules.teams_where(user, "see_team_families"), rules.teams_where(user, "restrict_family")
    either = Q(team__in=sees, restricted=False) | Q(team__in=manages)
    return Family.objects.filter(either).order_by().values("pk")
