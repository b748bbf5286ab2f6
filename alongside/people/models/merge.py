"""Two records of one person made into one, and how each stood, so that it can be undone."""

from typing import Any

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from alongside.people.models.base import together
from alongside.people.models.person import Person


class Merge(models.Model):
    """`other` was found to be the same person as `kept`: by whom, when and why, and whether it was undone."""

    kept = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="merges")
    other = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="merged_as")
    why = models.CharField(max_length=500)
    at = models.DateTimeField(default=timezone.now, editable=False)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", editable=False)
    # Details taken from the other record, and how they stood on the one that is kept.
    taken: Any = models.JSONField(encoder=DjangoJSONEncoder, default=dict)
    before: Any = models.JSONField(encoder=DjangoJSONEncoder, default=dict)
    undone_at = models.DateTimeField(null=True, blank=True, editable=False)
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, editable=False, on_delete=models.PROTECT, related_name="+"
    )
    undone_why = models.CharField(max_length=500, blank=True)

    class Meta:
        ordering = ["-at", "-pk"]
        constraints = [
            models.CheckConstraint(name="nobody_is_merged_with_themselves", condition=~Q(kept=F("other"))),
            models.UniqueConstraint(
                fields=["other"], condition=Q(undone_at__isnull=True), name="a_record_is_merged_into_one"
            ),
            models.CheckConstraint(
                name="an_undone_merge_says_by_whom_and_why",
                condition=together("undone_at", "undone_by") & (Q(undone_at__isnull=True) | ~Q(undone_why="")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.other_id} into {self.kept_id}"


class MovedRow(models.Model):
    """One row that a merge moved from the other record to the kept one, or set aside because the kept one has its like.

    Never changed: it is what an un-merge goes by.
    """

    merge = models.ForeignKey(Merge, on_delete=models.PROTECT, related_name="moved")
    table = models.CharField(max_length=60)
    column = models.CharField(max_length=60)
    # The row’s key as text: a number in most tables, a UUID in some.
    row = models.CharField(max_length=40)
    set_aside: Any = models.JSONField(null=True, encoder=DjangoJSONEncoder)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["merge", "table", "column", "row"], name="a_row_is_moved_once_in_a_merge")
        ]

    def __str__(self) -> str:
        return f"{self.table} {self.row}"
