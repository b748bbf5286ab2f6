"""A visit that is planned, and whether who made it is back safely."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from alongside.people.models.base import together


class PlannedVisit(models.Model):
    """One visit to a family on one day: who goes, whom to see, what for; and what became of it."""

    class State(models.TextChoices):
        PLANNED = "planned", "Planned"
        MADE = "made", "Made"
        NOT_IN = "not-in", "Nobody was in"
        CALLED_OFF = "called-off", "Called off"

    # What makes a calendar know it again when it moves.
    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    sequence = models.PositiveIntegerField(default=0, editable=False)
    family = models.ForeignKey("people.Family", on_delete=models.PROTECT, related_name="planned_visits")
    worker = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="planned_visits")
    companions = models.ManyToManyField(settings.AUTH_USER_MODEL, related_name="visits_joined")
    people = models.ManyToManyField("people.Person", related_name="+")
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    place = models.CharField(max_length=300)
    purpose = models.TextField()
    tools = models.TextField(blank=True)
    state = models.CharField(max_length=20, choices=State.choices, default=State.PLANNED)
    why_called_off = models.TextField(blank=True)
    # The record that tells of it, begun when it is written up.
    entry = models.OneToOneField("story.Entry", on_delete=models.PROTECT, null=True, related_name="planned_visit")
    planned_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    planned_at = models.DateTimeField()
    changed_at = models.DateTimeField(null=True)

    # Going alone: who knows of it, when they expect to hear, and that they have.
    buddy = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="buddy_of")
    lone_note = models.TextField(blank=True)
    back_by = models.DateTimeField(null=True)
    risks_seen_at = models.DateTimeField(null=True)
    risks_seen_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    safe_at = models.DateTimeField(null=True)
    safe_said_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    alarm_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["starts_at", "pk"]
        indexes = [
            models.Index(fields=["family", "-starts_at"], name="visits_to_a_family"),
            models.Index(fields=["worker", "starts_at"], name="visits_of_a_worker"),
            models.Index(
                fields=["back_by"],
                name="visits_not_back",
                condition=Q(back_by__isnull=False, safe_at=None, alarm_at=None, state__in=["planned", "made"]),
            ),
        ]
        constraints = [
            models.CheckConstraint(name="a_visit_ends_after_it_starts", condition=Q(ends_at__gt=F("starts_at"))),
            models.CheckConstraint(
                name="a_visit_is_called_off_for_a_reason",
                condition=(Q(state="called-off") & ~Q(why_called_off=""))
                | (~Q(state="called-off") & Q(why_called_off="")),
            ),
            models.CheckConstraint(name="a_buddy_knows_when", condition=Q(buddy=None) | Q(back_by__isnull=False)),
            models.CheckConstraint(
                name="risks_seen_say_when_and_by_whom", condition=together("risks_seen_at", "risks_seen_by")
            ),
            models.CheckConstraint(name="safe_says_when_and_by_whom", condition=together("safe_at", "safe_said_by")),
        ]

    def __str__(self) -> str:
        return "Visit"

    @property
    def is_planned(self) -> bool:
        """Whether it can still be moved, called off or written up."""
        return self.state == self.State.PLANNED

    @property
    def is_to_be_written_up(self) -> bool:
        """Whether its time is over and nobody has said what became of it."""
        return self.is_planned and self.ends_at <= timezone.now()

    @property
    def waits_for_word(self) -> bool:
        """Whether somebody waits to hear that its visitor is safe."""
        return self.back_by is not None and self.safe_at is None and self.state in ("planned", "made")

    @property
    def is_overdue(self) -> bool:
        """Whether who made it should have been heard of by now."""
        return self.waits_for_word and self.back_by is not None and self.back_by <= timezone.now()
