"""When a child was heard: a fact that can be counted, whatever form it was written in."""

from django.db import models


class ChildHeard(models.Model):
    """A final entry holds what one child said, drew, sent, rated or showed on a day.

    `ways` says by which means, in the words of the pack of that time; `topics` names the questions and options that
    were answered; `alone` is None where nobody said who else was there. `words` are the first ones, for a glance.
    """

    entry = models.ForeignKey("story.Entry", on_delete=models.PROTECT, related_name="children_heard")
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="heard")
    family = models.ForeignKey("people.Family", on_delete=models.PROTECT, related_name="children_heard")
    heard_on = models.DateField()
    alone = models.BooleanField(null=True)
    ways = models.JSONField(default=list)
    topics = models.JSONField(default=list)
    words = models.CharField(max_length=400, blank=True)
    # What an adult saw and describes, not what the child said.
    only_observed = models.BooleanField(default=False)

    class Meta:
        ordering = ["-heard_on", "-pk"]
        constraints = [models.UniqueConstraint(fields=["entry", "person"], name="an_entry_hears_a_child_once")]
        indexes = [models.Index(fields=["family", "person", "-heard_on"], name="voices_of_a_child")]
