"""Links that open one thing to one person who has no account."""

from django.conf import settings
from django.db import models
from django.utils import timezone


class SecretLink(models.Model):
    """A link that was sent to one person for one purpose. Its secret is never stored, only what proves it."""

    purpose = models.CharField(max_length=80)
    about = models.CharField(max_length=80)
    family_id = models.BigIntegerField(null=True)
    to_name = models.CharField(max_length=200)
    to_email = models.EmailField(blank=True)
    proof = models.CharField(max_length=64, unique=True)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["purpose", "about"], name="links_about_something")]

    def __str__(self) -> str:
        return f"{self.purpose} for {self.to_name}"

    @property
    def is_over(self) -> bool:
        """Whether it was ended, or its time is over."""
        return self.ended_at is not None or self.expires_at <= timezone.now()

    @property
    def name_in_trail(self) -> str:
        """Who looked or wrote, as the trail has it."""
        return f"{self.to_name}, by a link"[:200]
