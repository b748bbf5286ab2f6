"""Who can be asked about a family, as a list to tick, and asking those who were ticked."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError

from alongside.access.models import User
from alongside.contributions.actions import ask
from alongside.contributions.models import Contribution
from alongside.people.models import ContactPoint, Family, Involvement, Person
from alongside.people.queries import involved_with, members_of

Known = list[tuple[str, str]]
Other = tuple[str, str, str]


def agencies_around(family: Family, by: User, asked: Iterable[Contribution] = ()) -> Known:
    """Return those who work with the family, by a key that `ask_those` understands; the asker themselves left out.

    Who has no account needs an address, so they are written below the list, with the name that is known.
    """
    gone = {one.user_id for one in asked if one.user_id and one.state != Contribution.State.WITHDRAWN} | {by.pk}
    found: Known = []
    for one in involved_with(family):
        if one.user and one.user_id not in gone and one.user.is_active:
            found.append((f"user:{one.user_id}", ", ".join(part for part in (one.who, agency_of(one)) if part)))
            gone.add(one.user.pk)
    return found


def without_an_account(family: Family, asked: Iterable[Contribution] = ()) -> list[Involvement]:
    """Return those who work with the family, known by name and agency only, who were not asked yet."""
    named = {one.name.casefold() for one in asked if one.name}
    return [one for one in involved_with(family) if not one.user_id and one.who.casefold() not in named]


def agency_of(involvement: Involvement) -> str:
    """Return where somebody comes from who works with a family."""
    return involvement.agency or (involvement.user.agency if involvement.user else "")


def family_members(family: Family) -> Known:
    """Return those of the family who can be asked: of no small child's email is anything known."""
    return [(f"person:{one.person.pk}", one.name) for one in members_of(family) if safe_email(one.person)]


def safe_email(person: Person) -> str:
    """Return the address of a person that they have said is safe to write to; empty when there is none."""
    points = ContactPoint.objects.filter(person=person, kind="email", safe=ContactPoint.Safe.YES, ended_at=None)
    return points.values_list("value", flat=True).first() or ""


def ask_those(
    *, who: Iterable[str], others: Iterable[Other], about: dict[str, Any], asks: str, due: date, by: User
) -> list[Contribution]:
    """Ask those who were ticked and those who were named.

    :param about: family, for_kind, for_id and form_id, as `ask` takes them
    :raises ValidationError: when somebody cannot be asked; nobody is asked then
    """
    more: dict[str, Any] = {**about, "asks": asks, "due": due, "by": by}
    made = [ask(**more, **_known(key)) for key in who]
    return made + [ask(**more, name=name, agency=agency, email=email) for name, agency, email in others]


def _known(key: str) -> dict[str, Any]:
    kind, _, pk = key.partition(":")
    if kind == "user":
        return {"user": User.objects.get(pk=pk)}
    if kind == "person":
        person = Person.objects.get(pk=pk)
        return {"person": person, "email": safe_email(person)}
    raise ValidationError("Choose somebody of the list.")
