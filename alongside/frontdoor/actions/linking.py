"""Whom a contact is about, once that is known: a family on record, a new one, or somebody on record."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from alongside.access import trail
from alongside.access.models import User
from alongside.frontdoor.models import Contact, LinkedPerson
from alongside.notices.actions import tell
from alongside.people import actions as people
from alongside.people.models import Family, Involvement, Person
from alongside.people.need_to_know import in_force, people_seen_by
from alongside.story import actions as story
from alongside.story.asking import Someone
from alongside.story.models import Answer, Entry
from alongside.story.queries.entries import filled


@dataclass(frozen=True)
class Member:
    """Somebody of a family that is about to be made: as named in the call, or a person on record already."""

    name: str
    role: str
    born: date | None = None
    is_estimate: bool = False
    known: Person | None = None


@transaction.atomic
def link_family(*, contact: Contact, family: Family, by: User) -> None:
    """Say that a call is about a family on record; from then on it is one of that family's drafts.

    :raises PermissionDenied: when `by` has no need to know the family
    :raises ValidationError: when the call is decided
    """
    if not Family.objects.for_user(by).filter(pk=family.pk).exists():
        raise PermissionDenied("This family is not one that you can open.")
    entry = contact.entry = _open_call(contact)
    story.say_about(entry=entry, about="family", family=family, by=by)
    _answer_family(contact, by)
    _give_signs_to_children(contact, by)
    Contact.objects.filter(pk=contact.pk).update(about="family")
    trail.changed(by=by, action="contact.linked", family_id=family.pk, subject=f"contact {contact.pk}")


@transaction.atomic
def unlink_family(*, contact: Contact, by: User) -> None:
    """Take back that a call is about this family, when another was meant. Nothing that was written is lost.

    :raises ValidationError: when the call is decided
    """
    entry = _open_call(contact)
    before = entry.family_id
    story.say_about(entry=entry, about="unnamed", by=by)
    trail.changed(by=by, action="contact.unlinked", family_id=before, subject=f"contact {contact.pk}")


@transaction.atomic
def make_family(*, contact: Contact, name: str, members: list[Member], by: User) -> Family:
    """Make a family of those named in a call, held by the team that took it, and say that the call is about them.

    :raises ValidationError: by field, when a name or a day cannot be so
    """
    entry = _open_call(contact)
    if not members:
        raise ValidationError({"name": "Choose at least one person who belongs to the family"})
    family = people.add_family(name=name, team=entry.team, by=by)
    for one in members:
        person = one.known or _person(one, by)
        people.add_member(family=family, person=person, role=one.role, by=by)
    link_family(contact=contact, family=family, by=by)
    return family


def _person(one: Member, by: User) -> Person:
    given, _, last = one.name.rpartition(" ")
    return people.add_person(
        by=by, given_names=given or last, family_name=last if given else "", date_of_birth=one.born,
        birth_date_estimated=one.is_estimate,
    )  # fmt: skip


@transaction.atomic
def link_person(*, contact: Contact, person: Person, by: User) -> None:
    """Say that a contact concerns somebody on record; whoever leads the work with their family is told.

    :raises PermissionDenied: when `by` has no need to know them
    """
    if not Person.objects.filter(people_seen_by(by), pk=person.pk).exists():
        raise PermissionDenied("This is nobody whom you can open.")
    _, is_new = LinkedPerson.objects.get_or_create(
        contact=contact, person=person, defaults={"linked_by": by, "linked_at": timezone.now()}
    )
    if not is_new:
        return
    for family in Family.objects.filter(memberships__person=person, memberships__left_on=None).distinct():
        trail.changed(
            by=by, action="contact.concerns", family_id=family.pk, subject=f"person {person.pk}",
            detail={"contact": contact.pk},
        )  # fmt: skip
        tell_who_leads(family, f"A contact with the front door concerns {person.name}", by=by)


def tell_who_leads(family: Family, title: str, *, by: User) -> None:
    """Tell whoever leads the work with a family."""
    leads = Involvement.objects.filter(
        in_force(), family=family, role=Involvement.Role.LEAD_PRACTITIONER, user__isnull=False
    ).select_related("user")
    tell(
        to=[one.user for one in leads if one.user], kind="front-door", title=title, by=by, family=family,
        href=reverse("family", args=[family.pk]),
    )  # fmt: skip


def _open_call(contact: Contact) -> Entry:
    held = Contact.objects.select_for_update(of=("self",)).select_related("entry__family", "entry__team")
    entry = held.get(pk=contact.pk).entry
    if entry is None or not entry.is_draft:
        raise ValidationError("This conversation is decided. Amend its record to change what it says.")
    return entry


def _answer_family(contact: Contact, by: User) -> None:
    """The form's own question what it is about is answered too, so that nobody is asked it again."""
    entry = contact.entry
    front_door = entry.pack.front_door if entry else None
    if entry is None or front_door is None:
        return
    held = Answer.objects.filter(entry=entry, key=front_door.about).first()
    if held is None or held.value != ["family"]:
        story.save_answer(
            entry_id=entry.pk, key=front_door.about, value=["family"], revision=held.revision if held else 0, by=by
        )


def _give_signs_to_children(contact: Contact, by: User) -> None:
    """Signs that were chosen for a child by name belong to that child of the family from now on; or to its only one."""
    found = filled(contact.entry) if contact.entry else None
    for question in found.questions() if found else ():
        held = found.kept.get(question.key) if found and question.type == "indicators" else None
        if held is None or not held.value.get("rows"):
            continue
        children = {one.name.casefold(): one for one in question.choosable}
        rows = [_of_child(row, children) for row in held.value["rows"]]
        if rows != held.value["rows"]:
            story.save_answer(
                entry_id=held.entry_id, key=question.key, value=held.value | {"rows": rows}, revision=held.revision,
                by=by,
            )  # fmt: skip


def _of_child(row: dict[str, Any], children: dict[str, Someone]) -> dict[str, Any]:
    if row.get("id"):
        return row
    named = row.get("name", "").partition(",")[0].strip().casefold()
    alike = [one for name, one in children.items() if named and name.split()[:1] == named.split()[:1]]
    found = alike or (list(children.values()) if not named else [])
    return row | {"id": found[0].id, "name": found[0].name} if len(found) == 1 else row
