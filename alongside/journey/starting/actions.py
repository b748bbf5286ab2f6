"""Starting help that has an allocation: level, support, the first assessment, and those who must hear of it."""

from collections.abc import Collection
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from alongside.access import rules as access
from alongside.access import trail
from alongside.access.models import User
from alongside.journey.actions.levels import decide_level
from alongside.journey.models import Beginning, Pathway
from alongside.journey.moments import moment_on
from alongside.journey.starting.rules import check_beginning
from alongside.journey.starting.sources import DECIDED, Source, agreement_of
from alongside.notices.actions import tell
from alongside.packs.format.pack import Pack
from alongside.packs.format.starting import Starting
from alongside.packs.queries import current_pack
from alongside.people.models import Family
from alongside.story import actions as story
from alongside.story import facts
from alongside.story.models import Entry
from alongside.story.queries import filled
from alongside.story.queries.offers import offers_for

WRITTEN_IN_WORDS = ("narrative", "text")


@transaction.atomic
def start_help(
    *,
    family: Family,
    source: Source | None,
    why: str,
    on: date,
    by: User,
    needs: Collection[str],
    why_without_agreement: str = "",
    why_few_needs: str = "",
    standing: int | None = None,
) -> Beginning:
    """Start the help that the pack's `starting` describes; nobody leads it until the family is given to somebody.

    The decision on the level, the open support, the first assessment filled with what earlier records hold, and a
    notice to those who allocate: all of it or none.

    :param source: where the family comes from; the day it decided on the help starts the clock of a new case
    :param on: the London day help begins
    :raises PermissionDenied: when `by` may not decide levels of this family
    :raises ValidationError: by field, saying what to do
    """
    pack = current_pack()
    starting = starting_of(pack)
    agreement = agreement_of(family)
    agreed = agreement is not None and agreement.given
    known = [one.id for one in pack.outcomes if one.id in needs]
    check_beginning(starting, agreed=agreed, why_without=why_without_agreement, needs=known, why_few=why_few_needs)
    entry = source.entry if source else None
    decision = decide_level(
        family=family, level=starting.level, why=why, decided_on=on, by=by, entry=entry, standing=standing,
        allocate_later=True,
    )  # fmt: skip
    if source is None or source.decided_on is None:
        facts.record(name=DECIDED, family=family, by=by, happened_at=moment_on(on), entry=entry)
    pathway = Pathway.objects.get(family=family, closed_at=None)
    if Beginning.objects.filter(pathway=pathway).exists():
        raise ValidationError("This help was started already. Open the family to see where it stands.")
    beginning = Beginning.objects.create(
        pathway=pathway, family=family, source=entry, needs=known, begun_by=by, begun_at=timezone.now(),
        why_without_agreement="" if agreed else why_without_agreement.strip(), why_few_needs=why_few_needs.strip(),
    )  # fmt: skip
    trail.changed(
        by=by, action="started help", family_id=family.pk, subject=f"pathway {pathway.pk}",
        detail={"needs": known, "agreed": agreed, "level_decision": decision.pk},
    )  # fmt: skip
    begin_assessment(beginning, starting, by=by)
    tell_who_allocates(family, by=by)
    return beginning


def starting_of(pack: Pack) -> Starting:
    """Return how the pack says such help begins.

    :raises ValidationError: when it does not say so
    """
    if pack.starting is None:
        raise ValidationError("The practice pack does not say how such help begins. Ask your practice lead.")
    return pack.starting


def begin_assessment(beginning: Beginning, starting: Starting, *, by: User) -> Entry:
    """Begin the first assessment with all that is known already: what was said before, and the needs just ticked."""
    family, named = beginning.family, starting.assessment
    entry = story.start(form_id=named.form, by=by, team=family.team, family=family, started_from=beginning.source)
    given: dict[str, Any] = words_known_for(entry)
    given |= {named.needs: beginning.needs, named.few_needs: beginning.why_few_needs}
    answer_all(entry, given, by=by)
    return entry


def words_known_for(entry: Entry) -> dict[str, str]:
    """Return, for each question in words, the latest words that the family's final records offer for it."""
    asked = [one for one in filled(entry).questions() if one.type in WRITTEN_IN_WORDS]
    return {key: offers[0].words for key, offers in offers_for(asked).items() if offers and offers[0].words}


def answer_all(entry: Entry, given: dict[str, Any], *, by: User) -> None:
    """Write answers into a draft that was just begun; what its form does not ask is left out."""
    asked = {question.key for question in filled(entry).questions()}
    for key, value in given.items():
        if value and key in asked:
            story.save_answer(entry_id=entry.pk, key=key, value=value, revision=0, by=by)


def tell_who_allocates(family: Family, *, by: User) -> None:
    """Tell the managers of the team, and whoever is duty manager, that a family waits for them."""
    tell(
        to=who_allocates(family.team_id), kind="waiting", title=f"{family.name} wait for oversight and a worker",
        href=reverse("duty"), by=by, family=family,
    )  # fmt: skip


def who_allocates(team_id: int) -> list[User]:
    """Return who looks at new families of a team: its managers, and the duty managers of every team."""
    posts = User.objects.filter(is_active=True, posts__role__in=["manager", "duty-manager"]).distinct()
    people = posts.prefetch_related("posts")
    return [one for one in people if access.holds(one, "manager", team_id) or access.holds(one, "duty-manager")]
