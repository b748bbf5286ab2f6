"""After a conference: who was sent what was decided, and how the conference was for those who came."""

from django.conf import settings
from django.db import models
from django.db.models import Q


class Letter(models.Model):
    """What one of those who were invited is sent of the record of a conference: what, when, how, and by whom."""

    class Reads(models.TextChoices):
        WHOLE = "whole", "The whole record, and the plan"
        DECIDED = "decided", "What was decided, and the plan"
        ONLY = "only", "Only what was decided"
        TOLD = "told", "Nothing in writing: somebody tells them"

    conference = models.ForeignKey("conferences.Conference", on_delete=models.PROTECT, related_name="letters")
    invitation = models.OneToOneField("meetings.Invitation", on_delete=models.PROTECT, related_name="letter")
    reads = models.CharField(max_length=20, choices=Reads.choices)
    sent_at = models.DateTimeField(null=True)
    sent_how = models.CharField(max_length=20, blank=True)
    sent_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    link = models.OneToOneField("access.SecretLink", on_delete=models.PROTECT, null=True, related_name="+")
    feedback_link = models.OneToOneField("access.SecretLink", on_delete=models.PROTECT, null=True, related_name="+")
    # That they answered, so that they answer once; what they said is kept apart, under nobody's name.
    has_answered = models.BooleanField(default=False)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="a_sent_letter_says_how_and_by_whom",
                condition=Q(sent_at=None, sent_by=None, sent_how="")
                | (Q(sent_at__isnull=False, sent_by__isnull=False) & ~Q(sent_how="")),
            )
        ]

    def __str__(self) -> str:
        return self.get_reads_display()

    @property
    def subject(self) -> str:
        """How the trail of looks names what this person was sent."""
        return f"decisions {self.pk}, version 1"


class Feedback(models.Model):
    """What somebody said of how a conference was for them. Nothing here tells who they are."""

    conference = models.ForeignKey("conferences.Conference", on_delete=models.PROTECT, related_name="feedback")
    form_id = models.CharField(max_length=80)
    pack_version = models.ForeignKey("packs.PackVersion", on_delete=models.PROTECT, related_name="+")
    came_as = models.CharField(max_length=80)
    answers = models.JSONField(default=dict)
    # The day and not the moment: a moment would tell whose it is.
    given_on = models.DateField()
    on_paper = models.BooleanField(default=False)

    class Meta:
        ordering = ["given_on"]
        indexes = [models.Index(fields=["given_on"], name="feedback_by_day")]

    def __str__(self) -> str:
        return f"Feedback of {self.given_on}"
