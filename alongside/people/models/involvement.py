"""Who works with a family, from one day to another."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from alongside.people.models.base import Recorded, in_order, together


class Involvement(Recorded):
    """A practitioner who works with a family; without an account they are known by name and agency."""

    class Role(models.TextChoices):
        LEAD_PRACTITIONER = "lead-practitioner", "Lead practitioner"
        CO_WORKER = "co-worker", "Co-worker"
        PROFESSIONAL = "professional", "Professional around the family"

    family = models.ForeignKey("people.Family", on_delete=models.PROTECT, related_name="involvements")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="involvements"
    )
    name = models.CharField(max_length=200, blank=True)
    agency = models.CharField(max_length=200, blank=True)
    role = models.CharField(max_length=20, choices=Role.choices)
    from_date = models.DateField()
    to_date = models.DateField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True, editable=False)
    ended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, editable=False, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ["from_date", "pk"]
        indexes = [models.Index(fields=["user", "family"], name="involvement_by_user_and_family")]
        constraints = [
            models.CheckConstraint(
                name="who_is_involved_has_an_account_or_a_name",
                condition=Q(user__isnull=False, name="") | (Q(user__isnull=True) & ~Q(name="")),
            ),
            models.UniqueConstraint(
                fields=["family"],
                condition=Q(role="lead-practitioner", to_date__isnull=True),
                name="a_family_has_one_lead_practitioner",
            ),
            models.UniqueConstraint(
                fields=["user", "family", "role"],
                condition=Q(to_date__isnull=True),
                name="nobody_is_involved_twice_in_one_role",
            ),
            models.CheckConstraint(name="involvement_ends_after_it_begins", condition=in_order("from_date", "to_date")),
            models.CheckConstraint(
                name="ended_involvement_says_by_whom", condition=together("to_date", "ended_at", "ended_by")
            ),
        ]

    def __str__(self) -> str:
        return self.who

    @property
    def who(self) -> str:
        """Their name, whether or not they have an account."""
        return self.user.name if self.user else self.name

    @property
    def is_around(self) -> bool:
        """Whether they are of another agency, and no worker whose own record this is."""
        return self.role == self.Role.PROFESSIONAL

    @property
    def where_from(self) -> str:
        """The agency they work for, empty when not known."""
        return self.user.agency if self.user else self.agency
