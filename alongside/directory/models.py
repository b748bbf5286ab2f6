"""Services that families can turn to, as feeds in the Open Referral UK standard tell of them."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models import Q


class Feed(models.Model):
    """Where services come from: an address, or a file that somebody hands in under this name now and then."""

    name = models.CharField(max_length=200, unique=True)
    url = models.CharField(max_length=2000, blank=True)

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class Service(models.Model):
    """A service, as its feed told of it last, in plain text. One that its feed tells of no more is retired and kept."""

    class Status(models.TextChoices):
        ACTIVE = "active", "Open"
        CLOSED = "temporarily closed", "Closed for now"
        INACTIVE = "inactive", "Not running"
        DEFUNCT = "defunct", "No longer there"

    feed = models.ForeignKey(Feed, on_delete=models.PROTECT, related_name="services")
    outside_id = models.CharField(max_length=200)
    name = models.CharField(max_length=300)
    organisation = models.CharField(max_length=300, blank=True)
    about = models.TextField(blank=True)
    url = models.CharField(max_length=2000, blank=True)
    email = models.CharField(max_length=254, blank=True)
    phones = ArrayField(models.CharField(max_length=80), default=list)
    status = models.CharField(max_length=30, choices=Status.choices, default=Status.ACTIVE)
    fees = models.TextField(blank=True)
    minimum_age = models.FloatField(null=True)
    maximum_age = models.FloatField(null=True)
    alert = models.TextField(blank=True)
    times = models.TextField(blank=True)
    areas = models.TextField(blank=True)
    # What the feed calls such help, as written and as compared.
    terms = ArrayField(models.CharField(max_length=200), default=list)
    term_keys = ArrayField(models.CharField(max_length=200), default=list)
    words = SearchVectorField()
    # The fingerprint of what was read, so that what did not change is not written again.
    fingerprint = models.CharField(max_length=64)
    updated_at = models.DateTimeField()
    retired_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["name", "pk"]
        indexes = [
            GinIndex(fields=["words"], name="services_by_words"),
            GinIndex(fields=["term_keys"], name="services_by_term"),
        ]
        constraints = [models.UniqueConstraint(fields=["feed", "outside_id"], name="a_service_stands_once_in_a_feed")]

    def __str__(self) -> str:
        return self.name

    @property
    def is_there(self) -> bool:
        """Whether somebody can still be sent there, today or when it opens again."""
        return self.retired_at is None and self.status in (self.Status.ACTIVE, self.Status.CLOSED)


class Place(models.Model):
    """Where a service is given, with coordinates (WGS 84, degrees) when its feed has them."""

    service = models.ForeignKey(Service, on_delete=models.CASCADE, related_name="places")
    name = models.CharField(max_length=300, blank=True)
    lines = models.TextField(blank=True)
    postcode = models.CharField(max_length=10, blank=True)
    latitude = models.FloatField(null=True)
    longitude = models.FloatField(null=True)
    access = models.TextField(blank=True)

    class Meta:
        ordering = ["pk"]
        indexes = [models.Index(fields=["postcode"], name="places_by_postcode")]
        constraints = [
            models.CheckConstraint(
                condition=Q(latitude=None, longitude=None) | Q(latitude__range=(-90, 90), longitude__range=(-180, 180)),
                name="a_place_is_on_earth",
            )
        ]


class Intake(models.Model):
    """One time that a feed was read: what became of its services, and what was wrong in it. Never altered."""

    feed = models.ForeignKey(Feed, on_delete=models.PROTECT, related_name="intakes")
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    source = models.CharField(max_length=2000)
    added = models.PositiveIntegerField(default=0)
    updated = models.PositiveIntegerField(default=0)
    unchanged = models.PositiveIntegerField(default=0)
    retired = models.PositiveIntegerField(default=0)
    skipped = models.PositiveIntegerField(default=0)
    # Rows of {"place", "what"}, the first few hundred.
    problems = models.JSONField(default=list)

    class Meta:
        ordering = ["-at", "-pk"]

    @property
    def in_words(self) -> str:
        """Return what became of the feed in one sentence."""
        counts = (("added", self.added), ("updated", self.updated), ("unchanged", self.unchanged))
        told = ", ".join(f"{number} {word}" for word, number in counts)
        return f"{self.feed.name}: {told}, {self.retired} retired, {self.skipped} skipped because something is wrong."


class HelpsWith(models.Model):
    """Somebody said by hand that a service helps with a sign or goes with a toolkit, or that it does not."""

    class About(models.TextChoices):
        SIGN = "sign", "Sign"
        TOOLKIT = "toolkit", "Toolkit"

    service = models.ForeignKey(Service, on_delete=models.CASCADE, related_name="said")
    about = models.CharField(max_length=10, choices=About.choices)
    # The id of the sign or toolkit in the practice pack.
    target = models.CharField(max_length=80)
    helps = models.BooleanField(default=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["about", "target"], name="services_said_to_help")]
        constraints = [models.UniqueConstraint(fields=["service", "about", "target"], name="said_once_of_a_service")]
