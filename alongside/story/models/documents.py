"""Documents of a family, filed under a category of the pack. What was handed in stays; the database sees to it."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone


def place_in_the_store(document: "Document", name: str) -> str:
    """Return where a file is kept: by year and month, under a name that tells nobody anything."""
    return f"filed/{document.kept_at:%Y/%m}/{name}"


def place_of_preview(document: "Document", name: str) -> str:
    """Return where a preview is kept, apart from the files: it can be made anew and needs no backup."""
    return f"previews/{document.kept_at:%Y/%m}/{name}"


class Document(models.Model):
    """A file of a family: handed in, attached to a record, or the copy of an entry that files itself.

    A file attached to a draft is kept at once and filed (`filed_at`) when the draft is final. `came_as` is the digest
    of what was handed in, before anything was stripped from it: by that, the same file is known again. A document
    taken out is kept, and hidden but for those who may take documents out.
    """

    class Preview(models.TextChoices):
        WAITING = "", "Not made yet"
        MADE = "made", "Made"
        NONE = "none", "There is none for such a file"

    family = models.ForeignKey("people.Family", on_delete=models.PROTECT, null=True, related_name="documents")
    entry = models.ForeignKey("story.Entry", on_delete=models.PROTECT, null=True, related_name="documents")
    attached_to = models.ForeignKey("story.Entry", on_delete=models.PROTECT, null=True, related_name="attachments")
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, null=True, related_name="documents")
    category = models.CharField(max_length=80)
    name = models.CharField(max_length=255)
    dated = models.DateField(null=True)
    note = models.TextField(blank=True)

    content_type = models.CharField(max_length=100)
    file = models.FileField(upload_to=place_in_the_store)
    size = models.PositiveBigIntegerField()
    sha256 = models.CharField(max_length=64)
    came_as = models.CharField(max_length=64, blank=True)
    kept_at = models.DateTimeField(default=timezone.now)
    filed_at = models.DateTimeField(null=True)
    filed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    replaces = models.OneToOneField("self", on_delete=models.PROTECT, null=True, related_name="replaced_by")
    version = models.PositiveSmallIntegerField(default=1)
    taken_out_at = models.DateTimeField(null=True)
    taken_out_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    taken_out_because = models.TextField(blank=True)

    preview = models.FileField(upload_to=place_of_preview, blank=True)
    preview_state = models.CharField(max_length=10, choices=Preview.choices, blank=True, default=Preview.WAITING)

    class Meta:
        ordering = ["-filed_at", "-pk"]
        indexes = [
            models.Index(
                fields=["family", "-filed_at", "-id"],
                name="documents_of_a_family",
                condition=Q(filed_at__isnull=False, taken_out_at=None),
            )
        ]
        constraints = [
            models.UniqueConstraint(fields=["entry"], condition=Q(entry__isnull=False), name="an_entry_is_filed_once"),
            models.UniqueConstraint(
                fields=["family", "came_as"],
                condition=~Q(came_as="") & Q(taken_out_at=None),
                name="a_file_is_kept_once_in_a_family",
            ),
            models.CheckConstraint(
                condition=Q(family__isnull=False) | Q(attached_to__isnull=False),
                name="a_document_belongs_to_a_family_or_a_record",
            ),
            models.CheckConstraint(
                condition=Q(taken_out_at=None, taken_out_by=None, taken_out_because="")
                | (Q(taken_out_at__isnull=False, taken_out_by__isnull=False) & ~Q(taken_out_because="")),
                name="taken_out_says_when_by_whom_and_why",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def is_picture(self) -> bool:
        return self.content_type.startswith("image/")

    @property
    def has_preview(self) -> bool:
        return self.preview_state == self.Preview.MADE
