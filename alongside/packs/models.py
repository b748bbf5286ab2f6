"""Published versions of practice packs. They never change: the database refuses it."""

from django.conf import settings
from django.db import models

from alongside.packs.format.pack import Pack

# Published versions never change, so a pack that was read once in this process need not be read again.
_read: dict[str, Pack] = {}


class PackContent(models.Model):
    """All that a published pack holds: a table of its own, since hardly a query that wants the version wants this."""

    digest = models.CharField(max_length=64, primary_key=True)
    content = models.JSONField()

    def __str__(self) -> str:
        return self.digest


class PackVersion(models.Model):
    """One pack as it was published. Who published it, and when, stand here: this row is its own audit event."""

    pack_id = models.CharField(max_length=80)
    version = models.CharField(max_length=200)
    digest = models.CharField(max_length=64, unique=True)
    published_at = models.DateTimeField(db_index=True)
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )  # none when a command published it

    class Meta:
        ordering = ["-published_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.pack_id} {self.version}"

    @property
    def pack(self) -> Pack:
        """The whole pack, read from the database once in the life of the process."""
        found = _read.get(self.digest)
        if found is None:
            whole = PackContent.objects.get(digest=self.digest)
            found = _read[self.digest] = Pack.model_validate(whole.content)
        return found
