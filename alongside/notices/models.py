"""Notices, each to one person, and how a person wants to hear of them by mail."""

from django.conf import settings
from django.db import models


class Notice(models.Model):
    """One thing that one person should know, with the place to go to."""

    to = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="notices")
    kind = models.CharField(max_length=40)
    title = models.CharField(max_length=300)
    href = models.CharField(max_length=500)
    family = models.ForeignKey("people.Family", on_delete=models.CASCADE, null=True, related_name="+")
    urgent = models.BooleanField(default=False)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    made_at = models.DateTimeField()
    read_at = models.DateTimeField(null=True)
    mailed_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-pk"]
        indexes = [
            models.Index(fields=["to", "-id"], name="notices_of_somebody"),
            models.Index(fields=["to"], name="unread_notices", condition=models.Q(read_at=None)),
        ]

    def __str__(self) -> str:
        return self.title


class Digest(models.Model):
    """Somebody's mail of a morning was sent, or there was nothing to say: never a second one for that day."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="digests")
    day = models.DateField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user", "day"], name="one_mail_a_morning")]

    def __str__(self) -> str:
        return f"{self.user}, {self.day}"


class MailChoice(models.Model):
    """When somebody wants a mail about notices. What is urgent is always mailed at once."""

    class When(models.TextChoices):
        AT_ONCE = "at-once", "At once"
        MORNING = "morning", "Only in the morning, with what is due"
        URGENT = "urgent", "Only when it is urgent"

    user = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="mail_choice")
    when = models.CharField(max_length=10, choices=When.choices, default=When.AT_ONCE)

    def __str__(self) -> str:
        return self.get_when_display()
