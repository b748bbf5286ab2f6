"""Where people live and how they are reached, with what must never be shown."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Upper

from alongside.people.models.base import Recorded, in_order, together
from alongside.people.models.person import Person


class Address(Recorded):
    """Where a person lived from one day to another."""

    class Kind(models.TextChoices):
        HOME = "home", "Home"
        OTHER_HOME = "other-home", "Second home, such as the other parent’s"
        TEMPORARY = "temporary", "Temporary"
        LETTERS = "letters", "For letters only"
        NO_FIXED = "no-fixed", "No fixed address"

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="addresses")
    kind = models.CharField(max_length=20, choices=Kind.choices, default=Kind.HOME)
    lines = models.TextField(blank=True)
    postcode = models.CharField(max_length=8, blank=True)
    from_date = models.DateField(null=True, blank=True)
    to_date = models.DateField(null=True, blank=True)
    never_show = models.BooleanField(default=False)
    never_show_reason = models.CharField(max_length=500, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True, editable=False)
    ended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, editable=False, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = [models.F("to_date").desc(nulls_first=True), models.F("from_date").desc(nulls_last=True), "-pk"]
        constraints = [
            models.CheckConstraint(name="an_address_ends_after_it_begins", condition=in_order("from_date", "to_date")),
            models.CheckConstraint(
                name="an_ended_address_says_by_whom", condition=together("to_date", "ended_at", "ended_by")
            ),
            models.CheckConstraint(
                name="a_hidden_address_says_why", condition=Q(never_show=False) | ~Q(never_show_reason="")
            ),
            models.CheckConstraint(
                name="an_address_is_somewhere", condition=Q(kind="no-fixed") | ~Q(lines="") | ~Q(postcode="")
            ),
        ]
        indexes = [
            models.Index(
                fields=["postcode"],
                name="address_by_postcode",
                opclasses=["varchar_pattern_ops"],
                condition=Q(never_show=False) & ~Q(postcode=""),
            )
        ]

    @property
    def in_one_line(self) -> str:
        """The whole address with commas."""
        words = [line.strip() for line in self.lines.splitlines() if line.strip()]
        return ", ".join([*words, *([self.postcode] if self.postcode else [])]) or self.get_kind_display()


class ContactPoint(Recorded):
    """A telephone number or email address, and whether it is safe to use."""

    class Kind(models.TextChoices):
        MOBILE = "mobile", "Mobile"
        PHONE = "phone", "Telephone"
        EMAIL = "email", "Email"

    class Safe(models.TextChoices):
        YES = "yes", "Safe to use"
        NOT_ASKED = "not-asked", "Not asked yet"
        NO = "no", "Do not use"

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="contact_points")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    value = models.CharField(max_length=254)
    # The number as it is found however it is spaced: `alongside.people.numbers.plain_telephone`.
    digits = models.CharField(max_length=20, blank=True, editable=False)
    safe = models.CharField(max_length=10, choices=Safe.choices, default=Safe.NOT_ASKED)
    note = models.CharField(max_length=300, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True, editable=False)
    ended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, editable=False, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(name="an_ended_contact_says_by_whom", condition=together("ended_at", "ended_by")),
            models.CheckConstraint(name="a_contact_is_not_empty", condition=~Q(value="")),
        ]
        indexes = [
            models.Index(
                fields=["digits"], name="contact_by_digits", opclasses=["varchar_pattern_ops"], condition=~Q(digits="")
            ),
            models.Index(Upper("value"), name="contact_by_email", condition=Q(kind="email")),
        ]
