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

from datetime import date, datetime

from django.contrib.auth.models import AnonymousUser
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from alongside.access import rules
from alongside.access.models import User
from alongside.people.models import EmergencyAccess, Involvement, Membership


def families_seen_by(user: User | AnonymousUser) -> Q:
    """The condition on a family that this user may see it. Who is signed out or whose account is closed sees none."""
    if not isinstance(user, User) or not user.is_active:
        return Q(pk__in=[])
    return ordinarily_seen_by(user) | Q(Exists(in_emergency(user).filter(family=OuterRef("pk"))))


def ordinarily_seen_by(user: User | AnonymousUser) -> Q:
    """The condition on a family that this user sees it without emergency access."""
    if not isinstance(user, User) or not user.is_active:
        return Q(pk__in=[])
    return _by_post(user) | Q(Exists(_by_name(user).filter(family=OuterRef("pk"))))


def people_seen_by(user: User | AnonymousUser) -> Q:
    """The condition on a person that they belong, or have belonged, to a family this user may see."""
    if not isinstance(user, User) or not user.is_active:
        return Q(pk__in=[])
    theirs = Membership.objects.filter(person=OuterRef("pk")).order_by()
    by_post = theirs.filter(_by_post(user, "family__"))
    by_name = theirs.filter(family__in=_by_name(user).values("family"))
    emergency = theirs.filter(family__in=in_emergency(user).values("family"))
    return Q(Exists(by_post)) | Q(Exists(by_name)) | Q(Exists(emergency))


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


def in_emergency(user: User, now: datetime | None = None) -> QuerySet[EmergencyAccess]:
    """The emergency accesses of this user that still last."""
    moment = now or timezone.now()
    return EmergencyAccess.objects.filter(user=user, started_at__lte=moment, ends_at__gt=moment).order_by()


def _by_name(user: User) -> QuerySet[Involvement]:
    return Involvement.objects.filter(in_force(), user=user).order_by()


def _by_post(user: User, of: str = "") -> Q:
    """What a user's posts open, as a condition on a family; `of` leads to it from another row, such as `family__`."""
    sees, manages = rules.teams_where(user, "see_team_families"), rules.teams_where(user, "restrict_family")
    of_managed = Q((f"{of}team__in", manages))
    if rules.may(user, "see_all_families"):
        return Q((f"{of}restricted", False)) | of_managed
    return Q((f"{of}team__in", sees), (f"{of}restricted", False)) | of_managed
