"""A family, and who belongs to it."""

from typing import TYPE_CHECKING

from django.conf import settings
from django.db import connection, models
from django.db.models import Q

from alongside.people.models.base import Recorded, in_order, together
from alongside.people.models.person import Person
from alongside.people.reference import as_reference

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from alongside.access.models import User


class FamilyQuerySet(models.QuerySet["Family"]):
    def for_user(self, user: "User | AnonymousUser") -> "FamilyQuerySet":
        """Only the families that this user has a need to know. The rule stands in need_to_know.py."""
        from alongside.people import need_to_know

        return self.filter(need_to_know.families_seen_by(user))


def next_reference() -> str:
    """The next family reference, from a sequence of the database so that no two are ever the same."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT nextval('people_family_reference')")
        return as_reference(cursor.fetchone()[0])


class Family(Recorded):
    """People whose story is told as one. A person may belong to several."""

    # Whether it is seen only because emergency access is in force; there when it came through `open_family`.
    in_emergency: bool

    name = models.CharField(max_length=200)
    reference = models.CharField(max_length=20, unique=True, default=next_reference, editable=False)
    team = models.ForeignKey("access.Team", on_delete=models.PROTECT, related_name="families")
    restricted = models.BooleanField(default=False)
    restricted_reason = models.TextField(blank=True)
    restricted_at = models.DateTimeField(null=True, blank=True, editable=False)
    restricted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, editable=False, on_delete=models.PROTECT, related_name="+"
    )

    objects = FamilyQuerySet.as_manager()

    class Meta:
        ordering = ["name", "pk"]
        verbose_name_plural = "families"
        constraints = [
            models.CheckConstraint(name="a_family_has_a_name", condition=~Q(name="")),
            models.CheckConstraint(
                name="a_restricted_family_says_by_whom_and_why",
                condition=Q(restricted=True, restricted_at__isnull=False, restricted_by__isnull=False)
                & ~Q(restricted_reason="")
                | Q(restricted=False, restricted_at__isnull=True, restricted_by__isnull=True, restricted_reason=""),
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Role(models.TextChoices):
    """What a person is in a family."""

    CHILD = "child", "Child or young person"
    UNBORN_CHILD = "unborn-child", "Unborn child"
    PARENT_OR_CARER = "parent-or-carer", "Parent or carer"
    OTHER_ADULT = "other-adult", "Other adult"
    SIGNIFICANT_OTHER = "significant-other", "Significant other"


CHILDREN = (Role.CHILD, Role.UNBORN_CHILD)


class Membership(Recorded):
    """A person's place in a family, from one day to another."""

    Role = Role

    family = models.ForeignKey(Family, on_delete=models.PROTECT, related_name="memberships")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="memberships")
    role = models.CharField(max_length=20, choices=Role.choices)
    lives_here = models.BooleanField(default=True)
    joined_on = models.DateField()
    left_on = models.DateField(null=True, blank=True)
    left_why = models.CharField(max_length=500, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True, editable=False)
    ended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, editable=False, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "family"], condition=Q(left_on__isnull=True), name="a_person_is_once_in_a_family"
            ),
            models.CheckConstraint(name="nobody_leaves_before_joining", condition=in_order("joined_on", "left_on")),
            models.CheckConstraint(
                name="a_member_who_left_says_by_whom_and_why",
                condition=together("left_on", "ended_at", "ended_by")
                & (Q(left_on__isnull=True, left_why="") | (Q(left_on__isnull=False) & ~Q(left_why=""))),
            ),
        ]

    @property
    def is_child(self) -> bool:
        return self.role in CHILDREN
