"""Reading packs, one for each of those who are invited. Who opened theirs stands on the trail of looks."""

from django.conf import settings
from django.db import models
from django.db.models import Q


def place_in_the_store(pack: "ReadingPack", name: str) -> str:
    """Return where a pack is kept, under a name that tells nobody anything."""
    return f"reading-packs/{pack.conference_id}/{name}"


class ReadingPack(models.Model):
    """What one person reads before a conference, as one PDF that holds only what they may read.

    Made by the job worker, and made anew when what it holds has changed: `made_of` tells of what it was made.
    """

    class State(models.TextChoices):
        WAITING = "waiting", "Waits to be made"
        MAKING = "making", "Being made"
        READY = "ready", "Ready"
        FAILED = "failed", "Could not be made"

    conference = models.ForeignKey("conferences.Conference", on_delete=models.PROTECT, related_name="packs")
    # Who is not invited any more opens nothing; that they once had is still known.
    invitation = models.OneToOneField(
        "meetings.Invitation", on_delete=models.SET_NULL, null=True, related_name="reading_pack"
    )
    to_name = models.CharField(max_length=200)
    state = models.CharField(max_length=20, choices=State.choices, default=State.WAITING)
    steps_done = models.PositiveSmallIntegerField(default=0)
    steps = models.PositiveSmallIntegerField(default=0)
    file = models.FileField(upload_to=place_in_the_store, blank=True)
    pages = models.PositiveSmallIntegerField(default=0)
    version = models.PositiveSmallIntegerField(default=0)
    made_of = models.CharField(max_length=64, blank=True)
    made_at = models.DateTimeField(null=True)
    # Files that cannot stand in a PDF, and go along by hand.
    left_out = models.JSONField(default=list)
    sent_at = models.DateTimeField(null=True)
    sent_how = models.CharField(max_length=20, blank=True)
    sent_version = models.PositiveSmallIntegerField(default=0)
    sent_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    link = models.OneToOneField("access.SecretLink", on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="a_pack_that_is_ready_was_made", condition=~Q(state="ready") | Q(made_at__isnull=False)
            ),
            models.CheckConstraint(
                name="a_sent_pack_says_how_and_by_whom",
                condition=Q(sent_at=None, sent_by=None, sent_how="")
                | (Q(sent_at__isnull=False, sent_by__isnull=False) & ~Q(sent_how="")),
            ),
        ]

    def __str__(self) -> str:
        return f"Reading pack {self.pk}"

    @property
    def subject(self) -> str:
        """How the trail of looks names this version of the pack."""
        return f"reading pack {self.pk}, version {self.version}"

    @property
    def is_being_made(self) -> bool:
        """Whether the job worker has it before it."""
        return self.state in (self.State.WAITING, self.State.MAKING)
