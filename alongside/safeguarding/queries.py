"""Reading concerns, in the words of practice."""

from dataclasses import dataclass, field
from datetime import date, datetime

from django.db.models import F, Prefetch, Q, QuerySet, prefetch_related_objects
from django.utils import timezone

from alongside.access import rules as access
from alongside.access.models import User
from alongside.packs.format.pack import Pack
from alongside.people.models import Family, Involvement
from alongside.people.need_to_know import in_force
from alongside.prepared import Among, Prepared
from alongside.safeguarding import rules
from alongside.safeguarding.models import Concern, Step, Told
from alongside.safeguarding.rules import State

A_PAGE = 50
AROUND = ("family", "team", "entry", "raised_by", "taken_by", "decided_by")
STEPS = Prefetch("steps", queryset=Step.objects.select_related("entry__author").order_by("pk"))


@dataclass(frozen=True)
class Standing:
    """A concern with how it stands now: until when it has to be decided, and what followed."""

    concern: Concern
    limit: datetime | None
    state: State
    steps: list[Step] = field(default_factory=list)

    def of(self, kind: str) -> list[Step]:
        """Return its final records of a kind, the first first."""
        return [one for one in self.steps if one.kind == kind and one.at]

    @property
    def unanswered(self) -> list[Step]:
        """Return the referrals of which nothing has come back."""
        answered = {one.answers_id for one in self.of("answer")}
        return [one for one in self.of("referral") if one.pk not in answered]


def concerns_for(user: User) -> QuerySet[Concern]:
    """Return the concerns that somebody may read: of families they see; of none, those of their team or their own.

    Who was told of a concern reads it, whether they see the family or not: they were told so that they act.
    """
    seen = Q(family__in=Family.objects.for_user(user).values("pk")) | Q(pk__in=told_to(user).values("concern"))
    if access.may(user, "see_all_families"):
        return Concern.objects.filter(seen | Q(family=None))
    own = Q(family=None, raised_by=user) | Q(family=None, team__in=access.teams_where(user, "sign_off"))
    return Concern.objects.filter(seen | own)


def told_to(user: User) -> QuerySet[Told]:
    """Return what somebody was told of."""
    return Told.objects.filter(user=user).order_by()


def standing(concern: Concern, pack: Pack, now: datetime | None = None) -> Standing:
    """Return how a concern stands; `concern` comes with its steps."""
    now, steps = now or timezone.now(), list(concern.steps.all())
    limit = rules.decision_limit(pack, concern.raised_at)
    made = [one for one in steps if one.at]
    state = rules.state_of(
        decided=concern.decided_at is not None, limit=limit, now=now, to_refer=concern.to_refer,
        referred=sum(one.kind == "referral" for one in made), answered=sum(one.kind == "answer" for one in made),
    )  # fmt: skip
    return Standing(concern, limit, state, steps)


def with_steps(concerns: QuerySet[Concern]) -> QuerySet[Concern]:
    """Add what every list and page shows of a concern."""
    return concerns.select_related(*AROUND).prefetch_related(STEPS)


def waiting_of(family: Family, pack: Pack) -> list[Standing]:
    """Return a family's concerns about which something has to be done still, the latest first."""
    found = OPEN_OF_A_FAMILY.ask(family=family.pk)
    prefetch_related_objects(found, STEPS)
    return [standing(concern, pack) for concern in found]


OPEN_OF_A_FAMILY: Prepared[Concern] = Prepared(
    lambda family: Concern.objects.filter(family=family, finished_at=None).select_related(*AROUND)[:A_PAGE]
)


def waiting_for(user: User, pack: Pack) -> list[Standing]:
    """Return the concerns that wait for somebody or that they wait for, the oldest undecided first.

    Theirs are those they raised, those of families they lead, and those of teams in which they decide.
    """
    teams = list(access.teams_where(user, "sign_off"))
    theirs = [id for (id,) in OPEN_OF_SOMEBODY.ask(user=user.pk, teams=teams, today=timezone.localdate())]
    if not theirs:
        return []
    found = with_steps(concerns_for(user).filter(pk__in=theirs))
    found = found.order_by(F("decided_at").asc(nulls_first=True), "raised_at")[:A_PAGE]
    now = timezone.now()
    return [standing(concern, pack, now) for concern in found]


def _open_of_somebody(user: int, teams: list[int], today: date) -> QuerySet[Concern, tuple[int]]:
    leads = Involvement.objects.filter(in_force(today), user=user, role=Involvement.Role.LEAD_PRACTITIONER)
    told = Told.objects.filter(user=user)
    mine = Q(raised_by=user) | Q(family__in=leads.values("family")) | Q(pk__in=told.values("concern"))
    return Concern.objects.filter(mine | Q(Among("team", teams)), finished_at=None).order_by().values_list("pk")


OPEN_OF_SOMEBODY: Prepared[tuple[int]] = Prepared(_open_of_somebody)


def told_of(concern: Concern) -> list[Told]:
    """Return who was told and whether they have read it, in order."""
    return list(concern.told.select_related("user", "notice"))
