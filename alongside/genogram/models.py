"""What people add to a family's genogram by hand, change by change, and the pictures that became part of a record."""

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone


class Change(models.Model):
    """One change by hand. `state` is all that was added by hand as it stood afterwards; rows are never changed.

    `made_on` is the number of the state it started from, 0 for the bare picture. Taking a change back is a change too:
    it has that earlier state once more, and says in `takes_back` which one may be done again.
    """

    family = models.ForeignKey("people.Family", on_delete=models.PROTECT, related_name="genogram_changes")
    number = models.PositiveIntegerField()
    made_on = models.PositiveIntegerField()
    takes_back = models.PositiveIntegerField(null=True)
    did = models.CharField(max_length=40)
    state: Any = models.JSONField()
    made_at = models.DateTimeField(default=timezone.now)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["family", "number"], name="genogram_changes_are_counted"),
            models.CheckConstraint(
                name="a_genogram_change_follows_an_earlier_one", condition=Q(made_on__lt=F("number"))
            ),
        ]


class Version(models.Model):
    """The picture as it stood when a record was made final, drawn and in words; never changed."""

    family = models.ForeignKey("people.Family", on_delete=models.PROTECT, related_name="genogram_versions")
    entry = models.ForeignKey("story.Entry", on_delete=models.PROTECT, related_name="genogram_versions")
    made_on = models.DateField()
    svg = models.TextField()
    # Sections of sentences: [["Grandparents", ["Joy …", …]], …]
    told: Any = models.JSONField()
    made_at = models.DateTimeField(default=timezone.now)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["-made_on", "-pk"]
        indexes = [models.Index(fields=["family", "-made_on", "-id"], name="genogram_versions_of_a_family")]
