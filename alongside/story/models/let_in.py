"""Who may read one record without seeing the family it is about."""

from django.conf import settings
from django.db import models


class LetIn(models.Model):
    """Somebody before whom one record was put to act on, such as a concern about a restricted family."""

    entry = models.ForeignKey("story.Entry", on_delete=models.PROTECT, related_name="let_in")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["entry", "user"], name="let_in_once_to_a_record")]
