"""Which families somebody works with, and who works with a family."""

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from alongside.access import rules
from alongside.access.models import User
from alongside.people import need_to_know
from alongside.people.models import EmergencyAccess, Family, Involvement
from alongside.prepared import Prepared


def families_of(user: User) -> QuerySet[Family]:
    """Return the families this user works with today by name, in whatever role, by family name."""
    mine = Involvement.objects.filter(need_to_know.in_force(), user=user).order_by().values("family")
    return Family.objects.filter(pk__in=mine).select_related("team")


def lead_practitioner_of(family: Family | int) -> Involvement | None:
    """Return the involvement of today's lead practitioner, with their account; None when there is none."""
    leads = LEADS.ask(family=getattr(family, "pk", family), today=timezone.localdate())
    return next(iter(leads), None)


LEADS = Prepared(
    lambda family, today: Involvement.objects.filter(
        need_to_know.in_force(today), family=family, role=Involvement.Role.LEAD_PRACTITIONER
    ).select_related("user")[:1]
)


def involved_with(family: Family | int) -> list[Involvement]:
    """Return who works with the family today, the lead practitioner first."""
    return _lead_first(INVOLVED.ask(family=getattr(family, "pk", family), today=timezone.localdate()))


INVOLVED: Prepared[Involvement] = Prepared(
    lambda family, today: Involvement.objects.filter(need_to_know.in_force(today), family=family).select_related("user")
)


def ever_involved(family: Family | int) -> tuple[list[Involvement], list[Involvement]]:
    """Return who works with the family, as `involved_with`, and who no longer does, the last to end first."""
    today = timezone.localdate()
    everybody = EVER_INVOLVED.ask(family=getattr(family, "pk", family))
    now = [one for one in everybody if one.from_date <= today and (one.to_date is None or one.to_date > today)]
    return _lead_first(now), [one for one in everybody if one.to_date is not None and one.to_date <= today]


EVER_INVOLVED: Prepared[Involvement] = Prepared(
    lambda family: Involvement.objects.filter(family=family).select_related("user").order_by("-to_date", "-pk")
)


def _lead_first(involved: list[Involvement]) -> list[Involvement]:
    return sorted(involved, key=lambda one: (one.role != Involvement.Role.LEAD_PRACTITIONER, one.who))


def emergency_accesses_to_see(user: User) -> QuerySet[EmergencyAccess]:
    """Return the emergency accesses that this manager has been told of and nobody has marked as seen, newest first.

    They are told to who manages the family's team now, so that one who has left takes nothing away with them, and to
    those who were told at the time. Nobody checks their own.
    """
    told = EmergencyAccess.told.through.objects.filter(emergencyaccess=OuterRef("pk"), user=user)
    theirs = Q(family__team__in=rules.teams_where(user, "restrict_family")) | Exists(told)
    unseen = EmergencyAccess.objects.filter(theirs, seen_at__isnull=True).exclude(user=user)
    return unseen.select_related("family", "user")
