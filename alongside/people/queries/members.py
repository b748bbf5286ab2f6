"""Who belongs to a family."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet
from django.utils import timezone

from alongside.people.models import Family, Membership, Person
from alongside.prepared import Prepared


@dataclass(frozen=True)
class Member:
    """A person as a member of one family, ready to be shown."""

    membership: Membership
    today: date

    @property
    def person(self) -> Person:
        return self.membership.person

    @property
    def name(self) -> str:
        """The name they like to be called by."""
        return self.person.name

    @property
    def full_name(self) -> str:
        return self.person.full_name

    @property
    def role(self) -> str:
        """The role's code, such as `parent-or-carer`."""
        return self.membership.role

    @property
    def role_words(self) -> str:
        return self.membership.get_role_display()

    @property
    def age(self) -> str:
        """The age in words, such as “3 years” or “due 4 March 2027”; empty when not known."""
        return self.person.age_on(self.today)

    @property
    def is_child(self) -> bool:
        return self.membership.is_child

    @property
    def lives_here(self) -> bool:
        return self.membership.lives_here


def members_of(family: Family | int, today: date | None = None) -> list[Member]:
    """Return who belongs to the family on a day (London's today unless given), in one query.

    Children stand first, the eldest first and the unborn last; then parents and carers, other adults, and others.
    """
    day = today or timezone.localdate()
    current = CURRENT.ask(family=getattr(family, "pk", family), day=day)
    return _in_order(Member(membership, day) for membership in current)


def language_needs(members: Iterable[Member]) -> list[tuple[Member, str]]:
    """Return who of a family needs an interpreter, and for which language, as far as it is known."""
    return [
        (one, one.person.interpreter_languages or one.person.first_language)
        for one in members
        if one.person.interpreter_needed
    ]


def children_of(family: Family | int, today: date | None = None) -> list[Member]:
    """Return the children and young people of the family, born and unborn, the eldest first."""
    return [member for member in members_of(family, today) if member.is_child]


def all_members_of(family: Family | int, today: date | None = None) -> tuple[list[Member], list[Member]]:
    """Return who belongs to the family and who has left it, as `members_of` and `past_members_of` do, in one query."""
    day = today or timezone.localdate()
    everybody = [Member(membership, day) for membership in _memberships(family).order_by("-left_on", "-pk")]
    here = [member for member in everybody if member.membership.left_on is None or member.membership.left_on > day]
    return _in_order(here), [member for member in everybody if member not in here]


def past_members_of(family: Family | int, today: date | None = None) -> list[Member]:
    """Return who has left the family by a day, the last to leave first."""
    day = today or timezone.localdate()
    left = _memberships(family).filter(left_on__lte=day).order_by("-left_on", "-pk")
    return [Member(membership, day) for membership in left]


def _memberships(family: Family | int) -> QuerySet[Membership]:
    return Membership.objects.filter(family=family).select_related("person")


CURRENT = Prepared(lambda family, day: _memberships(family).filter(Q(left_on__isnull=True) | Q(left_on__gt=day)))

ROLES_IN_ORDER = {role: place for place, role in enumerate(["child", "unborn-child", "parent-or-carer", "other-adult"])}


def _in_order(members: Iterable[Member]) -> list[Member]:
    def place(member: Member) -> tuple[int, date, int]:
        born = member.person.date_of_birth or member.person.due_date or date.max
        return ROLES_IN_ORDER.get(member.role, 9), born, member.membership.pk

    return sorted(members, key=place)
