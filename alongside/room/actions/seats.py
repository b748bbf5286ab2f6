"""Coming into a room: asked for with its code, let in by the chair, ended by either."""

import secrets
from hashlib import sha256

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from alongside.access.models import User
from alongside.meetings.models import Invitation
from alongside.room.actions.hearing import heard, locked
from alongside.room.models import Room, Seat

MOST_SEATS = 120


def proof_of(secret: str) -> str:
    """Return what is kept of a device's secret: it can be recognised, and not read."""
    return sha256(secret.encode()).hexdigest()


@transaction.atomic
def ask_to_come_in(*, room: Room, name: str, agency: str, part: str) -> tuple[Seat, str]:
    """Ask the chair to be let in, and return the seat with the secret that the device is to hold.

    :raises ValidationError: when the room is closed, or far more have asked than can be in a room
    """
    now = _open(room)
    if now.seats.count() >= MOST_SEATS:
        raise ValidationError("Too many have asked to come in. Tell the chair.")
    secret = secrets.token_urlsafe(32)
    seat = Seat.objects.create(room=now, part=part, name=name, agency=agency, proof=proof_of(secret))
    heard(now, "seat.asked", _told(seat), by=seat, action="asked to come into a room")
    return seat, secret


@transaction.atomic
def admit(*, seat: Seat, invitation: Invitation | None, by: User) -> Seat:
    """Let somebody in, as one of those who are invited or as somebody else; return the seat they sit on.

    Somebody whose telephone ran out of battery comes with another, and sits where they sat.

    :raises ValidationError: when the room is closed, or they are no longer asking
    """
    room = _open(seat.room)
    seat = Seat.objects.select_for_update().get(pk=seat.pk)
    if seat.ended_at or (invitation and invitation.meeting_id != room.meeting_id):
        raise ValidationError("They do not ask to come in any more.")
    before = room.seats.filter(invitation=invitation, ended_at=None).exclude(pk=seat.pk).first() if invitation else None
    if before is not None:
        return _moves_to(before, seat, room, by=by)
    seat.invitation = invitation
    if invitation:
        seat.name, seat.agency = invitation.who[:200], invitation.where_from[:200]
    seat.admitted_at = seat.admitted_at or timezone.now()
    seat.save(update_fields=["invitation", "name", "agency", "admitted_at"])
    _heard_in(room, seat, by=by)
    return seat


def _moves_to(before: Seat, seat: Seat, room: Room, *, by: User) -> Seat:
    proof, seat.proof, seat.ended_at = seat.proof, "", timezone.now()
    seat.save(update_fields=["proof", "ended_at"])
    before.proof, before.admitted_at = proof, before.admitted_at or timezone.now()
    before.save(update_fields=["proof", "admitted_at"])
    heard(room, "seat.ended", {"seat": seat.pk}, by=by)
    _heard_in(room, before, by=by)
    return before


def _heard_in(room: Room, seat: Seat, *, by: User) -> None:
    data = {"seat": seat.pk, "invitation": seat.invitation_id, "name": seat.name, "agency": seat.agency}
    heard(room, "seat.admitted", data, by=by, action="let somebody into a room")


@transaction.atomic
def seat_without_device(*, room: Room, invitation: Invitation | None, name: str, by: User) -> Seat:
    """Note that somebody is here who has no phone: chair or minute-taker type what they say.

    :raises ValidationError: when nobody is named, or they are in the room already
    """
    now = _open(room)
    who = invitation.who if invitation else name.strip()
    if not who:
        raise ValidationError("Choose who it is, or write their name.")
    if invitation and (
        invitation.meeting_id != now.meeting_id or now.seats.filter(invitation=invitation, ended_at=None).exists()
    ):
        raise ValidationError(f"{who} is in the room already.")
    agency = invitation.where_from if invitation else ""
    seat = Seat.objects.create(room=now, invitation=invitation, name=who[:200], agency=agency[:200])
    heard(now, "seat.asked", _told(seat), by=by)
    seat.admitted_at = timezone.now()
    seat.save(update_fields=["admitted_at"])
    _heard_in(now, seat, by=by)
    return seat


@transaction.atomic
def end_seat(*, seat: Seat, by: User | Seat) -> None:
    """Somebody leaves, or is not let in; what they said in the room stays."""
    room = locked(seat.room)
    seat = Seat.objects.select_for_update().get(pk=seat.pk)
    if seat.ended_at is None and room.closed_at is None:
        seat.ended_at = timezone.now()
        seat.save(update_fields=["ended_at"])
        heard(room, "seat.ended", {"seat": seat.pk}, by=by, action="ended a place in a room")


def _open(room: Room) -> Room:
    now = locked(room)
    if not now.is_open:
        raise ValidationError("The room is closed.")
    return now


def _told(seat: Seat) -> dict[str, object]:
    return {
        "seat": seat.pk, "name": seat.name, "agency": seat.agency, "part": seat.part, "has_device": bool(seat.proof)
    }  # fmt: skip
