"""Dangers: what anybody has to know before they visit or call, as long as it lasts."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q

from alongside.people.models.base import together


class Danger(models.Model):
    """Something that stands at the top of a family's page until somebody ends it and says why."""

    class Kind(models.TextChoices):
        FAMILY = "family", "Danger to the family"
        VISITORS = "visitors", "Danger to visitors"
        CONTACT = "contact", "Contact restriction"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    family = models.ForeignKey("people.Family", on_delete=models.PROTECT, related_name="dangers")
    entry = models.ForeignKey("story.Entry", on_delete=models.PROTECT, null=True, related_name="dangers")
    kind = models.CharField(max_length=20, choices=Kind.choices)
    words = models.TextField()
    about = models.ManyToManyField("people.Person", related_name="dangers")
    since = models.DateField()
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    looked_at_on = models.DateField()
    ended_on = models.DateField(null=True)
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    ended_why = models.TextField(blank=True)

    class Meta:
        ordering = ["kind", "since", "pk"]
        indexes = [models.Index(fields=["family"], name="present_dangers", condition=Q(ended_at=None))]
        constraints = [
            models.CheckConstraint(condition=~Q(words=""), name="a_danger_says_what_it_is"),
            models.CheckConstraint(
                condition=together("ended_on", "ended_at", "ended_by")
                & (Q(ended_at=None, ended_why="") | (Q(ended_at__isnull=False) & ~Q(ended_why=""))),
                name="a_danger_ends_for_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return self.words


class DangerChange(models.Model):
    """How a danger stood from a moment on: recorded, looked at again, put in other words, or ended. Never altered."""

    class What(models.TextChoices):
        RECORDED = "recorded", "Recorded"
        LOOKED_AT = "looked-at", "Looked at again, and still there"
        REWORDED = "reworded", "Put in other words"
        ENDED = "ended", "Ended"

    danger = models.ForeignKey(Danger, on_delete=models.PROTECT, related_name="changes")
    entry = models.ForeignKey("story.Entry", on_delete=models.PROTECT, null=True, related_name="+")
    what = models.CharField(max_length=20, choices=What.choices)
    kind = models.CharField(max_length=20, choices=Danger.Kind.choices)
    words = models.TextField()
    why = models.TextField(blank=True)
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["at", "pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(what="ended") | ~Q(why=""), name="an_ended_danger_says_why_for_ever")
        ]
