"""A person, by whatever names and numbers they are known."""

from datetime import date
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from alongside.people.age import age_in_words, in_full
from alongside.people.ethnicity import ETHNICITIES
from alongside.people.models.base import Recorded, together

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from alongside.access.models import User


class PersonQuerySet(models.QuerySet["Person"]):
    def for_user(self, user: "User | AnonymousUser") -> "PersonQuerySet":
        """Only the people of families that this user has a need to know."""
        from alongside.people import need_to_know

        return self.filter(need_to_know.people_seen_by(user))


class Sex(models.TextChoices):
    FEMALE = "female", "Female"
    MALE = "male", "Male"
    INTERSEX = "intersex", "Intersex"
    NOT_KNOWN = "not-known", "Not known"


class Work(models.TextChoices):
    EMPLOYED = "employed", "Employed"
    SELF_EMPLOYED = "self-employed", "Self-employed"
    APPRENTICE = "apprentice", "Apprentice or in training"
    STUDYING = "studying", "In full-time education"
    LOOKING = "looking", "Looking for work"
    CARING = "caring", "Caring for family or home"
    NOT_ABLE = "not-able", "Not able to work because of health or disability"
    RETIRED = "retired", "Retired"
    NEET = "neet", "Not in education, employment or training"
    OTHER = "other", "Something else"


class PregnancyEnd(models.TextChoices):
    """How a pregnancy ended without a living child, as far as the family wishes it kept."""

    MISCARRIAGE = "miscarriage", "Miscarriage"
    STILLBIRTH = "stillbirth", "Stillbirth"
    ENDED = "ended", "Pregnancy ended"
    NOT_SAID = "not-said", "A loss, no more said"


NAMES = ("preferred_name", "given_names", "family_name")


def called(preferred_name: str, given_names: str, family_name: str) -> str:
    """Return the name somebody likes to be called by, for lists that read these three columns (NAMES) and no others."""
    return preferred_name or given_names or family_name or "Unborn baby"


class Person(Recorded):
    """Somebody a family counts among its own: a child, born or not, a parent, or another who matters."""

    given_names = models.CharField(max_length=200, blank=True)
    family_name = models.CharField(max_length=200, blank=True)
    preferred_name = models.CharField(max_length=200, blank=True)

    date_of_birth = models.DateField(null=True, blank=True)
    birth_date_estimated = models.BooleanField(default=False)
    due_date = models.DateField(null=True, blank=True)
    unborn = models.BooleanField(default=False)
    died_on = models.DateField(null=True, blank=True)
    pregnancy_end = models.CharField(max_length=20, blank=True, choices=PregnancyEnd.choices)
    pregnancy_ended_on = models.DateField(null=True, blank=True)

    sex = models.CharField(max_length=20, blank=True, choices=Sex.choices)
    gender = models.CharField(max_length=100, blank=True)
    pronouns = models.CharField(max_length=60, blank=True)
    ethnicity = models.CharField(max_length=12, blank=True, choices=ETHNICITIES)
    religion = models.CharField(max_length=100, blank=True)
    first_language = models.CharField(max_length=100, blank=True)
    other_languages = models.CharField(max_length=200, blank=True)
    interpreter_needed = models.BooleanField(null=True, blank=True)
    interpreter_languages = models.CharField(max_length=200, blank=True)

    education_setting = models.CharField(max_length=200, blank=True)
    year_group = models.CharField(max_length=40, blank=True)
    employment_status = models.CharField(max_length=20, blank=True, choices=Work.choices)
    gp_practice = models.CharField(max_length=200, blank=True)
    disabilities = models.TextField(blank=True)
    needs = models.TextField(blank=True)
    how_to_contact = models.TextField(blank=True)

    # Another record of the same person, which this one was merged into. All that is theirs is found there.
    merged_into = models.ForeignKey(
        "self", null=True, blank=True, editable=False, on_delete=models.PROTECT, related_name="merged_from"
    )

    changed_at = models.DateTimeField(null=True, blank=True, editable=False)
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, editable=False, on_delete=models.PROTECT, related_name="+"
    )

    objects = PersonQuerySet.as_manager()

    class Meta:
        ordering = ["family_name", "given_names", "pk"]
        constraints = [
            models.CheckConstraint(
                name="a_person_has_a_name_or_is_unborn",
                condition=Q(unborn=True) | ~Q(given_names="") | ~Q(family_name="") | ~Q(preferred_name=""),
            ),
            models.CheckConstraint(
                name="an_unborn_child_has_a_due_date_and_no_birth_date",
                condition=Q(unborn=False) | Q(due_date__isnull=False, date_of_birth__isnull=True),
            ),
            models.CheckConstraint(
                name="a_due_date_is_for_the_unborn_or_newly_born",
                condition=Q(due_date__isnull=True) | Q(unborn=True) | Q(date_of_birth__isnull=False),
            ),
            models.CheckConstraint(
                name="nobody_dies_before_birth",
                condition=Q(died_on__isnull=True) | Q(date_of_birth__isnull=True) | Q(died_on__gte=F("date_of_birth")),
            ),
            models.CheckConstraint(
                name="only_the_unborn_are_lost",
                condition=Q(pregnancy_end="", pregnancy_ended_on__isnull=True)
                | (Q(unborn=True, pregnancy_ended_on__isnull=False) & ~Q(pregnancy_end="")),
            ),
            models.CheckConstraint(
                name="a_changed_person_says_by_whom", condition=together("changed_at", "changed_by")
            ),
        ]
        indexes = [
            models.Index(fields=["date_of_birth"], name="person_by_birth_date"),
            models.Index(fields=["due_date"], name="unborn_by_due_date", condition=Q(unborn=True)),
        ]

    def __str__(self) -> str:
        return self.full_name

    @property
    def kept(self) -> "Person":
        """The record that goes on where this one was merged into another; else this one.

        A list that did not read `merged_into` shows them by their own names, and asks nothing.
        """
        if self.__dict__.get("merged_into_id") is None or self.merged_into is None:
            return self
        return self.merged_into

    @property
    def name(self) -> str:
        """The name they like to be called by, as it stands on lists and in prompts; of a merged record, the kept one’s.

        `full_name` stays the record’s own.
        """
        one = self.kept
        return called(one.preferred_name, one.given_names, one.family_name)

    @property
    def full_name(self) -> str:
        """Given and family name, with the preferred one in brackets where it is another."""
        formal = f"{self.given_names} {self.family_name}".strip()
        if not self.given_names and self.unborn and not self.preferred_name:
            return f"Unborn baby {self.family_name}".strip()
        if not formal:
            return self.preferred_name
        if self.preferred_name and self.preferred_name not in (self.given_names, formal):
            return f"{formal} ({self.preferred_name})"
        return formal

    @property
    def age(self) -> str:
        """The age in words today, such as “3 years” or “due 4 March 2027”; empty when not known."""
        return self.age_on(None)

    def age_on(self, today: date | None) -> str:
        """The age in words on a day (London's today when none is given)."""
        if self.pregnancy_ended_on:
            return f"pregnancy ended {in_full(self.pregnancy_ended_on)}"
        words = age_in_words(self.date_of_birth, self.due_date if self.unborn else None, self.died_on, today)
        return f"about {words}" if words and self.birth_date_estimated and not self.died_on else words


