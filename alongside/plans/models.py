"""Actions: who does what by when, and what came of it."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q

from alongside.plans.claims.models import Claim, OutcomeEvidence
from alongside.plans.outcomes.models import Outcome, OutcomeChange
from alongside.plans.supervising.models import Brought, OneToOne

__all__ = [
    "Action", "ActionChange", "Brought", "Claim", "OneToOne", "Outcome", "OutcomeChange", "OutcomeEvidence",
]  # fmt: skip


class Action(models.Model):
    """Something that someone agreed to do: the family, a child, or any professional."""

    class State(models.TextChoices):
        OPEN = "open", "To do"
        DONE = "done", "Done"
        NOT_DONE = "not-done", "Not done"
        WITHDRAWN = "withdrawn", "No longer needed"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    family = models.ForeignKey("people.Family", on_delete=models.PROTECT, related_name="actions")
    entry = models.ForeignKey("story.Entry", on_delete=models.PROTECT, related_name="actions")
    # What it is done for, where the plan says so.
    outcome = models.ForeignKey(Outcome, on_delete=models.PROTECT, null=True, related_name="actions")
    words = models.TextField()
    # The service of the directory that it is done with, where it names one.
    service = models.ForeignKey("directory.Service", on_delete=models.PROTECT, null=True, related_name="+")
    owner_person = models.ForeignKey("people.Person", on_delete=models.PROTECT, null=True, related_name="actions")
    owner_user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="actions"
    )
    owner_words = models.CharField(max_length=200, blank=True)
    due_on = models.DateField(null=True)
    agreed_on = models.DateField()
    state = models.CharField(max_length=20, choices=State.choices, default=State.OPEN)
    result = models.TextField(blank=True)
    ended_on = models.DateField(null=True)

    class Meta:
        ordering = ["due_on", "agreed_on", "pk"]
        indexes = [
            models.Index(fields=["family", "state", "due_on"], name="actions_of_a_family"),
            models.Index(fields=["owner_user", "due_on"], name="open_actions_of_a_user", condition=Q(state="open")),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(state="open", ended_on=None) | (~Q(state="open") & Q(ended_on__isnull=False)),
                name="an_ended_action_says_when",
            ),
            models.CheckConstraint(
                condition=Q(owner_person__isnull=False) | Q(owner_user__isnull=False) | ~Q(owner_words=""),
                name="an_action_has_an_owner",
            ),
        ]

    def __str__(self) -> str:
        return self.words

    @property
    def owner(self) -> str:
        """The name of who does it."""
        return str(self.owner_person or self.owner_user or self.owner_words)

    @property
    def who(self) -> str:
        """The name of who does it, and of the service that it is done with."""
        return f"{self.owner}, with {self.service.name}" if self.service else self.owner


class ActionChange(models.Model):
    """What became of an action, step by step. Never altered."""

    action = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="changes")
    entry = models.ForeignKey("story.Entry", on_delete=models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=20, choices=Action.State.choices)
    result = models.TextField(blank=True)
