"""Contacts, for those who answer the front door."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet
from django.utils import timezone

from alongside.access import rules as access
from alongside.access.models import Team, User
from alongside.frontdoor.keys import Keys
from alongside.frontdoor.models import Contact, ContactKey
from alongside.frontdoor.rules import State, state_of
from alongside.people.models import Family

AROUND = ("entry__family", "taken_by", "team", "decided_by")
MOST_EARLIER = 8


def contacts_for(user: User) -> "QuerySet[Contact]":
    """Return the contacts that somebody may read: those that wait, and those of their teams about nobody by name or
    about families that they may see. Whose role answers every front door reads all teams'.
    """
    teams = access.teams_where(user, "answer_front_door")
    if not teams:
        return Contact.objects.none()
    everywhere = bool(access.roles_everywhere(user, "answer_front_door"))
    ours = Q() if everywhere else Q(team__in=teams) | Q(team=None)
    seen = Exists(Family.objects.for_user(user).filter(pk=OuterRef("entry__family")))
    return Contact.objects.filter(ours).filter(Q(entry=None) | Q(entry__family=None) | Q(seen))


def team_that_answers(user: User) -> Team | None:
    """Return the team for which somebody answers the front door, None when they do for none."""
    teams = access.teams_where(user, "answer_front_door")
    return Team.objects.filter(pk__in=teams).order_by("pk").first()


@dataclass(frozen=True)
class Standing:
    """A contact and how it stands today."""

    contact: Contact
    state: State

    @property
    def waited(self) -> timedelta:
        return timezone.now() - self.contact.received_at


def standing(contacts: Iterable[Contact]) -> list[Standing]:
    """Return each contact with how it stands today."""
    today = timezone.localdate()
    return [Standing(one, state_of(one, today)) for one in contacts]


def open_contacts(user: User) -> list[Standing]:
    """Return what is open, what is nearest its limit first."""
    found = contacts_for(user).filter(decided_on=None, put_away_at=None).select_related(*AROUND)
    return standing(found.order_by("decide_by", "received_at", "pk")[:200])


def decided_untold(user: User) -> list[Standing]:
    """Return what was decided and the caller does not know yet, the oldest first."""
    found = contacts_for(user).filter(decided_on__isnull=False, caller_told_at=None, came_by__in=["guide", "call"])
    return standing(found.select_related(*AROUND).order_by("decided_on", "pk")[:50])


def contacts_since(user: User, since: date, show: str = "all") -> "QuerySet[Contact]":
    """Return the contacts received since a London day, the newest first.

    :param show: `open`, `decided`, `late` (decided late, or open and late) or `all`
    """
    found = contacts_for(user).filter(received_at__date__gte=since).select_related(*AROUND)
    return found.filter(_shown(show)).order_by("-received_at", "-pk")


def _shown(show: str) -> Q:
    today = timezone.localdate()
    late = Q(decided_on__gt=F("decide_by")) | Q(decided_on=None, put_away_at=None, decide_by__lt=today)
    return {
        "open": Q(decided_on=None, put_away_at=None),
        "decided": Q(decided_on__isnull=False),
        "late": late,
    }.get(show, Q())


def counted(user: User, since: date) -> dict[str, int]:
    """Return how many contacts came since a day: all, open, decided in time and late."""
    found = contacts_for(user).filter(received_at__date__gte=since)
    return found.aggregate(
        all=Count("pk"),
        open=Count("pk", filter=_shown("open")),
        decided=Count("pk", filter=_shown("decided") & ~_shown("late")),
        late=Count("pk", filter=_shown("late")),
    )


@dataclass
class Earlier:
    """An earlier contact with the same person, number or place, and what it has in common."""

    contact: Contact
    state: State
    in_common: list[str] = field(default_factory=list)
    # About a family that the one who asks may not open: only that there was one, and which team to ask.
    hidden: bool = False


def earlier_contacts(user: User, keys: Keys, *, besides: Contact | None = None) -> list[Earlier]:
    """Return earlier contacts with one of these keys: those with most in common first, then the newest.

    Of one about a family that this user may not open, only the day and the team are told; of a restricted family
    nothing is, as everywhere.
    """
    if not keys:
        return []
    kinds: dict[str, set[str]] = {}
    for kind, key in keys:
        kinds.setdefault(kind, set()).add(key)
    wanted = Q()
    for kind, of_kind in kinds.items():
        wanted |= Q(kind=kind, key__in=of_kind)
    rows = ContactKey.objects.filter(wanted).exclude(contact=getattr(besides, "pk", None))
    in_common: dict[int, set[str]] = {}
    for contact, kind, key in rows.order_by("-contact__received_at").values_list("contact", "kind", "key")[:400]:
        in_common.setdefault(contact, set()).add(_called(kind, key))
    found = Contact.objects.filter(pk__in=in_common).exclude(entry__family__restricted=True).select_related(*AROUND)
    mine = set(contacts_for(user).filter(pk__in=in_common).values_list("pk", flat=True))
    today = timezone.localdate()
    shown = [
        Earlier(one, state_of(one, today), sorted(in_common[one.pk]), hidden=one.pk not in mine)
        for one in found.order_by("-received_at")
    ]
    most_in_common = sorted(shown, key=lambda one: -len(one.in_common))
    return [one for one in most_in_common if one.contact.put_away_at is None][:MOST_EARLIER]


def _called(kind: str, key: str) -> str:
    words = ContactKey.Kind(kind).label
    return f"{words} ({key})" if kind == ContactKey.Kind.PLACE else words
