"""Opening a record in an emergency: for a reason, for a while, and told to a manager."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from alongside.people.models.base import together


class EmergencyAccess(models.Model):
    """One person's emergency look at one family, which ends by itself."""

    family = models.ForeignKey("people.Family", on_delete=models.PROTECT, related_name="emergency_accesses")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="emergency_accesses")
    reason = models.TextField()
    started_at = models.DateTimeField(default=timezone.now)
    ends_at = models.DateTimeField()
    told = models.ManyToManyField(settings.AUTH_USER_MODEL, related_name="+", blank=True)
    seen_at = models.DateTimeField(null=True, blank=True)
    seen_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    seen_note = models.TextField(blank=True)

    class Meta:
        ordering = ["-started_at", "-pk"]
        verbose_name_plural = "emergency accesses"
        constraints = [
            models.CheckConstraint(name="emergency_access_says_why", condition=~Q(reason="")),
            models.CheckConstraint(name="emergency_access_ends", condition=Q(ends_at__gt=F("started_at"))),
            models.CheckConstraint(name="seen_emergency_access_says_by_whom", condition=together("seen_at", "seen_by")),
        ]
        indexes = [
            models.Index(fields=["user", "ends_at", "family"], name="emergency_access_in_force"),
            models.Index(fields=["family"], name="emergency_access_unseen", condition=Q(seen_at__isnull=True)),
        ]

    def __str__(self) -> str:
        return f"{self.user} until {self.ends_at}"
