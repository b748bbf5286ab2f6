"""Families with how they stand for a claim: the same few queries for one family as for many."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, QuerySet

from alongside.access.models import User
from alongside.journey.models import Pathway
from alongside.packs.format.claims import Claim as Rules
from alongside.packs.format.pack import Pack
from alongside.people.models import Family, Involvement
from alongside.plans.claims import rules
from alongside.plans.claims.models import Claim, OutcomeEvidence
from alongside.plans.claims.needs import Need, needs_of
from alongside.story.models import Fact

AT_ONCE = 400


@dataclass(frozen=True)
class ClaimOfFamily:
    """A family, what a claim asks for, how each outcome stands, and the rows behind them."""

    family: Family
    needs: list[Need]
    checks: list[rules.Check]
    outcomes: list[rules.OutcomeStanding]
    evidence: dict[str, OutcomeEvidence]
    claims: list[Claim]

    @property
    def ready(self) -> list[str]:
        """The outcomes that may be claimed for now."""
        return [one.outcome for one in self.outcomes if one.standing == "ready"]

    @property
    def missing(self) -> list[rules.Check]:
        return [check for check in self.checks if not check.met]


def supported_families(user: User) -> QuerySet[Family]:
    """Return the families this person may see that were ever supported, by name."""
    supported = Pathway.objects.filter(family=OuterRef("pk"))
    seen = Family.objects.for_user(user).filter(Exists(supported))
    return seen.select_related("team").order_by("name", "pk")


def with_something_reached(families: QuerySet[Family]) -> QuerySet[Family]:
    """Return those of the families in which an outcome is told to be reached and was not claimed for."""
    claimed = Claim.objects.filter(family=OuterRef("family"), outcome=OuterRef("outcome"))
    reached = OutcomeEvidence.objects.filter(
        family=OuterRef("pk"), state=OutcomeEvidence.State.REACHED, entry__superseded_at=None
    )
    return families.filter(Exists(reached.filter(~Exists(claimed))))


def claims_of(families: Iterable[Family], pack: Pack, *, today: date) -> Iterator[ClaimOfFamily]:
    """Yield how each family stands; nothing when the pack has no rules of claims. Six queries for four hundred."""
    waiting = list(families)
    for start in range(0, len(waiting), AT_ONCE):
        if pack.claim:
            yield from _some(waiting[start : start + AT_ONCE], pack, pack.claim, today)


def _some(families: Sequence[Family], pack: Pack, claim: Rules, today: date) -> Iterator[ClaimOfFamily]:
    ids = [family.pk for family in families]
    needs, evidence, claims = needs_of(ids, pack), _evidence(ids), _claims(ids)
    counts, led = _counts(ids, [one.fact for one in claim.records]), _led(ids)
    calendar = pack.working_calendar()
    for family in families:
        found, shown = needs.get(family.pk, []), evidence[family.pk]
        record = rules.OnRecord(
            needs=[need.outcome for need in found],
            led=family.pk in led,
            counts=counts[family.pk],
            shown={outcome: _shown(row) for outcome, row in shown.items()},
            claimed={one.outcome: one.claimed_on for one in claims[family.pk]},
        )
        standing = rules.outcomes(claim, record, today=today, calendar=calendar)
        yield ClaimOfFamily(family, found, rules.checks(claim, record), standing, shown, claims[family.pk])


def _shown(row: OutcomeEvidence) -> rules.Shown:
    return rules.Shown(row.state == OutcomeEvidence.State.REACHED, row.reached_on, row.is_shown, row.now)


def _evidence(ids: list[int]) -> dict[int, dict[str, OutcomeEvidence]]:
    """By family and outcome, the evidence told last in a record that stands."""
    found: dict[int, dict[str, OutcomeEvidence]] = defaultdict(dict)
    standing = OutcomeEvidence.objects.filter(family__in=ids, entry__superseded_at=None)
    for row in standing.select_related("entry", "document").order_by("told_on", "pk"):
        found[row.family_id][row.outcome] = row
    return found


def _claims(ids: list[int]) -> dict[int, list[Claim]]:
    found: dict[int, list[Claim]] = defaultdict(list)
    for claim in Claim.objects.filter(family__in=ids).select_related("claimed_by"):
        found[claim.family_id].append(claim)
    return found


def _led(ids: list[int]) -> set[int]:
    led = Involvement.objects.filter(family__in=ids, role=Involvement.Role.LEAD_PRACTITIONER)
    return set(led.values_list("family_id", flat=True))


def _counts(ids: list[int], names: list[str]) -> dict[int, dict[str, int]]:
    """By family, how often each fact was recorded since its support opened last."""
    opened: dict[int, date] = {}
    for family, day_opened in (
        Pathway.objects.filter(family__in=ids).order_by("opened_on").values_list("family_id", "opened_on")
    ):
        opened[family] = day_opened
    counts: dict[int, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    standing = Fact.objects.filter(family__in=ids, name__in=names, replaced_by=None).order_by()
    for family, name, happened in standing.values_list("family_id", "name", "happened_at__date"):
        if family in opened and happened >= opened[family]:
            counts[family][name] += 1
    return counts
