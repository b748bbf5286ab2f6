"""What others are asked to contribute: an agency to an assessment or a conference, a family to what is written."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from alongside.packs.format.forms import AskedOfOthers, Form


class Contribution(models.Model):
    """One form of the pack that somebody was asked to fill in, for a record or a meeting, by a day.

    `for_kind` and `for_id` say what it is for. Who was asked has an account that opens the family, or a name and an
    email for a link of their own. While they write by the link, `answers` holds what they typed, each answer with its
    revision; nobody else reads it. What they send becomes `entry`, final and unaltered.
    """

    class For(models.TextChoices):
        ENTRY = "entry", "A record"
        MEETING = "meeting", "A meeting"

    class State(models.TextChoices):
        ASKED = "asked", "Asked for"
        STARTED = "started", "Being written"
        RECEIVED = "received", "Received"
        DECLINED = "declined", "Declined"
        WITHDRAWN = "withdrawn", "No longer asked for"

    family = models.ForeignKey("people.Family", on_delete=models.PROTECT, related_name="contributions")
    for_kind = models.CharField(max_length=20, choices=For.choices)
    for_id = models.BigIntegerField()
    pack_version = models.ForeignKey("packs.PackVersion", on_delete=models.PROTECT, related_name="+")
    form_id = models.CharField(max_length=80)

    agency = models.CharField(max_length=200, blank=True)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="contributions"
    )
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, null=True, related_name="contributions")
    name = models.CharField(max_length=200, blank=True)
    email = models.EmailField(blank=True)
    asks = models.TextField(blank=True)
    due = models.DateField()
    remind_on = models.DateField()

    state = models.CharField(max_length=20, choices=State.choices, default=State.ASKED)
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    reminded_at = models.DateTimeField(null=True)
    late_told_at = models.DateTimeField(null=True)
    # When it was received, declined or withdrawn, and in the last two why.
    settled_at = models.DateTimeField(null=True)
    why_not = models.TextField(blank=True)

    answers = models.JSONField(default=dict)
    entry = models.OneToOneField("story.Entry", on_delete=models.PROTECT, null=True, related_name="contribution")

    class Meta:
        ordering = ["agency", "pk"]
        indexes = [
            models.Index(fields=["for_kind", "for_id"], name="contributions_for_something"),
            models.Index(fields=["family", "-asked_at"], name="contributions_of_a_family"),
            models.Index(fields=["due"], name="contributions_that_wait", condition=Q(state__in=["asked", "started"])),
        ]
        constraints = [
            models.CheckConstraint(
                name="who_is_asked_has_an_account_or_a_name",
                condition=Q(user__isnull=False, name="") | (Q(user__isnull=True) & ~Q(name="")),
            ),
            models.CheckConstraint(
                name="a_settled_contribution_says_when",
                condition=Q(state__in=["asked", "started"], settled_at=None)
                | Q(state__in=["received", "declined", "withdrawn"], settled_at__isnull=False),
            ),
            models.CheckConstraint(
                name="a_received_contribution_is_a_record", condition=~Q(state="received") | Q(entry__isnull=False)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.form.title}: {self.said_by}"

    @property
    def form(self) -> Form:
        """The form as it was asked."""
        return self.pack_version.pack.form(self.form_id)

    @property
    def terms(self) -> AskedOfOthers:
        """How the form is asked of others: by when, who, and for how long a link opens."""
        if self.form.asked_of_others is None:
            raise ValueError(f"“{self.form.title}” is not asked of others")
        return self.form.asked_of_others

    @property
    def who(self) -> str:
        """Their name, however they are known."""
        return self.user.name if self.user else self.name

    @property
    def address(self) -> str:
        """Where a mail to them goes, empty when none is known."""
        return self.email or (self.user.email if self.user else "")

    @property
    def said_by(self) -> str:
        """Name and agency, as it stands beside their words."""
        return ", ".join(part for part in (self.who, self.agency) if part)

    @property
    def by_link(self) -> bool:
        """Whether they write by a link of their own; others write it within the product."""
        return self.user_id is None

    @property
    def is_open(self) -> bool:
        """Whether it is still waited for."""
        return self.state in (self.State.ASKED, self.State.STARTED)

    @property
    def is_late(self) -> bool:
        """Whether its day is over and it has not come; or it came after that day."""
        if self.is_open:
            return timezone.localdate() > self.due
        return self.state == self.State.RECEIVED and timezone.localdate(self.settled_at) > self.due
