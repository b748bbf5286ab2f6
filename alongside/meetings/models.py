"""A meeting, those who are asked to come, and what it talks about."""

import uuid
from datetime import datetime, timedelta

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone


class Meeting(models.Model):
    """One meeting on one day: of a family's team, or of a team of practitioners about several families."""

    class Kind(models.TextChoices):
        TEAM_AROUND_THE_FAMILY = "team-around-the-family", "Team around the family"
        FAMILY_NETWORK = "family-network", "Family network meeting"
        SOLUTION_GROUP = "solution-group", "Local Solution Group"
        ALLOCATION = "allocation", "Allocation meeting"
        CORE_GROUP = "core-group", "Core group"
        CONFERENCE = "conference", "Child protection conference"

    class State(models.TextChoices):
        ARRANGED = "arranged", "Arranged"
        HELD = "held", "Held"
        CANCELLED = "cancelled", "Cancelled"

    # What makes a calendar know it again when it moves.
    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    sequence = models.PositiveIntegerField(default=0, editable=False)
    kind = models.CharField(max_length=40, choices=Kind.choices)
    # A meeting of a family's team is about the family; one of practitioners belongs to their team.
    family = models.ForeignKey("people.Family", on_delete=models.PROTECT, null=True, related_name="meetings")
    team = models.ForeignKey("access.Team", on_delete=models.PROTECT, null=True, related_name="meetings")
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    place = models.CharField(max_length=300, blank=True)
    online_at = models.URLField(max_length=500, blank=True)
    purpose = models.TextField(blank=True)
    # How long before it begins those who are asked should be there.
    early_minutes = models.PositiveSmallIntegerField(default=0)
    state = models.CharField(max_length=20, choices=State.choices, default=State.ARRANGED)
    why_cancelled = models.TextField(blank=True)
    # What is written of it, begun when the meeting begins.
    entry = models.OneToOneField("story.Entry", on_delete=models.PROTECT, null=True, related_name="meeting")
    arranged_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    arranged_at = models.DateTimeField()
    # Moved, or called off; calendars ask when, beside the sequence.
    changed_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["starts_at", "pk"]
        indexes = [
            models.Index(fields=["family", "-starts_at"], name="meetings_of_a_family"),
            models.Index(fields=["team", "-starts_at"], name="meetings_of_a_team"),
        ]
        constraints = [
            models.CheckConstraint(name="a_meeting_ends_after_it_starts", condition=Q(ends_at__gt=F("starts_at"))),
            models.CheckConstraint(
                name="a_meeting_is_a_familys_or_a_teams", condition=Q(family__isnull=False) ^ Q(team__isnull=False)
            ),
        ]

    def __str__(self) -> str:
        return self.get_kind_display()

    @property
    def be_there_from(self) -> datetime:
        """When those who are asked should be there; aware."""
        return self.starts_at - timedelta(minutes=self.early_minutes)

    @property
    def is_coming(self) -> bool:
        """Whether it is arranged and not over yet."""
        return self.state == self.State.ARRANGED and self.ends_at > timezone.now()

    @property
    def is_to_be_written_up(self) -> bool:
        """Whether its time is over and no final record tells of it."""
        return self.state == self.State.ARRANGED and self.ends_at <= timezone.now()


