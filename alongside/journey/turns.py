"""How help came to stand where it does: levels, support, steps and agreement as one history, the latest first."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery

from alongside.journey.models import LevelDecision, Pathway
from alongside.journey.queries.standing import level_of
from alongside.packs.format.pack import Pack
from alongside.prepared import Among, Prepared
from alongside.story.models import Fact
from alongside.working_time import london_day

AGREEMENT = ("agreement.given", "agreement.withdrawn", "agreement.refused")
STEPPED_DOWN = "family.stepped-down"
# What each of these says in the history. The words that a fact keeps, such as an agency's name, follow it.
SAID = {
    "agreement.given": "The family agreed",
    "agreement.withdrawn": "Agreement withdrawn",
    "agreement.refused": "The family did not agree",
    "disengagement.considered": "Stepping back from help was considered",
    STEPPED_DOWN: "Stepped down from social care",
    "family.stepped-up": "Stepped up to social care",
    "family.stepped-across": "Stepped across to one service",
    "step-across.agreed": "A step across to one service was agreed",
    "step-up.agreed": "A step up to social care was agreed",
    "support.reopened": "Support was opened again",
    "claim.made": "Claimed for an outcome",
}
MOST = 300


@dataclass(frozen=True)
class Turn:
    """One thing of the history: what it was, when and by whom, why, and the record that tells it."""

    what: str
    on: date
    recorded_at: datetime
    by: str
    why: str = ""
    entry_id: int | None = None
    entry_title: str = ""
    is_level: bool = False
    # Of a level: what the threshold guide read then, and how the decision stood to it (guide.beside).
    guide: dict[str, Any] = field(default_factory=dict)


TURNS: Prepared[Any] = Prepared(
    lambda family, names: (
        Fact.objects.filter(Among("name", names), family=family, replaced_by=None)
        .order_by("-happened_at", "-pk")
        .values_list(*("name", "happened_at", "recorded_at", "recorded_by__name", "data", "entry_id", "entry__title"))[
            :MOST
        ]
    )
)


def with_agreement(decisions: QuerySet[LevelDecision]) -> QuerySet[LevelDecision]:
    """Read with each decision how the family's agreement stands, and when it stepped down: no query of their own."""
    standing = Fact.objects.filter(family=OuterRef("family"), replaced_by=None).order_by("-happened_at", "-pk")
    agreement = standing.filter(name__in=AGREEMENT)
    return decisions.annotate(
        agreement=Subquery(agreement.values("name")[:1]),
        agreement_at=Subquery(agreement.values("happened_at")[:1]),
        stepped_down_at=Subquery(standing.filter(name=STEPPED_DOWN).values("happened_at")[:1]),
    )


def turns_of(family_id: int, pack: Pack, decisions: list[LevelDecision], pathways: list[Pathway]) -> list[Turn]:
    """Return the history, the latest first; one query besides the decisions and the support that were read already."""
    told = TURNS.ask(family=family_id, names=list(SAID))
    found = [*_levels(decisions), *_support(pathways, pack), *(_fact(*row) for row in told)]
    return sorted(found, key=lambda turn: (turn.on, turn.recorded_at), reverse=True)


def _levels(decisions: list[LevelDecision]) -> Iterator[Turn]:
    for one in decisions:
        level = level_of(one)
        title = f"Level {level.number}: {level.title}" if level else one.level
        record = (one.entry_id, one.entry.title) if one.entry else (None, "")
        yield Turn(title, one.decided_on, one.recorded_at, one.decided_by.name, one.why, *record, True, one.guide)


def _support(pathways: list[Pathway], pack: Pack) -> Iterator[Turn]:
    titles = {level.id: f"Level {level.number}: {level.title}" for level in pack.levels}
    for one in pathways:
        title = titles.get(one.level, one.level)
        yield Turn(f"Support opened, {title}", one.opened_on, one.opened_at, one.opened_by.name)
        if one.closed_on and one.closed_at and one.closed_by:
            record = (one.closing_entry_id, one.closing_entry.title if one.closing_entry else "")
            ended = "Support ended" if one.closing_entry else "Support was not taken on"
            why = one.why_not_taken_on
            yield Turn(f"{ended}, {title}", one.closed_on, one.closed_at, one.closed_by.name, why, *record)


def _fact(name: str, at: datetime, recorded: datetime, by: str, data: Any, entry: int | None, title: str) -> Turn:
    kept = data if isinstance(data, dict) else {}
    words = [str(value) for key, value in kept.items() if value and isinstance(value, str) and key != "closure"]
    return Turn(SAID[name], london_day(at), recorded, by, "\n\n".join(words), entry, title or "")
