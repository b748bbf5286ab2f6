"""A conference: the meeting it is, who holds it, the children it is about, and who must not meet whom there."""

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from alongside.people.models.base import Recorded


class Conference(models.Model):
    """What a meeting of the kind conference has besides: its chair, who writes its words, and its children.

    When, where, who is asked to come and the record that is written of it stand with the meeting.
    """

    class Kind(models.TextChoices):
        INITIAL = "initial", "Initial conference"
        REVIEW = "review", "Review conference"

    meeting = models.OneToOneField("meetings.Meeting", on_delete=models.PROTECT, related_name="conference")
    kind = models.CharField(max_length=20, choices=Kind.choices)
    # Independent: neither works with the family nor manages who does.
    chair = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="conferences_chaired")
    minute_taker = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="conferences_written"
    )
    children = models.ManyToManyField("people.Person", through="conferences.About", related_name="+")
    # What each of the family needs to take part well, and how a child is heard; read by chair and minute-taker too.
    what_helps = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="who_chairs_does_not_write",
                condition=Q(minute_taker__isnull=True) | ~Q(chair=F("minute_taker")),
            )
        ]

    def __str__(self) -> str:
        return self.get_kind_display()

    @property
    def family(self) -> Any:
        """The family it is about."""
        return self.meeting.family


class About(models.Model):
    """One child that a conference is about, and what was decided for this child: empty until the record is final."""

    class Decision(models.TextChoices):
        PLAN_MADE = "plan-made", "A plan is made"
        PLAN_CONTINUES = "plan-continues", "The plan goes on"
        PLAN_ENDS = "plan-ends", "The plan ends"
        NO_PLAN = "no-plan", "No plan is needed"

    conference = models.ForeignKey(Conference, on_delete=models.CASCADE, related_name="about")
    child = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    decision = models.CharField(max_length=20, choices=Decision.choices, blank=True)
    # Ids of the record's options, such as neglect.
    categories = models.JSONField(default=list)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["conference", "child"], name="a_conference_is_about_a_child_once"),
            models.CheckConstraint(name="categories_follow_a_decision", condition=~Q(decision="") | Q(categories=[])),
        ]

    def __str__(self) -> str:
        return self.child.name


class KeptApart(Recorded):
    """Two of those who are invited must not meet: how that is seen to. Only who holds the conference reads it."""

    class How(models.TextChoices):
        ARRIVAL = "arrival", "They come and go at other times, by other doors"
        ROOM = "room", "Each has a room of their own, and the chair goes between"
        ONLINE = "online", "One of them takes part online or by telephone"
        PARTS = "parts", "They come to different parts of the conference"
        IN_WRITING = "in-writing", "One of them does not come; the chair brings their view"

    conference = models.ForeignKey(Conference, on_delete=models.CASCADE, related_name="kept_apart")
    one = models.ForeignKey("meetings.Invitation", on_delete=models.CASCADE, related_name="+")
    other = models.ForeignKey("meetings.Invitation", on_delete=models.CASCADE, related_name="+")
    how = models.CharField(max_length=20, choices=How.choices)
    words = models.TextField(blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            # The earlier invitation stands first, so that a pair is kept apart once.
            models.CheckConstraint(name="who_is_kept_apart_are_two", condition=Q(one__lt=F("other"))),
            models.UniqueConstraint(fields=["conference", "one", "other"], name="a_pair_is_kept_apart_once"),
        ]

    def __str__(self) -> str:
        return f"{self.one.who} and {self.other.who}"
