"""A live room, who sits in it, and all that was said there: one row after the other, never altered."""

import uuid
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from alongside.people.models.base import together


class Room(models.Model):
    """The room of one meeting. `number` counts what was said in it: who has heard so many has heard everything."""

    meeting = models.OneToOneField("meetings.Meeting", on_delete=models.PROTECT, related_name="room")
    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    # Its headings, scales and questions are those of the pack under which it was opened.
    pack_version = models.ForeignKey("packs.PackVersion", on_delete=models.PROTECT, related_name="+")
    # Shown on the big screen. It lets nobody in, only ask to be let in.
    code = models.CharField(max_length=12)
    number = models.PositiveIntegerField(default=0)
    opened_at = models.DateTimeField()
    opened_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    # A room that somebody forgets to close lets nobody in after this.
    ends_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)
    closed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    record = models.OneToOneField("story.Entry", on_delete=models.PROTECT, null=True, related_name="+")
    plan = models.OneToOneField("story.Entry", on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["code"], condition=Q(closed_at=None), name="a_code_opens_one_room"),
            models.CheckConstraint(condition=together("closed_at", "closed_by"), name="a_closed_room_says_by_whom"),
            models.CheckConstraint(condition=Q(ends_at__gt=F("opened_at")), name="a_room_ends_after_it_opens"),
        ]

    def __str__(self) -> str:
        return f"Room of {self.meeting}"

    @property
    def is_open(self) -> bool:
        """Whether anything can be said in it still."""
        return self.closed_at is None and self.ends_at > timezone.now()


class Seat(models.Model):
    """Somebody in the room, or a screen: known by what their device holds, or with no device at all."""

    class Part(models.TextChoices):
        PARTICIPANT = "participant", "Takes part"
        SCREEN = "screen", "Big screen"

    room = models.ForeignKey(Room, on_delete=models.PROTECT, related_name="seats")
    part = models.CharField(max_length=20, choices=Part.choices, default=Part.PARTICIPANT)
    # Who of those who are invited it is, as the chair says; None for somebody else and for a screen.
    invitation = models.ForeignKey("meetings.Invitation", on_delete=models.PROTECT, null=True, related_name="+")
    name = models.CharField(max_length=200)
    agency = models.CharField(max_length=200, blank=True)
    # Proves the secret that the device holds; empty for somebody whose answers are typed by chair or minute-taker.
    proof = models.CharField(max_length=64, blank=True)
    asked_at = models.DateTimeField(default=timezone.now)
    admitted_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["proof"], condition=~Q(proof=""), name="a_device_has_one_seat"),
            models.UniqueConstraint(
                fields=["room", "invitation"],
                condition=Q(invitation__isnull=False, ended_at=None),
                name="who_is_invited_sits_once",
            ),
        ]

    def __str__(self) -> str:
        return ", ".join(part for part in (self.name, self.agency) if part)

    @property
    def is_in(self) -> bool:
        """Whether they were let in, and are still."""
        return self.admitted_at is not None and self.ended_at is None

    @property
    def name_in_trail(self) -> str:
        """Who looked or wrote, as the trail has it."""
        return f"{self.name}, in the room"[:200]


class Said(models.Model):
    """One thing that was said in a room, typed or pressed, in the order in which the room heard it. Never altered.

    `message` is the id that the device gave it before sending: what is sent again after a lost answer is there once.
    """

    room = models.ForeignKey(Room, on_delete=models.PROTECT, related_name="said")
    number = models.PositiveIntegerField()
    message = models.UUIDField(default=uuid.uuid4)
    kind = models.CharField(max_length=40)
    data = models.JSONField(default=dict)
    seat = models.ForeignKey(Seat, on_delete=models.PROTECT, null=True, related_name="+")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["room", "number"], name="a_room_hears_in_order"),
            models.UniqueConstraint(fields=["room", "message"], name="a_message_is_heard_once"),
            models.CheckConstraint(condition=Q(seat=None) | Q(user=None), name="said_by_a_seat_or_an_account"),
        ]

    def __str__(self) -> str:
        return f"{self.number}: {self.kind}"

    def by(self) -> Any:
        """Who said it: a seat, an account, or None for the product itself."""
        return self.seat or self.user
