"""A concern, who was told of it, and the records that follow: the decision, referrals, and what came of each."""

from django.conf import settings
from django.db import models
from django.db.models import Q


class Concern(models.Model):
    """Somebody may be harmed, and a manager has to decide. Begun by a record, or by a level that refers."""

    entry = models.OneToOneField("story.Entry", on_delete=models.PROTECT, null=True, related_name="concern")
    family = models.ForeignKey("people.Family", on_delete=models.PROTECT, null=True, related_name="concerns")
    team = models.ForeignKey("access.Team", on_delete=models.PROTECT, related_name="+")
    # Why a level that asks for a referral was decided, where no record of a concern began this.
    level_why = models.TextField(blank=True)
    about_child = models.BooleanField(default=False)
    about_adult = models.BooleanField(default=False)
    in_danger = models.BooleanField(default=False)
    raised_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    raised_at = models.DateTimeField()
    taken_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    taken_at = models.DateTimeField(null=True)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)
    to_refer = models.BooleanField(default=False)
    # Nothing has to be done about it any more: decided, and each referral answered.
    finished_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-raised_at", "-pk"]
        indexes = [
            models.Index(fields=["family", "-raised_at"], name="concerns_of_a_family"),
            models.Index(fields=["team", "raised_at"], name="concerns_that_wait", condition=Q(finished_at=None)),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(entry__isnull=False) | ~Q(level_why=""), name="a_concern_says_what_it_is"
            ),
            models.CheckConstraint(
                condition=Q(decided_at=None, decided_by=None) | Q(decided_at__isnull=False, decided_by__isnull=False),
                name="a_concern_is_decided_by_somebody",
            ),
        ]

    def __str__(self) -> str:
        return "Safeguarding concern"


class Told(models.Model):
    """Somebody was told of a concern: in which round, when, and by which notice."""

    concern = models.ForeignKey(Concern, on_delete=models.PROTECT, related_name="told")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    round = models.PositiveSmallIntegerField()
    at = models.DateTimeField()
    notice = models.ForeignKey("notices.Notice", on_delete=models.SET_NULL, null=True, related_name="+")

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["concern", "user"], name="told_once_of_a_concern")]


class Step(models.Model):
    """A record that follows a concern; without `at` it is being written."""

    class Kind(models.TextChoices):
        DECISION = "decision", "Decision"
        REFERRAL = "referral", "Referral"
        ANSWER = "answer", "What came of it"

    concern = models.ForeignKey(Concern, on_delete=models.PROTECT, related_name="steps")
    kind = models.CharField(max_length=20, choices=Kind.choices)
    entry = models.OneToOneField("story.Entry", on_delete=models.PROTECT, related_name="safeguarding_step")
    # For what came of a referral: which.
    answers = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="answered_by")
    at = models.DateTimeField(null=True)
    # What was decided, to whom it was referred, what they answered: a few words for lists.
    words = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind="answer", answers__isnull=False) | (~Q(kind="answer") & Q(answers=None)),
                name="only_an_answer_answers",
            )
        ]
