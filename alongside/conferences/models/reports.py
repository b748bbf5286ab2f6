"""The reports of a conference, and who may read which."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from alongside.people.models.base import Recorded


class Report(models.Model):
    """A report that a conference was asked to have: of the family's worker, or of an agency.

    Asked for as a contribution, by account or by link; or it came by hand, as a file. What it became is a final record
    of the family (`entry`) or one of its documents.
    """

    class By(models.TextChoices):
        WORKER = "worker", "The family’s worker"
        AGENCY = "agency", "An agency"

    conference = models.ForeignKey("conferences.Conference", on_delete=models.PROTECT, related_name="reports")
    by = models.CharField(max_length=20, choices=By.choices)
    agency = models.CharField(max_length=200)
    author = models.CharField(max_length=200, blank=True)
    due = models.DateField()
    asked_at = models.DateTimeField()
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    contribution = models.OneToOneField("contributions.Contribution", on_delete=models.PROTECT, null=True)
    entry = models.OneToOneField("story.Entry", on_delete=models.PROTECT, null=True, related_name="conference_report")
    document = models.OneToOneField("story.Document", on_delete=models.PROTECT, null=True, related_name="+")
    came_on = models.DateField(null=True)
    # Keys of the questions whose answers hold what not everybody may read; the chair decides.
    restricted = models.JSONField(default=list)
    not_needed_why = models.TextField(blank=True)

    class Meta:
        ordering = ["-by", "agency", "pk"]
        constraints = [
            models.CheckConstraint(
                name="a_report_that_came_is_a_record_or_a_file",
                condition=Q(came_on=None, entry=None, document=None)
                | Q(came_on__isnull=False, entry__isnull=False, document=None)
                | Q(came_on__isnull=False, entry=None, document__isnull=False),
            )
        ]

    def __str__(self) -> str:
        return f"Report of {self.agency}"

    @property
    def is_here(self) -> bool:
        """Whether it has come."""
        return self.came_on is not None

    @property
    def is_waited_for(self) -> bool:
        """Whether it has not come, and nobody has said that it will not."""
        return self.came_on is None and not self.not_needed_why

    @property
    def is_late(self) -> bool:
        """Whether it came after its day, or its day is over and it has not come."""
        return self.came_on > self.due if self.came_on else self.is_waited_for and timezone.localdate() > self.due


class Reading(Recorded):
    """How much of one report one of those who are invited may read, as the chair decided; else the rule holds."""

    class Level(models.TextChoices):
        WHOLE = "whole", "All of it"
        WITHOUT = "without", "Without what is restricted"
        NOT = "not", "Nothing of it"

    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="readings")
    invitation = models.ForeignKey("meetings.Invitation", on_delete=models.CASCADE, related_name="readings")
    level = models.CharField(max_length=20, choices=Level.choices)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["report", "invitation"], name="who_reads_a_report_is_said_once")]

    def __str__(self) -> str:
        return self.get_level_display()
