"""Opening support again within the same record, from where its last ending left off."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction

from alongside.access.models import User
from alongside.journey.actions.levels import decide_level
from alongside.journey.models import LevelDecision, Pathway
from alongside.journey.moments import moment_on
from alongside.people.models import Family
from alongside.story import facts


@transaction.atomic
def open_again(
    *,
    family: Family,
    level: str,
    why: str,
    decided_on: date,
    by: User,
    lead_practitioner: User | None = None,
    standing: int | None = None,
) -> LevelDecision:
    """Open support again at a level that has it; the earlier story stays as it is.

    :param decided_on: the London day it was decided, from the day the last support ended to today
    :param standing: the id of the decision that stood when the page was shown, as for `decide_level`
    :raises PermissionDenied: when `by` may not decide levels or has no need to know this family
    :raises ValidationError: when support is open, none was ever ended, or the level has none, saying what to do
    """
    Family.objects.select_for_update(no_key=True).get(pk=family.pk)
    last = Pathway.objects.filter(family=family).order_by("-opened_at").first()
    if last is None or last.closed_on is None:
        raise ValidationError("Support is open, or there was none that ended: decide the level instead.")
    decision = decide_level(
        family=family, level=level, why=why, decided_on=decided_on, by=by, lead_practitioner=lead_practitioner,
        standing=standing,
    )  # fmt: skip
    if not Pathway.objects.filter(family=family, closed_at=None).exists():
        raise ValidationError({"level": "Choose a level at which there is support."})
    facts.record(
        name="support.reopened", family=family, by=by, happened_at=moment_on(decided_on),
        data={"closure": str(last.closing_entry_id)},
    )  # fmt: skip
    return decision
