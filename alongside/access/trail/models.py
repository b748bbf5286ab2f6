"""Rows of the trail. A row is chained to the one before it by the database, at the moment of commit."""

from django.db import models
from django.db.models.functions import Now


class TrailRow(models.Model):
    """Who did what, when, about whom. Names and numbers stand by themselves: nothing cascades into the trail."""

    at = models.DateTimeField(db_default=Now(), editable=False)
    user_id = models.BigIntegerField(null=True)
    user_name = models.CharField(max_length=200)
    family_id = models.BigIntegerField(null=True)
    subject = models.CharField(max_length=200, blank=True)
    detail = models.JSONField(default=dict)
    emergency = models.BooleanField(default=False)
    path = models.CharField(max_length=500, blank=True)

    # Written by the database alone. `number` has no index on purpose: sealing a row then touches no index.
    number = models.BigIntegerField(null=True, editable=False)
    previous = models.BinaryField(null=True, editable=False)
    hash = models.BinaryField(null=True, editable=False)

    class Meta:
        abstract = True


class Look(TrailRow):
    """Somebody opened something of a family's record."""

    what = models.CharField(max_length=200)

    class Meta:
        ordering = ["-pk"]
        indexes = [
            models.Index(fields=["family_id", "-id"], name="looks_of_family"),
            models.Index(fields=["user_id", "-id"], name="looks_of_user"),
        ]

    def __str__(self) -> str:
        return f"{self.user_name} looked at {self.what}"


class Change(TrailRow):
    """Somebody changed something."""

    # The column has one name in both tables, so that one trigger serves both.
    action = models.CharField(max_length=200, db_column="what")

    class Meta:
        ordering = ["-pk"]
        indexes = [
            models.Index(fields=["family_id", "-id"], name="changes_of_family"),
            models.Index(fields=["user_id", "-id"], name="changes_by_user"),
        ]

    def __str__(self) -> str:
        return f"{self.user_name}: {self.action}"


class ChainHead(models.Model):
    """How long a chain is and how it ends: what shows that rows were cut off its end."""

    table = models.CharField(primary_key=True, max_length=63)
    count = models.BigIntegerField()
    hash = models.BinaryField()

    def __str__(self) -> str:
        return f"{self.table}: {self.count} rows"
