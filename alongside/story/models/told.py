"""What entries say that can be counted: who was seen, and who placed what on which scale."""

from django.db import models


class Rating(models.Model):
    """Someone's place on a scale on a day: of the whole, of one area of a star, or of one statement."""

    entry = models.ForeignKey("story.Entry", on_delete=models.PROTECT, related_name="ratings")
    family = models.ForeignKey("people.Family", on_delete=models.PROTECT, null=True, related_name="ratings")
    scale = models.CharField(max_length=80)
    area = models.CharField(max_length=80, blank=True)
    statement = models.ForeignKey("story.Statement", on_delete=models.PROTECT, null=True, related_name="ratings")
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, null=True, related_name="ratings")
    rater_words = models.CharField(max_length=200, blank=True)
    value = models.SmallIntegerField()
    rated_on = models.DateField()

    class Meta:
        ordering = ["rated_on", "pk"]
        indexes = [models.Index(fields=["family", "scale", "area", "rated_on"], name="ratings_of_a_family")]


class PersonSeen(models.Model):
    """Someone was seen on a day, alone or not: a fact that can be counted, not prose."""

    entry = models.ForeignKey("story.Entry", on_delete=models.PROTECT, related_name="people_seen")
    # The index below begins with it; a second one would lead the database to sort all sightings for the latest.
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="seen", db_index=False)
    alone = models.BooleanField()
    seen_on = models.DateField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["entry", "person"], name="one_visit_counts_once_a_person")]
        indexes = [models.Index(fields=["person", "alone", "-seen_on"], name="when_a_person_was_seen")]