class OtherName(Recorded):
    """A previous name, or one they are also known by."""

    class Kind(models.TextChoices):
        PREVIOUS = "previous", "Previous name"
        ALSO_KNOWN_AS = "also-known-as", "Also known as"
        BIRTH = "birth", "Name at birth"

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="other_names")
    kind = models.CharField(max_length=20, choices=Kind.choices)
    given_names = models.CharField(max_length=200, blank=True)
    family_name = models.CharField(max_length=200, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True, editable=False)
    withdrawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, editable=False, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(name="another_name_is_not_empty", condition=~Q(given_names="", family_name="")),
            models.CheckConstraint(
                name="a_withdrawn_name_says_by_whom", condition=together("withdrawn_at", "withdrawn_by")
            ),
        ]

    def __str__(self) -> str:
        return f"{self.given_names} {self.family_name}".strip()


class Identifier(Recorded):
    """A number by which another service knows this person, checked by that number's own rule."""

    class Kind(models.TextChoices):
        NHS_NUMBER = "nhs-number", "NHS number"
        UPN = "upn", "Unique pupil number"
        LOCAL = "local", "Number in another system"

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="identifiers")
    kind = models.CharField(max_length=20, choices=Kind.choices)
    system = models.CharField(max_length=100, blank=True)
    value = models.CharField(max_length=60)
    # The number as it is found however it is spaced: `alongside.people.numbers.plain_number`.
    plain = models.CharField(max_length=60, editable=False, default="")
    withdrawn_at = models.DateTimeField(null=True, blank=True, editable=False)
    withdrawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, editable=False, on_delete=models.PROTECT, related_name="+"
    )
    withdrawn_why = models.CharField(max_length=500, blank=True)

    class Meta:
        ordering = ["kind", "system", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["value", "kind", "system"],
                condition=Q(withdrawn_at__isnull=True),
                name="a_number_is_one_persons",
            ),
            models.CheckConstraint(
                name="a_local_number_names_its_system",
                condition=(Q(kind="local") & ~Q(system="")) | (~Q(kind="local") & Q(system="")),
            ),
            models.CheckConstraint(name="a_number_is_not_empty", condition=~Q(value="")),
            models.CheckConstraint(
                name="a_withdrawn_number_says_by_whom_and_why",
                condition=together("withdrawn_at", "withdrawn_by")
                & (Q(withdrawn_at__isnull=True) | ~Q(withdrawn_why="")),
            ),
        ]

        indexes = [models.Index(fields=["plain"], name="identifier_by_plain")]

    @property
    def label(self) -> str:
        """What kind of number it is, or in which system."""
        return self.system or self.get_kind_display()
