"""Significant events of a family's life, today or years ago, each written as an entry and kept in the order of time."""

from django.db import models
from django.db.models import F, Q


class ChronologyEvent(models.Model):
    """One event of the chronology, as its final entry tells it; it stands while that version of the entry does.

    `first_day` and `last_day` are the days between which it happened, the same when the day is known. `when_words` says
    when it was as it was told (“spring 2019”), and is empty when the day is known.
    """

    entry = models.OneToOneField("story.Entry", on_delete=models.PROTECT, related_name="chronology_event")
    family = models.ForeignKey("people.Family", on_delete=models.PROTECT, related_name="chronology_events")
    kind = models.CharField(max_length=80)
    words = models.TextField()
    when_words = models.CharField(max_length=200, blank=True)
    first_day = models.DateField()
    last_day = models.DateField()
    people = models.ManyToManyField("people.Person", related_name="chronology_events")

    class Meta:
        # Of two that begin on one day the vaguer stands first: “2019”, then “January 2019”, then 1 January 2019.
        ordering = ["first_day", "-last_day", "pk"]
        indexes = [models.Index(fields=["family", "first_day"], name="chronology_of_a_family")]
        constraints = [
            models.CheckConstraint(condition=Q(last_day__gte=F("first_day")), name="an_event_ends_after_it_begins")
        ]

    def __str__(self) -> str:
        return self.words
