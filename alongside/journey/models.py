"""Where a family stands: levels decided, support open or closed, and what is due."""

from datetime import date, datetime

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from alongside.journey.standards import State, state_of
from alongside.working_time import london_day


class LevelDecision(models.Model):
    """Someone decided a family's level of need, with the reason. Never altered: the latest one stands."""

    family = models.ForeignKey("people.Family", on_delete=models.PROTECT, related_name="level_decisions")
    pack_version = models.ForeignKey("packs.PackVersion", on_delete=models.PROTECT, related_name="+")
    level = models.CharField(max_length=80)
    why = models.TextField()
    decided_on = models.DateField()
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()
    entry = models.ForeignKey("story.Entry", on_delete=models.PROTECT, null=True, related_name="+")
    # What the threshold guide read from the chosen signs on that day, and how the decision stood to it (guide.beside).
    guide = models.JSONField(default=dict)

    class Meta:
        ordering = ["-recorded_at", "-pk"]
        indexes = [models.Index(fields=["family", "-recorded_at"], name="levels_of_a_family")]
        constraints = [models.CheckConstraint(condition=~Q(why=""), name="a_level_has_a_reason")]


class Pathway(models.Model):
    """Support that stands open for as long as it goes on; one at a time for a family."""

    family = models.ForeignKey("people.Family", on_delete=models.PROTECT, related_name="pathways")
    level = models.CharField(max_length=80)
    opened_on = models.DateField()
    opened_at = models.DateTimeField()
    opened_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    closed_on = models.DateField(null=True)
    closed_at = models.DateTimeField(null=True)
    closed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    closing_entry = models.ForeignKey("story.Entry", on_delete=models.PROTECT, null=True, related_name="+")
    # Ended before anybody took it on: then no record tells of the help, and this says why.
    why_not_taken_on = models.TextField(blank=True)

    class Meta:
        ordering = ["-opened_at"]
        constraints = [
            models.UniqueConstraint(fields=["family"], condition=Q(closed_at=None), name="one_open_pathway_a_family"),
            models.CheckConstraint(
                condition=Q(closed_on=None, closed_at=None, closed_by=None, closing_entry=None, why_not_taken_on="")
                | (
                    Q(closed_on__isnull=False, closed_at__isnull=False, closed_by__isnull=False)
                    & (
                        Q(closing_entry__isnull=False, why_not_taken_on="")
                        | Q(closing_entry=None) & ~Q(why_not_taken_on="")
                    )
                ),
                name="closed_says_when_by_whom_and_why",
            ),
        ]


class DueRow(models.Model):
    """One thing a standard asks of a family, as last evaluated. Always equal to evaluating all facts anew.

    Whether an open one is overdue is not stored: it follows from `due_on`, `due_at` and today.
    """

    family = models.ForeignKey("people.Family", on_delete=models.CASCADE, related_name="due_rows")
    standard = models.CharField(max_length=80)
    occurrence = models.CharField(max_length=200)
    title = models.CharField(max_length=300)
    owner = models.CharField(max_length=80)
    person = models.ForeignKey("people.Person", on_delete=models.CASCADE, null=True, related_name="+")
    agency = models.CharField(max_length=200, blank=True)
    starts_at = models.DateTimeField(null=True)
    target_on = models.DateField(null=True)
    due_on = models.DateField(null=True)
    due_at = models.DateTimeField(null=True)
    met_at = models.DateTimeField(null=True)
    met_late = models.BooleanField(default=False)
    suspended = models.BooleanField(default=False)
    extended_to = models.DateField(null=True)
    extension_reason = models.TextField(blank=True)
    late_reason = models.TextField(blank=True)
    why = models.TextField()

    class Meta:
        ordering = ["due_on", "pk"]
        indexes = [
            models.Index(
                fields=["family", "due_on"],
                name="open_due_rows_of_a_family",
                condition=Q(met_at=None, suspended=False),
            ),
            models.Index(fields=["due_on", "id"], name="open_due_rows", condition=Q(met_at=None, suspended=False)),
            models.Index(fields=["-met_at", "-id"], name="rows_met_late", condition=Q(met_late=True)),
        ]
        constraints = [
            models.UniqueConstraint(fields=["family", "standard", "occurrence"], name="a_due_row_stands_once")
        ]

    def state_on(self, today: date) -> State:
        """Return how it stands on a London day; a limit in hours is over when its moment is past."""
        met = self.met_at if self.due_at or self.met_at is None else london_day(self.met_at)
        now = timezone.now() if self.due_at else today
        return state_of(due=self.limit, met=met, suspended=self.suspended, now=now)

    @property
    def limit(self) -> date | datetime | None:
        """Return the day, or the moment, by which it is due."""
        return self.due_at or self.due_on


class Beginning(models.Model):
    """How support with an allocation began: where the family came from, with what agreement, and for which needs."""

    pathway = models.OneToOneField(Pathway, on_delete=models.PROTECT, related_name="beginning")
    family = models.ForeignKey("people.Family", on_delete=models.PROTECT, related_name="+")
    # The record that says so; none when it was decided from what is known of the family.
    source = models.ForeignKey("story.Entry", on_delete=models.PROTECT, null=True, related_name="+")
    why_without_agreement = models.TextField(blank=True)
    # The ids of the pack's outcomes in which the family needs help.
    needs = models.JSONField(default=list)
    why_few_needs = models.TextField(blank=True)
    begun_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    begun_at = models.DateTimeField()


class Transfer(models.Model):
    """A family handed from one worker or team to another: asked for by one side, agreed to by the other."""

    class State(models.TextChoices):
        ASKED = "asked", "Waits for an answer"
        ACCEPTED = "accepted", "Agreed"
        DECLINED = "declined", "Not agreed"
        WITHDRAWN = "withdrawn", "Taken back"

    family = models.ForeignKey("people.Family", on_delete=models.PROTECT, related_name="transfers")
    from_team = models.ForeignKey("access.Team", on_delete=models.PROTECT, related_name="+")
    to_team = models.ForeignKey("access.Team", on_delete=models.PROTECT, related_name="+")
    from_user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    to_user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    why = models.TextField()
    handover = models.ForeignKey("story.Entry", on_delete=models.PROTECT, null=True, related_name="+")
    state = models.CharField(max_length=20, choices=State.choices, default=State.ASKED)
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    answered_at = models.DateTimeField(null=True)
    why_not = models.TextField(blank=True)
    # Who saw the family only because of the transfer: the managers asked, and the old worker until they have signed.
    lent = models.ManyToManyField("people.Involvement", related_name="+")
    given_at = models.DateTimeField(null=True)
    given_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    taken_at = models.DateTimeField(null=True)
    taken_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["-asked_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["family"], condition=Q(state="asked"), name="one_transfer_is_asked_for_at_a_time"
            ),
            models.CheckConstraint(condition=~Q(why=""), name="a_transfer_has_a_reason"),
            models.CheckConstraint(
                condition=Q(answered_at=None, answered_by=None)
                | Q(answered_at__isnull=False, answered_by__isnull=False),
                name="a_transfer_is_answered_by_somebody",
            ),
            models.CheckConstraint(
                condition=Q(given_at=None, given_by=None) | Q(given_at__isnull=False, given_by__isnull=False),
                name="a_handover_is_given_by_somebody",
            ),
            models.CheckConstraint(
                condition=Q(taken_at=None, taken_by=None) | Q(taken_at__isnull=False, taken_by__isnull=False),
                name="a_handover_is_taken_by_somebody",
            ),
        ]
