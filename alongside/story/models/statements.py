"""Statements: the worries, strengths and needs of the map, living things with an origin and a history."""

import uuid

from django.conf import settings
from django.db import models


class Statement(models.Model):
    """One sentence on the family's map, in the words of whoever said it."""

    class State(models.TextChoices):
        LIVING = "living", "Still stands"
        RESOLVED = "resolved", "Sorted out"
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

    class Meta:
        ordering = ["said_on", "pk"]
        indexes = [models.Index(fields=["family", "state", "column"], name="map_of_a_family")]

    def __str__(self) -> str:
        return self.words


class StatementChange(models.Model):
    """What became of a statement, entry by entry: reworded, sorted out, taken back. Never altered."""

    statement = models.ForeignKey(Statement, on_delete=models.PROTECT, related_name="changes")
    entry = models.ForeignKey("story.Entry", on_delete=models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=20, choices=Statement.State.choices)
    words = models.TextField()
    why = models.TextField(blank=True)
