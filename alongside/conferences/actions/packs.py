"""Reading packs: asked for, made by the job worker, sent, opened, and made anew when what they hold has changed."""

import logging
from collections.abc import Iterable
from uuid import uuid4

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.db import transaction
from django.db.models import F
from django.urls import reverse
from django.utils import timezone

from alongside.access.models import User
from alongside.conferences.actions.checks import AROUND, held_still, noted
from alongside.conferences.models import Conference, ReadingPack
from alongside.conferences.reading.contents import made_of, parts_for
from alongside.conferences.reading.making import Made, make
from alongside.conferences.reading.readers import readers_of, reports_of
from alongside.conferences.tasks import mail_pack, make_pack
from alongside.meetings.actions.reaching import reads_here
from alongside.meetings.models import Invitation
from alongside.notices.actions import tell

log = logging.getLogger(__name__)


@transaction.atomic
def want_packs(*, conference: Conference, by: User) -> list[ReadingPack]:
    """Have a reading pack made for everybody who is invited; those that are there and still hold are left as they are.

    :raises ValidationError: when the conference was held or cancelled
    """
    now = held_still(conference, by=by)
    packs = [_pack_of(now, one) for one in now.meeting.invitations.select_related("user", "person")]
    noted(now, "had reading packs made", by=by, packs=[pack.pk for pack in packs])
    make_anew(now)
    return packs


def _pack_of(conference: Conference, invitation: Invitation) -> ReadingPack:
    known = {"conference": conference, "to_name": invitation.who}
    return ReadingPack.objects.get_or_create(invitation=invitation, defaults=known)[0]


def pack_for(conference: Conference, invitation: Invitation) -> None:
    """Have a pack made for one who was invited after the others."""
    pack = _pack_of(conference, invitation)
    make_pack.defer(pack_id=pack.pk)


def make_anew(conference: Conference) -> None:
    """Have those packs made that are not made yet, or hold what has changed; the others stay."""
    packs = ReadingPack.objects.filter(conference=conference, invitation__isnull=False)
    if not packs.exists():
        return
    now = Conference.objects.select_related(*AROUND).get(pk=conference.pk)
    reports = reports_of(now)
    readers = {one.invitation.pk: one for one in readers_of(now, reports)}
    for pack in packs.exclude(state=ReadingPack.State.WAITING):
        reader = readers.get(pack.invitation_id or 0)
        if reader and pack.made_of != made_of(now, reader, parts_for(reader, reports)):
            ReadingPack.objects.filter(pk=pack.pk).update(state=ReadingPack.State.WAITING, steps=0, steps_done=0)
    for pk in packs.filter(state=ReadingPack.State.WAITING).values_list("pk", flat=True):
        make_pack.defer(pack_id=pk)


def make_now(pack_id: int) -> None:
    """Make one pack, in a job: what it holds is read, put together and kept; done twice, it is made once.

    A pack that was sent and holds something else now is sent anew.
    """
    pack = ReadingPack.objects.filter(pk=pack_id, invitation__isnull=False).first()
    if pack is None:
        return
    conference = Conference.objects.select_related(*AROUND).get(pk=pack.conference_id)
    reports = reports_of(conference)
    reader = next((one for one in readers_of(conference, reports) if one.invitation.pk == pack.invitation_id), None)
    if reader is None:
        return
    parts = parts_for(reader, reports)
    fingerprint = made_of(conference, reader, parts)
    mine = ReadingPack.objects.filter(pk=pack.pk)
    if pack.version and pack.made_of == fingerprint:
        mine.update(state=ReadingPack.State.READY)
        return
    mine.update(state=ReadingPack.State.MAKING, steps=len(parts) + 1, steps_done=0)

    def step() -> None:
        mine.update(steps_done=F("steps_done") + 1)

    try:
        made = make(conference, reader, parts, step)
    except Exception:
        mine.update(state=ReadingPack.State.FAILED)
        raise
    _keep(pack.pk, made, fingerprint)


@transaction.atomic
def _keep(pack_id: int, made: Made, fingerprint: str) -> None:
    pack = ReadingPack.objects.select_for_update().get(pk=pack_id)
    before = pack.file.name
    pack.file.save(f"{uuid4().hex}.pdf", ContentFile(made.content), save=False)
    pack.state, pack.version, pack.made_of = ReadingPack.State.READY, pack.version + 1, fingerprint
    pack.made_at, pack.pages, pack.left_out = timezone.now(), made.pages, made.left_out
    pack.save()
    if before:
        transaction.on_commit(lambda: pack.file.storage.delete(before))
    if pack.sent_at and pack.sent_by:
        _send(pack, by=pack.sent_by)


@transaction.atomic
def send_packs(*, conference: Conference, packs: Iterable[ReadingPack], by: User) -> list[ReadingPack]:
    """Send packs that are ready; returns those that nobody can be sent, which are printed and given by hand.

    An account that may open the family is told within the product; everybody else is mailed a link of their own.
    """
    now = held_still(conference, by=by)
    left = []
    for pack in packs:
        if pack.conference_id != now.pk or pack.state != ReadingPack.State.READY:
            continue
        locked = ReadingPack.objects.select_for_update(of=("self",)).select_related("invitation").get(pk=pack.pk)
        if locked.sent_version == locked.version:
            continue
        if not _send(locked, by=by):
            left.append(locked)
    return left


def _send(pack: ReadingPack, *, by: User) -> bool:
    invitation = pack.invitation
    if invitation is None:
        return False
    if invitation.user and reads_here(invitation):
        how = Invitation.Told.NOTICE
        said = "A new version of your reading pack is there" if pack.sent_version else "Your reading pack is there"
        tell(to=[invitation.user], kind="reading-pack", title=said, href=page_of(pack), by=by,
             family=pack.conference.meeting.family)  # fmt: skip
    elif invitation.address:
        how = Invitation.Told.MAIL
        mail_pack.defer(pack_id=pack.pk, by_id=by.pk)
    else:
        return False
    _sent(pack, how, by=by)
    return True


def page_of(pack: ReadingPack) -> str:
    """Return the address of somebody's reading pack within the product."""
    meeting = pack.conference.meeting
    return reverse("conference-pack", args=[meeting.family_id, meeting.pk, pack.pk])


@transaction.atomic
def pack_given(*, pack: ReadingPack, by: User) -> None:
    """Note that somebody was given their pack on paper.

    :raises ValidationError: while it is not ready
    """
    now = held_still(pack.conference, by=by)
    if pack.state != ReadingPack.State.READY or pack.conference_id != now.pk:
        raise ValidationError("This pack is not ready yet.")
    _sent(pack, Invitation.Told.THEMSELVES, by=by)


def _sent(pack: ReadingPack, how: str, *, by: User) -> None:
    pack.sent_at, pack.sent_how, pack.sent_by, pack.sent_version = timezone.now(), how, by, pack.version
    pack.save(update_fields=["sent_at", "sent_how", "sent_by", "sent_version"])
    noted(pack.conference, "gave somebody their reading pack", by=by, pack=pack.pk, how=how, version=pack.version)
