"""Who must not meet whom, and how that is seen to."""

from django.core.exceptions import ValidationError
from django.db import transaction

from alongside.access.models import User
from alongside.conferences.actions.checks import held_still, noted
from alongside.conferences.models import Conference, KeptApart
from alongside.conferences.rules import pair
from alongside.conferences.signals import packs_changed
from alongside.meetings.models import Invitation


@transaction.atomic
def keep_apart(
    *, conference: Conference, one: Invitation, other: Invitation, how: str, by: User, words: str = ""
) -> KeptApart:
    """Say that two who are invited must not meet, and how that is seen to; said again, the last word holds.

    :raises ValidationError: by field, when they are one person, or not both invited to this conference
    """
    now = held_still(conference, by=by)
    if one.pk == other.pk:
        raise ValidationError({"other": "Choose two people"})
    if {one.meeting_id, other.meeting_id} != {now.meeting_id}:
        raise ValidationError({"one": "Choose those who are invited to this conference"})
    first, second = pair(one.pk, other.pk)
    kept, _ = KeptApart.objects.update_or_create(
        conference=now, one_id=first, other_id=second,
        defaults={"how": KeptApart.How(how), "words": words.strip(), "recorded_by": by},
    )  # fmt: skip
    # The trail is read by others than those who hold the conference: it says no names.
    noted(now, "said who must not meet", by=by, kept_apart=kept.pk, how=how)
    packs_changed.send(sender=Conference, conference=now)
    return kept


@transaction.atomic
def may_meet(*, kept: KeptApart, by: User) -> None:
    """Say that two may meet after all."""
    now = held_still(kept.conference, by=by)
    pk = kept.pk
    kept.delete()
    noted(now, "said that two may meet", by=by, kept_apart=pk)
    packs_changed.send(sender=Conference, conference=now)


@transaction.atomic
def say_what_helps(*, conference: Conference, words: str, by: User) -> None:
    """Keep what each of the family needs to take part well."""
    now = held_still(conference, by=by)
    now.what_helps = words.strip()
    now.save(update_fields=["what_helps"])
    noted(now, "said what helps somebody to take part", by=by)
