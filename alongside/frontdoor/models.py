"""A contact with the front door: what was sent before, the call, what came of it, and who was told."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from alongside.packs.format.forms import About
from alongside.people.models.base import together


class Contact(models.Model):
    """Somebody contacted the front door: by a guide that was sent before, or by a call that an adviser began.

    It waits until an adviser takes it; from then on `entry` is the conversation, and final when it is decided.
    """

    class CameBy(models.TextChoices):
        GUIDE = "guide", "Guide sent before the call"
        CALL = "call", "Call"
        RECORD = "record", "Written in the family’s record"

    reference = models.CharField(max_length=20, unique=True)
    came_by = models.CharField(max_length=10, choices=CameBy.choices)
    about = models.CharField(max_length=20, choices=[(one.value, one.value) for one in About])
    about_words = models.CharField(max_length=200, blank=True)
    caller = models.CharField(max_length=200, blank=True)
    caller_service = models.CharField(max_length=80, blank=True)
    caller_email = models.EmailField(blank=True)
    received_at = models.DateTimeField()
    # The last day on which it is decided in time, by the clock of the pack of that moment.
    decide_by = models.DateField(null=True)

    # The guide as it was sent, for good. `sending` tells one press of the button from two, `sender` one place from two.
    guide = models.JSONField(default=dict)
    guide_pack = models.ForeignKey("packs.PackVersion", on_delete=models.PROTECT, null=True, related_name="+")
    sending = models.UUIDField(null=True, unique=True)
    sender = models.CharField(max_length=64, blank=True)

    team = models.ForeignKey("access.Team", on_delete=models.PROTECT, null=True, related_name="+")
    taken_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    taken_at = models.DateTimeField(null=True)
    entry = models.OneToOneField("story.Entry", on_delete=models.PROTECT, null=True, related_name="front_door_contact")

    outcome = models.CharField(max_length=80, blank=True)
    level = models.CharField(max_length=80, blank=True)
    decided_on = models.DateField(null=True)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    caller_told_at = models.DateTimeField(null=True)

    put_away_at = models.DateTimeField(null=True)
    put_away_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    put_away_why = models.CharField(max_length=500, blank=True)

    class Meta:
        ordering = ["received_at", "pk"]
        indexes = [
            models.Index(
                fields=["received_at"], name="contacts_that_wait", condition=Q(decided_on=None, put_away_at=None)
            ),
            models.Index(fields=["-received_at"], name="contacts_by_day"),
            models.Index(fields=["sender", "received_at"], name="contacts_of_a_sender"),
        ]
        constraints = [
            models.CheckConstraint(condition=together("taken_by", "taken_at", "team"), name="taken_says_when_by_whom"),
            models.CheckConstraint(condition=together("decided_on", "decided_by"), name="decided_says_by_whom"),
            models.CheckConstraint(
                condition=Q(put_away_at=None, put_away_by=None, put_away_why="")
                | (Q(put_away_at__isnull=False, put_away_by__isnull=False) & ~Q(put_away_why="")),
                name="put_away_says_why",
            ),
        ]

    def __str__(self) -> str:
        return self.reference

    @property
    def is_open(self) -> bool:
        return self.decided_on is None and self.put_away_at is None


class ContactKey(models.Model):
    """A name, a telephone number, a postcode or a place of a contact, folded, so that later contacts find it."""

    class Kind(models.TextChoices):
        NAME = "name", "the same name"
        SOUND = "sound", "a name that sounds like it"
        TELEPHONE = "telephone", "the same telephone number"
        POSTCODE = "postcode", "the same postcode"
        PLACE = "place", "the same place or group"

    contact = models.ForeignKey(Contact, on_delete=models.CASCADE, related_name="keys")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    key = models.CharField(max_length=200)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["contact", "kind", "key"], name="a_key_stands_once")]
        indexes = [models.Index(fields=["kind", "key"], name="contacts_by_key")]


class LinkedPerson(models.Model):
    """Somebody on record whom a contact concerns, such as a child who is often in the park that it is about."""

    contact = models.ForeignKey(Contact, on_delete=models.PROTECT, related_name="linked")
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="front_door_contacts")
    linked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    linked_at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["contact", "person"], name="linked_once_to_a_contact")]


class Told(models.Model):
    """What the caller was told in writing, word for word, and how it went to them. Never altered."""

    class How(models.TextChoices):
        MAIL = "mail", "By a link in a mail"
        LETTER = "letter", "By letter"

    contact = models.ForeignKey(Contact, on_delete=models.PROTECT, related_name="told")
    how = models.CharField(max_length=10, choices=How.choices)
    to_email = models.EmailField(blank=True)
    # For whom the words were chosen: who may know, or anybody.
    may_know = models.BooleanField()
    words = models.TextField()
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["-at", "-pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(how="mail") | ~Q(to_email=""), name="a_mail_goes_to_an_address"),
            models.CheckConstraint(condition=~Q(words=""), name="told_in_words"),
        ]
