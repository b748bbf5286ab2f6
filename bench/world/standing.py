"""Levels, support that is open, and what is due of it."""

from collections.abc import Sequence
from datetime import timedelta

from django.utils import timezone

from alongside.access.models import User
from alongside.journey.due import recompute
from alongside.journey.models import DueRow, LevelDecision, Pathway
from alongside.packs.queries import current
from alongside.story.models import Fact
from bench.world.families import A_CHUNK, Household

OPEN_FOR = timedelta(days=120)
FACTS = ("level.decided", "pathway.opened", "allocation.made")


def open_support(households: Sequence[Household], *, by: User) -> None:
    """Put every family at level 2 with support open, and three things due of each."""
    version, now = current(), timezone.now()
    began = now - OPEN_FOR
    LevelDecision.objects.bulk_create(
        (
            LevelDecision(
                family=one.family, pack_version=version, level="level-2", why="They asked for help at home.",
                decided_on=began.date(), decided_by=by, recorded_at=began,
            )
            for one in households
        ),
        batch_size=A_CHUNK,
    )  # fmt: skip
    Pathway.objects.bulk_create(
        (
            Pathway(family=one.family, level="level-2", opened_on=began.date(), opened_at=began, opened_by=by)
            for one in households
        ),
        batch_size=A_CHUNK,
    )
    Fact.objects.bulk_create(
        (
            Fact(
                name=name, family=one.family, happened_at=began, recorded_at=began, recorded_by=by,
                data={"level": "level-2"} if name == "level.decided" else {},
            )
            for one in households
            for name in FACTS
        ),
        batch_size=A_CHUNK,
    )  # fmt: skip
    _rows(households)


def _rows(households: Sequence[Household]) -> None:
    """What is due of families nobody looks at here; of the others it is reckoned."""
    today = timezone.localdate()
    DueRow.objects.bulk_create(
        (
            DueRow(
                family=one.family, standard=f"standard-{number}", occurrence="once", title="A review",
                owner="lead-practitioner", due_on=today + timedelta(days=number * 5 - 5), why="Because help began.",
            )
            for one in households
            for number in range(3)
        ),
        batch_size=A_CHUNK,
    )  # fmt: skip


def reckon(households: Sequence[Household]) -> None:
    """Make what is due of these families what their facts say."""
    for one in households:
        recompute(one.family.pk)