class Invitation(models.Model):
    """Somebody who is asked to come: of the family, with an account, or known by name and agency only."""

    class Part(models.TextChoices):
        MEMBER = "member", "Member"
        GUEST = "guest", "Guest"
        CHAIR = "chair", "Chair"
        MINUTE_TAKER = "minute-taker", "Minute-taker"

    class Reply(models.TextChoices):
        NONE = "", "No answer yet"
        COMING = "coming", "Coming"
        ONLINE = "online", "Coming online"
        APOLOGIES = "apologies", "Cannot come"

    class Told(models.TextChoices):
        NOTICE = "notice", "By a notice"
        MAIL = "mail", "By a mail with a link"
        THEMSELVES = "themselves", "By word of mouth, by telephone or on paper"

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="invitations")
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, null=True, related_name="+")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="invitations")
    name = models.CharField(max_length=200, blank=True)
    agency = models.CharField(max_length=200, blank=True)
    email = models.EmailField(blank=True)
    part = models.CharField(max_length=20, choices=Part.choices, default=Part.MEMBER)
    reply = models.CharField(max_length=20, choices=Reply.choices, blank=True)
    reply_words = models.TextField(blank=True)
    # What they want said at the meeting, whether they come or not.
    to_be_said = models.TextField(blank=True)
    replied_at = models.DateTimeField(null=True)
    sent_at = models.DateTimeField(null=True)
    sent_how = models.CharField(max_length=20, choices=Told.choices, blank=True)
    link = models.OneToOneField("access.SecretLink", on_delete=models.PROTECT, null=True, related_name="+")
    # Somebody who was not there has to hear what was agreed (EP-22): when they were told, how, and by whom.
    told_at = models.DateTimeField(null=True)
    told_how = models.CharField(max_length=20, choices=Told.choices, blank=True)
    told_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    minutes_link = models.OneToOneField("access.SecretLink", on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="who_is_invited_is_known_in_one_way",
                condition=Q(person__isnull=False, user__isnull=True, name="")
                | Q(person__isnull=True, user__isnull=False, name="")
                | (Q(person__isnull=True, user__isnull=True) & ~Q(name="")),
            ),
            models.UniqueConstraint(
                fields=["meeting", "person"], condition=Q(person__isnull=False), name="a_person_is_invited_once"
            ),
            models.UniqueConstraint(
                fields=["meeting", "user"], condition=Q(user__isnull=False), name="an_account_is_invited_once"
            ),
            models.CheckConstraint(
                name="who_was_told_says_when_how_and_by_whom",
                condition=Q(told_at=None, told_by=None, told_how="")
                | (Q(told_at__isnull=False, told_by__isnull=False) & ~Q(told_how="")),
            ),
        ]

    def __str__(self) -> str:
        return self.who

    @property
    def who(self) -> str:
        """Their name, however they are known."""
        if self.person:
            return self.person.name
        return self.user.name if self.user else self.name

    @property
    def where_from(self) -> str:
        """The agency they come from, empty when not known."""
        return self.agency or (self.user.agency if self.user else "")

    @property
    def address(self) -> str:
        """Where a mail to them goes, empty when none is known."""
        return self.email or (self.user.email if self.user else "")


class Item(models.Model):
    """One thing a meeting talks about, in its order: words, a family, a request; and what came of it."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="items")
    position = models.PositiveIntegerField()
    words = models.CharField(max_length=300, blank=True)
    family = models.ForeignKey("people.Family", on_delete=models.PROTECT, null=True, related_name="+")
    entry = models.ForeignKey("story.Entry", on_delete=models.PROTECT, null=True, related_name="on_agendas")
    outcome = models.TextField(blank=True)
    # The record that answers a request, written at the meeting.
    answer = models.OneToOneField("story.Entry", on_delete=models.PROTECT, null=True, related_name="answers_item")
    settled_at = models.DateTimeField(null=True)
    settled_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "family"],
                condition=Q(family__isnull=False, entry__isnull=True),
                name="a_family_is_on_an_agenda_once",
            ),
            models.UniqueConstraint(
                fields=["meeting", "entry"], condition=Q(entry__isnull=False), name="a_request_is_on_an_agenda_once"
            ),
        ]

    def __str__(self) -> str:
        return self.words or (self.family.name if self.family else "")


class Paper(models.Model):
    """A document of the family that a meeting has before it."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="papers")
    document = models.ForeignKey("story.Document", on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField()
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["meeting", "document"], name="a_paper_lies_before_a_meeting_once")
        ]

    def __str__(self) -> str:
        return self.document.name
