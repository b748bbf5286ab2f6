"""Documents of a family, filed under a category of the pack."""

from django.conf import settings
from django.db import models
from django.db.models import Q


class Document(models.Model):
    """A file of a family, such as the copy of an entry that files itself when the entry is final."""

    family = models.ForeignKey("people.Family", on_delete=models.PROTECT, related_name="documents")
    entry = models.ForeignKey("story.Entry", on_delete=models.PROTECT, null=True, related_name="documents")
    category = models.CharField(max_length=80)
    name = models.CharField(max_length=255)
    content_type = models.CharField(max_length=100)
    file = models.FileField(upload_to="filed/%Y/%m")
    size = models.PositiveBigIntegerField()
    sha256 = models.CharField(max_length=64)
    filed_at = models.DateTimeField()
    filed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["-filed_at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["entry"], condition=Q(entry__isnull=False), name="an_entry_is_filed_once")
        ]
