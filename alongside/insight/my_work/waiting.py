"""What waits for somebody besides what standards ask: their drafts, what came back, and their own actions."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from django.db.models import OuterRef, Subquery

from alongside.access import rules as access
from alongside.access.models import User
from alongside.contributions.models import Contribution
from alongside.plans.models import Action
from alongside.plans.queries import SOONEST_FIRST
from alongside.prepared import Among, Prepared
from alongside.story.models import Entry, SignOff

DRAFTS, ACTIONS = 40, 60


@dataclass
class Waiting:
    """What somebody is writing, what a manager sent back, their own open actions, and what they are asked for."""

    drafts: Sequence[Entry] = field(default_factory=list)
    actions: Sequence[Action] = field(default_factory=list)
    asked: Sequence[Contribution] = field(default_factory=list)

    @property
    def families(self) -> set[int]:
        """Return the families all this is about, by id; whether they may be seen is not settled here."""
        families = {one.family_id for one in self.actions} | {one.family_id for one in self.asked}
        return families | {one.family_id for one in self.drafts if one.family_id}

    def within(self, seen: frozenset[int]) -> "Waiting":
        """Return what is about families that may be seen, or about none."""
        return Waiting(
            [one for one in self.drafts if one.family_id is None or one.family_id in seen],
            [one for one in self.actions if one.family_id in seen],
            [one for one in self.asked if one.family_id in seen],
        )

    @property
    def sent_back(self) -> list[Entry]:
        """Return what came back; each carries the manager's `returned_comment`."""
        return [one for one in self.drafts if one.returned_comment is not None]  # type: ignore[attr-defined]

    @property
    def going_on(self) -> list[Entry]:
        return [one for one in self.drafts if one.returned_comment is None]  # type: ignore[attr-defined]


def waiting_for(user: User) -> Waiting:
    """Return what waits for somebody, of all families; show only what is `within` those they may see."""
    return Waiting(MY_DRAFTS.ask(user=user.pk), MY_ACTIONS.ask(user=user.pk), MY_ASKED.ask(user=user.pk))


RETURNED = SignOff.objects.filter(entry=OuterRef("pk"), decision=SignOff.Decision.RETURNED).order_by("-decided_at")
MY_DRAFTS: Prepared[Entry] = Prepared(
    lambda user: (
        Entry.objects.filter(author=user, status=Entry.Status.DRAFT)
        .select_related("family")
        .only("title", "about_words", "changed_at", "family__name")
        .annotate(returned_comment=Subquery(RETURNED.values("comment")[:1]))
        .order_by("-changed_at")[:DRAFTS]
    )
)
MY_ACTIONS: Prepared[Action] = Prepared(
    lambda user: (
        Action.objects.filter(owner_user=user, state=Action.State.OPEN)
        .select_related("family")
        .only("words", "due_on", "family__name")
        .order_by(*SOONEST_FIRST)[:ACTIONS]
    )
)

MY_ASKED: Prepared[Contribution] = Prepared(
    lambda user: (
        Contribution.objects.filter(user=user, state__in=["asked", "started"])
        .select_related("family", "asked_by", "pack_version")
        .defer("answers")
        .order_by("due", "pk")[:ACTIONS]
    )
)


def team_workers(user: User) -> list[User]:
    """Return who works with families in the teams this person sees, by name; one query."""
    teams = list(access.teams_where(user, "see_team_families"))
    return WORKERS.ask(
        teams=teams, roles=[role.id for role in access.ROLES.values() if "work_with_families" in role.may]
    )


WORKERS: Prepared[User] = Prepared(
    lambda teams, roles: User.objects.filter(
        Among("posts__team", teams), Among("posts__role", roles), is_active=True
    ).only("name").distinct().order_by("name", "pk")[:200]
)  # fmt: skip
