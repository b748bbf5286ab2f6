"""Outcomes: what should be different for a family, and every step of how it went."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q


class Outcome(models.Model):
    """Something that should be different, against where it stood at the start. Actions hang on it."""

    class State(models.TextChoices):
        OPEN = "open", "Working towards it"
        REACHED = "reached", "Reached"
        LEFT = "left", "No longer worked on"

    class Moved(models.TextChoices):
        NEARER = "nearer", "Nearer"
        SAME = "same", "No change"
        FURTHER = "further", "Further away"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    family = models.ForeignKey("people.Family", on_delete=models.PROTECT, related_name="outcomes")
    entry = models.ForeignKey("story.Entry", on_delete=models.PROTECT, related_name="outcomes")
    # Which of the pack's outcomes it serves, and so which part of the distance travelled shows it in numbers.
    need = models.CharField(max_length=80, blank=True)
    words = models.TextField()
    baseline = models.TextField(blank=True)
    measure = models.TextField(blank=True)
    by_on = models.DateField(null=True)
    agreed_on = models.DateField()
    state = models.CharField(max_length=10, choices=State.choices, default=State.OPEN)
    # How it stood when it was looked at last.
    moved = models.CharField(max_length=10, choices=Moved.choices, blank=True)
    now = models.TextField(blank=True)
    looked_at_on = models.DateField(null=True)
    ended_on = models.DateField(null=True)

    class Meta:
        ordering = ["by_on", "agreed_on", "pk"]
        indexes = [models.Index(fields=["family", "state", "by_on"], name="outcomes_of_a_family")]
        constraints = [
            models.CheckConstraint(
                condition=Q(state="open", ended_on=None) | (~Q(state="open") & Q(ended_on__isnull=False)),
                name="an_ended_outcome_says_when",
            ),
        ]

    def __str__(self) -> str:
        return self.words


class OutcomeChange(models.Model):
    """One step of an outcome: set, looked at, changed or ended, with how all of it stood then. Never altered."""

    outcome = models.ForeignKey(Outcome, on_delete=models.PROTECT, related_name="changes")
    entry = models.ForeignKey("story.Entry", on_delete=models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    told_on = models.DateField()
    state = models.CharField(max_length=10, choices=Outcome.State.choices)
    moved = models.CharField(max_length=10, choices=Outcome.Moved.choices, blank=True)
    now = models.TextField(blank=True)
    words = models.TextField()
    baseline = models.TextField(blank=True)
    measure = models.TextField(blank=True)
    by_on = models.DateField(null=True)

    class Meta:
        ordering = ["told_on", "pk"]
