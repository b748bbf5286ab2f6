"""Where somebody went to nursery, school or college before."""

from django.db import models
from django.db.models import Q

from alongside.people.models.base import Recorded, in_order
from alongside.people.models.person import Person


class EarlierSetting(Recorded):
    """A nursery, school or college that a person has left. Where they are now stands among their details."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="earlier_settings")
    name = models.CharField(max_length=200)
    from_date = models.DateField(null=True, blank=True)
    to_date = models.DateField(null=True, blank=True)
    why_left = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = [models.F("to_date").desc(nulls_last=True), "-pk"]
        constraints = [
            models.CheckConstraint(name="an_earlier_setting_is_named", condition=~Q(name="")),
            models.CheckConstraint(name="a_setting_ends_after_it_begins", condition=in_order("from_date", "to_date")),
        ]

    def __str__(self) -> str:
        return self.name
