"""Every write to the supervision of a worker."""

from collections.abc import Collection
from datetime import date

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from alongside.access import trail
from alongside.access.models import User
from alongside.people.models import Family
from alongside.plans.supervising.models import Brought, OneToOne
from alongside.plans.supervising.rules import may_see, supervises


@transaction.atomic
def agree_on_talk(*, worker: User, supervisor: User, on: date, by: User) -> OneToOne:
    """Agree when worker and supervisor meet next; the talk ahead is moved where there is one.

    :param on: the London day of the talk
    :raises PermissionDenied: when `by` is neither of them, or the supervisor does not lead the worker's team
    """
    if by.pk not in (worker.pk, supervisor.pk) or not supervises(supervisor, worker):
        raise PermissionDenied("Only a worker and who supervises them agree when they meet.")
    talk = ahead(worker)
    if talk is None:
        talk = OneToOne.objects.create(worker=worker, supervisor=supervisor, on=on)
    else:
        talk.on, talk.supervisor = on, supervisor
        talk.save(update_fields=["on", "supervisor"])
    _note(talk, "agreed when to meet", by=by)
    return talk


@transaction.atomic
def bring(*, talk: OneToOne, families: Collection[Family], by: User) -> None:
    """Say which families are talked about: these, and no others any more.

    :raises PermissionDenied: when `by` is not part of the talk, or may not see one of the families
    :raises ValidationError: when both have signed already
    """
    _open_to(talk, by)
    seen = set(Family.objects.for_user(by).filter(pk__in=[one.pk for one in families]).values_list("pk", flat=True))
    if seen != {one.pk for one in families}:
        raise PermissionDenied("You can only bring families that you may see.")
    talk.brought.exclude(family__in=seen).delete()
    known = set(talk.brought.values_list("family_id", flat=True))
    Brought.objects.bulk_create(Brought(talk=talk, family_id=id, by=by) for id in sorted(seen - known))
    _note(talk, "chose the families to bring", by=by)


@transaction.atomic
def write_part(*, talk: OneToOne, words: str, sign: bool, by: User) -> OneToOne:
    """Keep somebody's own part of the talk, and sign it; what is signed changes no more.

    :raises PermissionDenied: when `by` is neither of the two
    :raises ValidationError: when they have signed already, or sign nothing
    """
    talk = _open_to(talk, by)
    part = "worker" if by.pk == talk.worker_id else "supervisor"
    if getattr(talk, f"{part}_signed_at"):
        raise ValidationError("You have signed your part. What is signed stands as it is.")
    if sign and not words.strip():
        raise ValidationError({"words": "Write your part before you sign it."})
    setattr(talk, f"{part}s_part", words.strip())
    if sign:
        setattr(talk, f"{part}_signed_at", timezone.now())
    talk.save(update_fields=[f"{part}s_part", f"{part}_signed_at"])
    _note(talk, f"{'signed' if sign else 'wrote'} their part", by=by)
    return talk


def ahead(worker: User) -> OneToOne | None:
    """Return the talk that is still to be signed by both, None when there is none."""
    return worker.one_to_ones.filter(Q(worker_signed_at=None) | Q(supervisor_signed_at=None)).first()


def _open_to(talk: OneToOne, by: User) -> OneToOne:
    """Return the talk as it is now, its row held, if this person is one of the two and it is not over."""
    talk = OneToOne.objects.select_for_update(of=("self",)).select_related("worker").get(pk=talk.pk)
    if by.pk not in (talk.worker_id, talk.supervisor_id) or not may_see(by, talk.worker):
        raise PermissionDenied("Only a worker and who supervises them write in their supervision.")
    if talk.is_signed:
        raise ValidationError("Both have signed this talk. Agree on a new one.")
    return talk


def _note(talk: OneToOne, what: str, *, by: User) -> None:
    """What was said stands in the talk and not on the trail."""
    trail.changed(by=by, action=f"supervision: {what}", family_id=None, subject=f"one-to-one {talk.pk}")
