"""A concern is raised, and a manager takes it on."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from alongside.access import trail
from alongside.access.models import User
from alongside.notices.actions import tell
from alongside.people.models import Family, Involvement
from alongside.safeguarding import rules
from alongside.safeguarding.actions.telling import tell_next
from alongside.safeguarding.models import Concern
from alongside.story import facts
from alongside.story.models import Entry


@transaction.atomic
def raise_from(*, entry: Entry, answers: dict[str, Any], by: User) -> Concern:
    """Put a final record of a concern before a manager. An amended one goes on with the concern there is.

    :param answers: the record's answers by question; who may be harmed and whether anybody is in danger are read
    """
    earlier = Concern.objects.filter(entry=entry.amends_id).first() if entry.amends_id else None
    if earlier:
        earlier.entry = entry
        earlier.save(update_fields=["entry"])
        return earlier
    said = {one for value in answers.values() if isinstance(value, list) for one in value if isinstance(one, str)}
    concern = Concern.objects.create(
        entry=entry, family=entry.family, team=entry.team, raised_by=by, raised_at=entry.finalised_at or timezone.now(),
        about_child="child" in said, about_adult="adult" in said, in_danger="in-danger" in said,
    )  # fmt: skip
    _begin(concern, entry=entry)
    return concern


@transaction.atomic
def raise_from_level(*, family: Family, why: str, by: User) -> Concern:
    """Put a family whose level asks for a referral before a manager, unless something undecided is there already.

    :param why: the reason given for the level
    """
    standing = Concern.objects.filter(family=family).exclude(steps__kind="referral").order_by("-pk").first()
    if standing and (standing.decided_at is None or standing.to_refer):
        return standing
    concern = Concern.objects.create(
        family=family, team=family.team, level_why=why, raised_by=by, raised_at=timezone.now(), about_child=True
    )
    _begin(concern)
    return concern


def _begin(concern: Concern, entry: Entry | None = None) -> None:
    by = concern.raised_by
    if concern.family:
        facts.record(
            name=rules.SENT, family=concern.family, by=by, happened_at=concern.raised_at, entry=entry,
            data={"concern": str(concern.pk)},
        )  # fmt: skip
    trail.changed(
        by=by, action="concern.raised", family_id=concern.family_id, subject=f"concern {concern.pk}",
        detail={"in_danger": concern.in_danger},
    )  # fmt: skip
    told = tell_next(concern=concern)
    if concern.in_danger:
        told += tell_next(concern=concern)
    _tell_lead(concern, besides=told)


def _tell_lead(concern: Concern, *, besides: list[User]) -> None:
    """Whoever leads the work with the family knows too, though the decision is not theirs."""
    lead = Involvement.objects.filter(
        family=concern.family_id, role=Involvement.Role.LEAD_PRACTITIONER, to_date=None, user__isnull=False
    )
    people = [one.user for one in lead.select_related("user") if one.user and one.user not in besides]
    if concern.family and people:
        tell(
            to=people, kind="safeguarding", urgent=True, by=concern.raised_by, family=concern.family,
            title=f"Safeguarding concern, {concern.family.name}", href=reverse("concern", args=[concern.pk]),
        )  # fmt: skip


@transaction.atomic
def take(*, concern: Concern, by: User) -> None:
    """A manager says that they have read it and are on it: nobody further is told. The first to do so stands.

    :raises PermissionDenied: when it is not theirs to decide
    """
    if not rules.decides(by, concern):
        raise PermissionDenied("A manager of the team takes this on, and not the one who raised it.")
    concern = Concern.objects.select_for_update(of=("self",)).get(pk=concern.pk)
    if concern.taken_at:
        return
    concern.taken_by, concern.taken_at = by, timezone.now()
    concern.save(update_fields=["taken_by", "taken_at"])
    if concern.family:
        facts.record(name=rules.TOLD, family=concern.family, by=by, happened_at=concern.taken_at, entry=concern.entry)
    trail.changed(by=by, action="concern.taken", family_id=concern.family_id, subject=f"concern {concern.pk}")
