"""What waits for somebody besides what standards ask: their drafts, what came back to them, and their families."""

from dataclasses import dataclass, field

from django.db.models import Min, OuterRef, Q, QuerySet, Subquery

from alongside.access import rules as access
from alongside.access.models import User
from alongside.insight.my_work.due import LEAD
from alongside.journey.models import DueRow, LevelDecision
from alongside.people.models import Family, Involvement
from alongside.people.need_to_know import in_force
from alongside.people.queries import families_of
from alongside.story.models import Entry, Fact, SignOff

DRAFTS, FAMILIES = 20, 60


@dataclass
class Drafts:
    """What somebody is writing, and what a manager sent back to them with a comment, the last touched first."""

    going_on: list[Entry] = field(default_factory=list)
    sent_back: list[Entry] = field(default_factory=list)


def drafts_of(user: User) -> Drafts:
    """Return somebody's drafts in one query; one sent back carries `returned_comment`."""
    returned = SignOff.objects.filter(entry=OuterRef("pk"), decision=SignOff.Decision.RETURNED).order_by("-decided_at")
    found = (
        Entry.objects.for_user(user)
        .filter(author=user, status=Entry.Status.DRAFT)
        .select_related("family", "person")
        .annotate(returned_comment=Subquery(returned.values("comment")[:1]))
    )
    drafts = Drafts()
    for entry in found.order_by("-changed_at")[:DRAFTS]:
        (drafts.going_on if entry.returned_comment is None else drafts.sent_back).append(entry)  # type: ignore[attr-defined]
    return drafts


def families_with_standing(user: User) -> QuerySet[Family]:
    """Return the families somebody works with by name, each with its level, who leads, what is next, and last seen."""
    families = families_of(user).filter(pk__in=Family.objects.for_user(user).values("pk"))
    return families.annotate(
        level=Subquery(LevelDecision.objects.filter(family=OuterRef("pk")).values("level")[:1]),
        lead_name=Subquery(
            Involvement.objects.filter(in_force(), family=OuterRef("pk"), role=LEAD).values("user__name")[:1]
        ),
        next_due=Subquery(_next_due().values("first")),
        last_seen=Subquery(_seen().values("happened_at")[:1]),
    ).order_by("name", "pk")[:FAMILIES]


def _next_due() -> QuerySet[DueRow, dict[str, object]]:
    open_rows = DueRow.objects.filter(family=OuterRef("pk"), met_at=None, suspended=False).order_by()
    return open_rows.values("family").annotate(first=Min("due_on"))


def _seen() -> QuerySet[Fact]:
    seen = Q(name__in=("person.seen", "child.seen"), replaced_by=None)
    return Fact.objects.filter(seen, family=OuterRef("pk")).order_by("-happened_at")


def team_workers(user: User) -> list[User]:
    """Return who works with families in the teams this person sees, by name; one query."""
    teams = access.teams_where(user, "see_team_families")
    workers = [role.id for role in access.ROLES.values() if "work_with_families" in role.may]
    found = User.objects.filter(posts__team__in=teams, posts__role__in=workers, is_active=True)
    return list(found.distinct().order_by("name", "pk")[:200])
