"""How two people are related: the first is, for example, a parent of the second."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Greatest, Least

from alongside.people.models.base import Recorded, in_order, together
from alongside.people.models.person import Person


class Kind(models.TextChoices):
    PARENT = "parent", "Parent"
    LEGAL_PARENT = "legal-parent", "Parent by law, not by birth"
    ADOPTIVE_PARENT = "adoptive-parent", "Adoptive parent"
    STEP_PARENT = "step-parent", "Step-parent"
    FOSTER_CARER = "foster-carer", "Foster carer"
    KINSHIP_CARER = "kinship-carer", "Kinship carer"
    GUARDIAN = "guardian", "Guardian"
    MARRIED = "married", "Husband, wife or civil partner"
    LIVING_TOGETHER = "living-together", "Partner they live with"
    PARTNER = "partner", "Partner"
    SEPARATED = "separated", "Husband, wife or partner, separated"
    DIVORCED = "divorced", "Divorced husband, wife or civil partner"
    EX_PARTNER = "ex-partner", "Former partner"
    WIDOWED = "widowed", "Widow or widower"
    SIBLING = "sibling", "Brother or sister"
    HALF_SIBLING = "half-sibling", "Half-brother or half-sister"
    STEP_SIBLING = "step-sibling", "Step-brother or step-sister"
    TWIN = "twin", "Twin, triplet or more"
    IDENTICAL_TWIN = "identical-twin", "Identical twin, triplet or more"
    NON_IDENTICAL_TWIN = "non-identical-twin", "Non-identical twin, triplet or more"
    GRANDPARENT = "grandparent", "Grandparent"
    GREAT_GRANDPARENT = "great-grandparent", "Great-grandparent"
    AUNT_OR_UNCLE = "aunt-or-uncle", "Aunt or uncle"
    COUSIN = "cousin", "Cousin"
    FRIEND = "friend", "Friend or neighbour"
    OTHER = "other", "Other"


PARENT_KINDS = (
    Kind.PARENT,
    Kind.LEGAL_PARENT,
    Kind.ADOPTIVE_PARENT,
    Kind.STEP_PARENT,
    Kind.FOSTER_CARER,
    Kind.KINSHIP_CARER,
    Kind.GUARDIAN,
)
# Two people are one of these to each other at a time; what they were before ends on the day the next begins.
UNION_KINDS = (
    Kind.MARRIED,
    Kind.LIVING_TOGETHER,
    Kind.PARTNER,
    Kind.SEPARATED,
    Kind.DIVORCED,
    Kind.EX_PARTNER,
    Kind.WIDOWED,
)
TWIN_KINDS = (Kind.TWIN, Kind.IDENTICAL_TWIN, Kind.NON_IDENTICAL_TWIN)
SIBLING_KINDS = (Kind.SIBLING, Kind.HALF_SIBLING, Kind.STEP_SIBLING, *TWIN_KINDS)
LINEAGE_KINDS = (
    Kind.PARENT,
    Kind.LEGAL_PARENT,
    Kind.ADOPTIVE_PARENT,
    Kind.GRANDPARENT,
    Kind.GREAT_GRANDPARENT,
)
OLDER_KINDS = LINEAGE_KINDS
SEEN_FROM_THE_OTHER_SIDE = {
    Kind.PARENT: "Child",
    Kind.LEGAL_PARENT: "Child by law",
    Kind.STEP_PARENT: "Step-child",
    Kind.ADOPTIVE_PARENT: "Adopted child",
    Kind.FOSTER_CARER: "Fostered child",
    Kind.KINSHIP_CARER: "Child in their care",
    Kind.GUARDIAN: "Child in their care",
    Kind.WIDOWED: "Late husband, wife or partner",
    Kind.GRANDPARENT: "Grandchild",
    Kind.GREAT_GRANDPARENT: "Great-grandchild",
    Kind.AUNT_OR_UNCLE: "Niece or nephew",
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
