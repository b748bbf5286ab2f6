"""Statements: the worries, strengths and needs of the map, living things with an origin and a history."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import F, Q


class Statement(models.Model):
    """One sentence on the family's map, in the words of whoever said it."""

    class State(models.TextChoices):
        LIVING = "living", "Still stands"
        RESOLVED = "resolved", "Sorted out"
        MERGED = "merged", "Merged into another"
        WITHDRAWN = "withdrawn", "Taken back"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    family = models.ForeignKey("people.Family", on_delete=models.PROTECT, null=True, related_name="statements")
    entry = models.ForeignKey("story.Entry", on_delete=models.PROTECT, related_name="statements")
    column = models.CharField(max_length=80)
    words = models.TextField()
    said_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, null=True, related_name="+")
    about = models.ManyToManyField("people.Person", related_name="statements")
    state = models.CharField(max_length=20, choices=State.choices, default=State.LIVING)
    said_on = models.DateField()
    # The statement that speaks for this one too, while both are merged. Ratings and origin stay with each.
    merged_into = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="merged")
    # Goes up with each change, so that two people who change it at once are told apart.
    revision = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["said_on", "pk"]
        indexes = [models.Index(fields=["family", "state", "column"], name="map_of_a_family")]
        constraints = [
            models.CheckConstraint(
                condition=Q(state="merged", merged_into__isnull=False)
                | (~Q(state="merged") & Q(merged_into__isnull=True)),
                name="merged_says_into_which",
            ),
            models.CheckConstraint(condition=~Q(merged_into=F("id")), name="not_merged_into_itself"),
        ]

    def __str__(self) -> str:
        return self.words


class StatementChange(models.Model):
    """What became of a statement, by an entry or on the map: how it stood afterwards, who, when, why. Never altered."""

    class What(models.TextChoices):
        SAID = "said", "Said"
        REWORDED = "reworded", "Reworded"
        MOVED = "moved", "Moved to another column"
        MERGED = "merged", "Merged into another"
        TOOK_IN = "took-in", "Another was merged into it"
        UNMERGED = "unmerged", "Separated again"
        GAVE_BACK = "gave-back", "Another was separated from it"
        RESOLVED = "resolved", "Sorted out"
        WITHDRAWN = "withdrawn", "Taken back"
        BROUGHT_BACK = "brought-back", "Brought back"

    statement = models.ForeignKey(Statement, on_delete=models.PROTECT, related_name="changes")
    entry = models.ForeignKey("story.Entry", on_delete=models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=20, choices=Statement.State.choices)
    words = models.TextField()
    why = models.TextField(blank=True)
    # Empty only in rows from before changes said of themselves what they are.
    what = models.CharField(max_length=20, choices=What.choices, blank=True)
    column = models.CharField(max_length=80, blank=True)
    other = models.ForeignKey(Statement, on_delete=models.PROTECT, null=True, related_name="+")
