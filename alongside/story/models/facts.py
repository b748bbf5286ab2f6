"""Everything that a clock may rest on: one append-only table."""

from django.conf import settings
from django.db import models
from django.db.models import Q


class Fact(models.Model):
    """Something happened: to a family, a person in it or an agency, at a moment, recorded at another.

    A fact is never changed. One named `fact.withdrawn` takes out an earlier one (`replaces`), as an amendment does.
    """

    name = models.CharField(max_length=80)
    family = models.ForeignKey("people.Family", on_delete=models.PROTECT, related_name="facts")
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, null=True, related_name="+")
    agency = models.CharField(max_length=200, blank=True)
    happened_at = models.DateTimeField()
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    entry = models.ForeignKey("story.Entry", on_delete=models.PROTECT, null=True, related_name="facts")
    data = models.JSONField(default=dict)
    replaces = models.OneToOneField("self", on_delete=models.PROTECT, null=True, related_name="replaced_by")

    class Meta:
        ordering = ["happened_at", "pk"]
        indexes = [
            models.Index(fields=["family", "happened_at"], name="facts_of_a_family"),
            models.Index(fields=["family", "name", "-happened_at"], name="latest_facts_of_a_family"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(name="fact.withdrawn", replaces__isnull=False)
                | (~Q(name="fact.withdrawn") & Q(replaces=None)),
                name="only_a_withdrawal_replaces",
            )
        ]
