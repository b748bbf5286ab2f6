"""An entry: a form filled in at a moment by someone, about a family, a person in it, or neither."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from alongside.packs.format.forms import About
from alongside.packs.format.pack import Pack
from alongside.story.need_to_know import EntryQuerySet


class Entry(models.Model):
    """One form on the story. Draft, perhaps waiting for a signature, then final for good; amended by a new version."""

    class Status(models.TextChoices):
        DRAFT = "draft", "Draft"
        AWAITING_SIGN_OFF = "awaiting-sign-off", "Waiting for sign-off"
        FINAL = "final", "Final"
        SET_ASIDE = "set-aside", "Set aside"

    pack_version = models.ForeignKey("packs.PackVersion", on_delete=models.PROTECT, related_name="+")
    form_id = models.CharField(max_length=80)
    kind = models.CharField(max_length=80)
    stands_in = models.CharField(max_length=20)
    title = models.CharField(max_length=200)

    about = models.CharField(max_length=20, choices=[(one.value, one.value) for one in About])
    # Indexes below begin with it; a third of its own would lead the database to read all that a family has.
    family = models.ForeignKey(
        "people.Family", on_delete=models.PROTECT, null=True, related_name="entries", db_index=False
    )
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, null=True, related_name="entries")
    about_words = models.CharField(max_length=200, blank=True)
    team = models.ForeignKey("access.Team", on_delete=models.PROTECT, related_name="+")

    status = models.CharField(max_length=20, choices=Status.choices, default=Status.DRAFT)
    happened_on = models.DateField(null=True)
    happened_time = models.TimeField(null=True)
    author = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="entries")
    # Who wrote it, when they have no account: the author is then who asked them for it.
    written_by = models.CharField(max_length=400, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    changed_at = models.DateTimeField(auto_now_add=True)
    finalised_at = models.DateTimeField(null=True)
    finalised_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    summary = models.CharField(max_length=400, blank=True)

    # The record that somebody was reading when they began this one, such as the visit an event was marked from.
    started_from = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="led_to")
    amends = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="amendments")
    amendment_reason = models.TextField(blank=True)
    version = models.PositiveSmallIntegerField(default=1)
    superseded_at = models.DateTimeField(null=True)

    objects = EntryQuerySet.as_manager()

    class Meta:
        ordering = ["-happened_on", "-pk"]
        indexes = [
            models.Index(
                fields=["family", "-happened_on", "-id"],
                name="story_of_a_family",
                condition=Q(status="final", superseded_at=None),
            ),
            models.Index(fields=["author", "-changed_at"], name="drafts_of_an_author", condition=Q(status="draft")),
            models.Index(
                fields=["family", "-changed_at"],
                name="being_written_of_a_family",
                condition=Q(status__in=["draft", "awaiting-sign-off"]),
            ),
            models.Index(fields=["family", "form_id", "status"], name="forms_of_a_family"),
            models.Index(fields=["team", "-happened_on"], name="entries_about_no_family", condition=Q(family=None)),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(finalised_at=None, finalised_by=None)
                | Q(finalised_at__isnull=False, finalised_by__isnull=False),
                name="final_says_when_and_by_whom",
            ),
            models.CheckConstraint(
                condition=~Q(status="final") | Q(finalised_at__isnull=False, happened_on__isnull=False),
                name="final_is_dated",
            ),
            models.CheckConstraint(
                condition=~Q(about="family") | Q(family__isnull=False), name="about_a_family_names_it"
            ),
            models.CheckConstraint(
                condition=~Q(about="person") | Q(person__isnull=False), name="about_a_person_names_them"
            ),
            models.CheckConstraint(condition=Q(amends=None) | ~Q(amendment_reason=""), name="an_amendment_says_why"),
            models.UniqueConstraint(F("amends"), condition=~Q(status="set-aside"), name="a_version_is_amended_once"),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def pack(self) -> Pack:
        """The pack version this entry was begun under; it shows under that one for ever."""
        return self.pack_version.pack

    @property
    def writer(self) -> str:
        """Whose words these are: who wrote it, with an account or without."""
        return self.written_by or self.author.name

    @property
    def is_draft(self) -> bool:
        return self.status == self.Status.DRAFT

    @property
    def is_final(self) -> bool:
        return self.status == self.Status.FINAL


class Answer(models.Model):
    """What was given to one question of an entry. The revision tells two people apart who write at once."""

    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="answers")
    key = models.CharField(max_length=200)
    value = models.JSONField()
    revision = models.PositiveIntegerField(default=1)
    saved_at = models.DateTimeField()
    saved_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["entry", "key"], name="one_answer_a_question")]


class SignOff(models.Model):
    """A manager was asked to sign an entry, and what they decided."""

    class Decision(models.TextChoices):
        SIGNED = "signed", "Signed"
        RETURNED = "returned", "Sent back"

    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="sign_offs")
    role = models.CharField(max_length=80)
    asked_at = models.DateTimeField()
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    decision = models.CharField(max_length=20, choices=Decision.choices, blank=True)
    comment = models.TextField(blank=True)
    decided_at = models.DateTimeField(null=True)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(decision="", decided_at=None, decided_by=None)
                | (~Q(decision="") & Q(decided_at__isnull=False, decided_by__isnull=False)),
                name="a_signature_says_when_and_by_whom",
            ),
            models.UniqueConstraint(fields=["entry"], condition=Q(decision=""), name="one_open_request_to_sign"),
        ]
