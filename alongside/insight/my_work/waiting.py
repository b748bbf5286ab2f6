"""What waits for somebody besides what standards ask: their drafts, and what came back to them."""

from dataclasses import dataclass, field

from django.db.models import OuterRef, Subquery

from alongside.access import rules as access
from alongside.access.models import User
from alongside.story.models import Entry, SignOff

DRAFTS = 20


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
        (drafts.going_on if entry.returned_comment is None else drafts.sent_back).append(entry)
    return drafts


def team_workers(user: User) -> list[User]:
    """Return who works with families in the teams this person sees, by name; one query."""
    teams = access.teams_where(user, "see_team_families")
    workers = [role.id for role in access.ROLES.values() if "work_with_families" in role.may]
    found = User.objects.filter(posts__team__in=teams, posts__role__in=workers, is_active=True)
    return list(found.distinct().order_by("name", "pk")[:200])
