"""How two people are related: the first is, for example, a parent of the second."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Greatest, Least

from alongside.people.models.base import Recorded, in_order, together
from alongside.people.models.person import Person


class Kind(models.TextChoices):
    PARENT = "parent", "Parent"
    STEP_PARENT = "step-parent", "Step-parent"
    ADOPTIVE_PARENT = "adoptive-parent", "Adoptive parent"
    FOSTER_CARER = "foster-carer", "Foster carer"
    GUARDIAN = "guardian", "Guardian"
    GRANDPARENT = "grandparent", "Grandparent"
    PARTNER = "partner", "Partner"
    EX_PARTNER = "ex-partner", "Former partner"
    SIBLING = "sibling", "Brother or sister"
    HALF_SIBLING = "half-sibling", "Half-brother or half-sister"
    OTHER = "other", "Other"


PARENT_KINDS = (Kind.PARENT, Kind.STEP_PARENT, Kind.ADOPTIVE_PARENT, Kind.FOSTER_CARER, Kind.GUARDIAN)
OLDER_KINDS = (Kind.PARENT, Kind.ADOPTIVE_PARENT, Kind.GRANDPARENT)
LINEAGE_KINDS = (Kind.PARENT, Kind.ADOPTIVE_PARENT)
SEEN_FROM_THE_OTHER_SIDE = {
    Kind.PARENT: "Child",
    Kind.STEP_PARENT: "Step-child",
    Kind.ADOPTIVE_PARENT: "Adopted child",
    Kind.FOSTER_CARER: "Fostered child",
    Kind.GUARDIAN: "Child in their care",
    Kind.GRANDPARENT: "Grandchild",
}


class Relationship(Recorded):
    """`person` is this kind of relative of `of_person`. Kinds that are the same from both sides are kept once."""

    Kind = Kind

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="relationships")
    kind = models.CharField(max_length=20, choices=Kind.choices)
    of_person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="relationships_of")
    parental_responsibility = models.BooleanField(null=True, blank=True)
    from_date = models.DateField(null=True, blank=True)
    to_date = models.DateField(null=True, blank=True)
    note = models.CharField(max_length=500, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True, editable=False)
    ended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, editable=False, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(name="nobody_is_related_to_themselves", condition=~Q(person=F("of_person"))),
            models.UniqueConstraint(
                Least("person", "of_person"),
                Greatest("person", "of_person"),
                "kind",
                condition=Q(to_date__isnull=True),
                name="two_people_are_related_once_in_one_way",
            ),
            models.CheckConstraint(
                name="only_who_parents_has_parental_responsibility",
                condition=Q(parental_responsibility__isnull=True) | Q(kind__in=PARENT_KINDS),
            ),
            models.CheckConstraint(
                name="a_relationship_ends_after_it_begins", condition=in_order("from_date", "to_date")
            ),
            models.CheckConstraint(
                name="an_ended_relationship_says_by_whom", condition=together("to_date", "ended_at", "ended_by")
            ),
        ]

    @property
    def is_of_a_parent(self) -> bool:
        """Whether it is one in which parental responsibility may be held."""
        return self.kind in PARENT_KINDS

    def said_of(self, person: Person) -> str:
        """What the other one is to this person: “Parent”, or “Child” when seen from the parent's side."""
        if person.pk == self.of_person_id:
            return self.get_kind_display()
        return SEEN_FROM_THE_OTHER_SIDE.get(Kind(self.kind), self.get_kind_display())

    def other_than(self, person: Person) -> Person:
        """The one of the two who is not this person."""
        return self.person if person.pk == self.of_person_id else self.of_person
