"""What a morning's mail counts, of one person."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q

from alongside.access import rules as access
from alongside.access.models import User
from alongside.insight.my_work.due import end_of_week, mine, whose_rows
from alongside.insight.my_work.reach import reach_of
from alongside.notices.kinds import KINDS
from alongside.notices.models import Notice
from alongside.safeguarding.queries import concerns_for
from alongside.story.queries import awaiting_sign_off


@dataclass(frozen=True)
class Kind:
    """Something that is due, by what the pack calls it: how many are overdue, due today, and later this week."""

    title: str
    overdue: int
    today: int
    week: int


@dataclass(frozen=True)
class Morning:
    """All that a morning's mail says, as numbers and kinds."""

    due: Sequence[Kind]
    unread: Sequence[tuple[str, int]]
    to_sign: int
    concerns: int

    @property
    def overdue(self) -> int:
        return sum(one.overdue for one in self.due)

    @property
    def today(self) -> int:
        return sum(one.today for one in self.due)

    @property
    def week(self) -> int:
        return sum(one.week for one in self.due)

    @property
    def is_empty(self) -> bool:
        return not (self.due or self.unread or self.to_sign or self.concerns)


def morning_of(user: User, today: date) -> Morning:
    """Return what waits for somebody on the morning of a London day."""
    signs = access.may(user, "sign_off")
    undecided = concerns_for(user).filter(decided_at=None, team__in=access.teams_where(user, "sign_off"))
    return Morning(
        due=_due(user, today) if access.may(user, "work_with_families") else [],
        unread=_unread(user),
        to_sign=len(awaiting_sign_off(user)) if signs else 0,
        concerns=undecided.exclude(raised_by=user).count() if signs else 0,
    )


def _due(user: User, today: date) -> list[Kind]:
    week = Q(due_on__gt=today, due_on__lte=end_of_week(today))
    rows = whose_rows(mine(reach_of(user))).filter(met_at=None, suspended=False, due_on__lte=end_of_week(today))
    counted = rows.order_by("title").values("title").annotate(
        overdue=Count("pk", filter=Q(due_on__lt=today)),
        today=Count("pk", filter=Q(due_on=today)),
        week=Count("pk", filter=week),
    )  # fmt: skip
    return [Kind(**row) for row in counted]


def _unread(user: User) -> list[tuple[str, int]]:
    """The sentence of each kind of notice that waits unread, and how many."""
    found = Notice.objects.filter(to=user, read_at=None).order_by("kind").values_list("kind").annotate(n=Count("pk"))
    return [(KINDS[kind], number) for kind, number in found if kind in KINDS]
