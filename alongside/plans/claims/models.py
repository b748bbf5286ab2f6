"""What shows an outcome against where the family began, and which outcomes were claimed for."""

from django.conf import settings
from django.db import models
from django.db.models import Q


class OutcomeEvidence(models.Model):
    """How one need stands, as a final record tells it; the latest that stands is what counts."""

    class State(models.TextChoices):
        REACHED = "reached", "Reached"
        PARTLY = "partly", "On the way"
        NOT = "not", "Not reached"

    entry = models.ForeignKey("story.Entry", on_delete=models.PROTECT, related_name="evidence")
    family = models.ForeignKey("people.Family", on_delete=models.PROTECT, related_name="evidence")
    outcome = models.CharField(max_length=80)
    state = models.CharField(max_length=10, choices=State.choices)
    now = models.TextField()
    shown_by = models.TextField(blank=True)
    document = models.ForeignKey("story.Document", on_delete=models.PROTECT, null=True, related_name="+")
    reached_on = models.DateField(null=True)
    told_on = models.DateField()

    class Meta:
        ordering = ["told_on", "pk"]
        indexes = [models.Index(fields=["family", "outcome", "-told_on"], name="evidence_of_a_family")]
        constraints = [
            models.UniqueConstraint(fields=["entry", "outcome"], name="a_record_tells_an_outcome_once"),
            models.CheckConstraint(
                condition=~Q(state="reached") | Q(reached_on__isnull=False), name="reached_says_since_when"
            ),
        ]

    @property
    def is_shown(self) -> bool:
        """Whether something shows it: words, or a document."""
        return bool(self.shown_by or self.document_id)


class Claim(models.Model):
    """A claim that was made for one outcome of a family. Never altered, and never made twice."""

    family = models.ForeignKey("people.Family", on_delete=models.PROTECT, related_name="claims")
    pack_version = models.ForeignKey("packs.PackVersion", on_delete=models.PROTECT, related_name="+")
    outcome = models.CharField(max_length=80)
    evidence = models.ForeignKey(OutcomeEvidence, on_delete=models.PROTECT, related_name="claims")
    claimed_on = models.DateField()
    claimed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()

    class Meta:
        ordering = ["claimed_on", "pk"]
        constraints = [models.UniqueConstraint(fields=["family", "outcome"], name="an_outcome_is_claimed_once")]
