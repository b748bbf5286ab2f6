"""Where people live, for those who may know it. An address never to be shown leaves here through one door only."""

from collections.abc import Iterable
from dataclasses import dataclass

from alongside.access.models import User
from alongside.people import need_to_know
from alongside.people.models import Address, ContactPoint, Family, Person


@dataclass(frozen=True)
class AddressesShown:
    """A person's addresses, now and before, and whether some are kept back from who looks."""

    now: list[Address]
    before: list[Address]
    kept_back: bool

    @property
    def hidden_shown(self) -> bool:
        """Whether one of those shown is never to be shown to others."""
        return any(address.never_show for address in (*self.now, *self.before))


def addresses_to_show(person: Person, user: User) -> AddressesShown:
    """Return a person's addresses for a page that this user reads on the screen, in two queries at most.

    One never to be shown is there only for who leads the work with a family of theirs or manages its team.
    """
    addresses = list(person.addresses.all())
    may_see_hidden = any(address.never_show for address in addresses) and sees_hidden_addresses(person, user)
    shown = [address for address in addresses if may_see_hidden or not address.never_show]
    return AddressesShown(
        now=[address for address in shown if address.to_date is None],
        before=[address for address in shown if address.to_date is not None],
        kept_back=len(shown) < len(addresses),
    )


def sees_hidden_addresses(person: Person, user: User) -> bool:
    """Whether this user leads the work with a family that counts this person today, or manages its team."""
    families = Family.objects.filter(memberships__person=person, memberships__left_on__isnull=True)
    return families.filter(need_to_know.hidden_addresses_seen_by(user)).exists()


def addresses_for_output(person: Person) -> list[Address]:
    """Return where a person lives now, for anything that leaves the screen: a document, an export, a letter.

    An address never to be shown is never among them, whoever asks.
    """
    return list(person.addresses.filter(to_date__isnull=True, never_show=False))


def for_output(people: Iterable[Person]) -> dict[int, tuple[list[Address], list[ContactPoint]]]:
    """Return where each of these people lives and how they are reached, for anything that leaves the screen.

    By person, in two queries. No address that is never to be shown, and no number that must not be used, is among them.
    """
    found: dict[int, tuple[list[Address], list[ContactPoint]]] = {person.pk: ([], []) for person in people}
    for address in Address.objects.filter(person__in=found, to_date__isnull=True, never_show=False):
        found[address.person_id][0].append(address)
    safe = ContactPoint.objects.filter(person__in=found, ended_at__isnull=True).exclude(safe=ContactPoint.Safe.NO)
    for point in safe:
        found[point.person_id][1].append(point)
    return found
