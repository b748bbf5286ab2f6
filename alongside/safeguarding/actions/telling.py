"""Who is told of a concern: the first role of the pack's list at once, the next when nobody has read it in time."""

from datetime import timedelta
from typing import TYPE_CHECKING

from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from alongside.access import rules as access
from alongside.access import trail
from alongside.access.models import User
from alongside.notices.actions import tell
from alongside.notices.models import Notice
from alongside.packs.queries import current_pack
from alongside.people.models import Family
from alongside.safeguarding import rules
from alongside.safeguarding.models import Concern, Told
from alongside.story import actions as story

if TYPE_CHECKING:
    from alongside.packs.format.pack_file import Settings


@transaction.atomic
def tell_next(*, concern: Concern) -> list[User]:
    """Tell the next role that has anybody, urgently, and have it looked at again in the pack's time; returns whom.

    Nobody is told twice, and never the one who raised it. A pack that names no roles has the managers told.
    """
    concern = Concern.objects.select_for_update(of=("self",)).get(pk=concern.pk)
    settings = current_pack().settings
    roles = _roles(settings)
    rounds = list(concern.told.values_list("round", flat=True))
    while (number := rules.next_round(rounds, len(roles))) is not None:
        rounds.append(number)
        if found := _holders(concern, roles[number]):
            _tell(concern, found, number)
            _look_again(concern, settings, number)
            return found
    return []


def _roles(settings: "Settings | None") -> list[str]:
    named = settings.concern_told_to if settings else []
    return named or [role.id for role in access.ROLES.values() if "sign_off" in role.may and not role.everywhere]


def _holders(concern: Concern, role: str) -> list[User]:
    """Who holds the role for this team and was not told yet; those who see the family, or all when none of them does.

    Who does not see a restricted family reads the concern and decides on it, and nothing else of the family.
    """
    known = access.ROLES.get(role)
    held = User.objects.filter(is_active=True, posts__role=role).exclude(pk=concern.raised_by_id).distinct()
    if known is None or not known.everywhere:
        held = held.filter(posts__role=role, posts__team=concern.team_id)
    found = list(held.exclude(pk__in=concern.told.values("user")).order_by("name", "pk"))
    return [one for one in found if _sees(one, concern)] or found


def _sees(user: User, concern: Concern) -> bool:
    return concern.family_id is None or Family.objects.for_user(user).filter(pk=concern.family_id).exists()


def _tell(concern: Concern, people: list[User], number: int) -> None:
    seeing = [one for one in people if _sees(one, concern)]
    told = _notify(concern, seeing) + _notify(concern, [one for one in people if one not in seeing], restricted=True)
    now = timezone.now()
    Told.objects.bulk_create(Told(concern=concern, user_id=one.to_id, round=number, at=now, notice=one) for one in told)
    trail.changed(
        by=concern.raised_by, action="concern.told", family_id=concern.family_id, subject=f"concern {concern.pk}",
        detail={"to": [one.name for one in people], "round": number},
    )  # fmt: skip


def _notify(concern: Concern, people: list[User], *, restricted: bool = False) -> list[Notice]:
    """Tell them by a notice. Who does not see a restricted family is told without its name, and reads the concern."""
    if restricted and concern.entry:
        for one in people:
            story.let_in(entry=concern.entry, user=one, by=concern.raised_by)
    family = None if restricted else concern.family
    about = "a restricted family" if restricted else family.name if family else "no family of ours"
    return tell(
        to=people, kind="safeguarding", urgent=True, by=concern.raised_by, family=family,
        title=f"{'Somebody is in danger: s' if concern.in_danger else 'S'}afeguarding concern, {about}",
        href=reverse("concern", args=[concern.pk]),
    )  # fmt: skip


def _look_again(concern: Concern, settings: "Settings | None", number: int) -> None:
    from alongside.safeguarding.tasks import see_whether_read

    if settings and settings.concern_unread_minutes:
        later = see_whether_read.configure(schedule_in={"minutes": settings.concern_unread_minutes})
        later.defer(concern_id=concern.pk, round=number)


def unread_for(concern: Concern) -> timedelta | None:
    """Return how long nobody who was told has read it; None once somebody has, has taken it on, or has decided."""
    if concern.decided_at or concern.taken_at or concern.told.filter(notice__read_at__isnull=False).exists():
        return None
    first = concern.told.first()
    return timezone.now() - first.at if first else None
