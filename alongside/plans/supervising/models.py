"""A one-to-one of a worker and who supervises them. It belongs to both, and to no family's record."""

from django.conf import settings
from django.db import models
from django.db.models import Q


class OneToOne(models.Model):
    """One talk: agreed for a day, prepared by both, signed by each for their own part."""

    worker = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="one_to_ones")
    supervisor = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    on = models.DateField()
    workers_part = models.TextField(blank=True)
    supervisors_part = models.TextField(blank=True)
    worker_signed_at = models.DateTimeField(null=True)
    supervisor_signed_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-on", "-pk"]
        indexes = [models.Index(fields=["worker", "-on"], name="one_to_ones_of_a_worker")]
        constraints = [
            models.CheckConstraint(condition=~Q(worker=models.F("supervisor")), name="nobody_supervises_themselves"),
            models.UniqueConstraint(
                fields=["worker"],
                condition=Q(worker_signed_at=None) | Q(supervisor_signed_at=None),
                name="a_worker_has_one_talk_ahead",
            ),
        ]

    @property
    def is_signed(self) -> bool:
        """Whether both have signed their parts."""
        return self.worker_signed_at is not None and self.supervisor_signed_at is not None


class Brought(models.Model):
    """A family that is to be talked about in it."""

    talk = models.ForeignKey(OneToOne, on_delete=models.CASCADE, related_name="brought")
    family = models.ForeignKey("people.Family", on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["talk", "family"], name="a_family_is_brought_once")]
