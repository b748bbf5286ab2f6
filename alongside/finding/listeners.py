"""What search does when something is said, changed or taken back: always within the transaction of what happened."""

from collections.abc import Callable, Iterator
from typing import Any

from django.db.models import Model, Q
from django.db.models.signals import post_delete, post_save

from alongside.finding import actions, sources
from alongside.finding.models import Kind, Row
from alongside.finding.sources import Said
from alongside.people.models import Address, Family, Membership
from alongside.people.signals import people_merged
from alongside.plans.models import Action
from alongside.story import signals as story
from alongside.story.models import ChronologyEvent, Document, Entry, Statement

OF_MODEL: dict[type[Model], tuple[str, Callable[[Q], Iterator[Said]]]] = {
    Statement: (Kind.STATEMENT, sources.statements),
    Action: (Kind.ACTION, sources.actions),
    ChronologyEvent: (Kind.EVENT, sources.events),
    Document: (Kind.DOCUMENT, sources.documents),
}


def connect() -> None:
    """Begin to listen; once, when the application starts."""
    story.entry_finalised.connect(_entry_finalised, dispatch_uid="finding")
    for model in OF_MODEL:
        post_save.connect(_changed, sender=model, dispatch_uid=f"finding {model.__name__}")
        post_delete.connect(_deleted, sender=model, dispatch_uid=f"finding {model.__name__}")
    people_merged.connect(_people_merged, dispatch_uid="finding")
    post_save.connect(_family_changed, sender=Family, dispatch_uid="finding")
    post_save.connect(_address_changed, sender=Address, dispatch_uid="finding")
    post_save.connect(_member_changed, sender=Membership, dispatch_uid="finding")


def fill_when_empty(**_: Any) -> None:
    """After an upgrade to the first version that finds words: write what can be found of all that is there already."""
    if not Row.objects.exists() and Entry.objects.on_the_story().exists():
        actions.rebuild()


def _entry_finalised(*, entry: Entry, **_: Any) -> None:
    """The record can be found, and the version that it takes the place of no more."""
    if entry.amends_id:
        of_that_version = Q(kind__in=[Kind.RECORD, Kind.EVENT, Kind.DOCUMENT], entry=entry.amends_id)
        actions.forget(of_that_version)
    actions.keep(sources.records(Q(pk=entry.pk)))
    actions.keep(sources.documents(Q(attached_to=entry.pk)))


def _changed(*, sender: type[Model], instance: Model, **_: Any) -> None:
    kind, said = OF_MODEL[sender]
    actions.keep_one(kind, str(instance.pk), said(Q(pk=instance.pk)))
    if isinstance(instance, Document) and instance.replaces_id:
        actions.forget(Q(kind=kind, source=str(instance.replaces_id)))


def _deleted(*, sender: type[Model], instance: Model, **_: Any) -> None:
    actions.forget(Q(kind=OF_MODEL[sender][0], source=str(instance.pk)))


def _family_changed(*, instance: Family, created: bool, update_fields: frozenset[str] | None, **_: Any) -> None:
    if not created and (update_fields is None or "team" in update_fields):
        actions.keep_family(instance.pk)


def _address_changed(*, instance: Address, created: bool, update_fields: frozenset[str] | None, **_: Any) -> None:
    """An address that is hidden from now on, or no longer, or put right."""
    if instance.never_show if created else update_fields is None or "never_show" in update_fields:
        _keep_families_of(instance.person_id)


def _member_changed(*, instance: Membership, created: bool, **_: Any) -> None:
    if created and instance.person.addresses.filter(never_show=True).exists():
        actions.keep_family(instance.family_id)


def _people_merged(*, family_id: int, **_: Any) -> None:
    """Rows moved to another record without a word: who is named by them, and addresses to hide."""
    actions.keep_family(family_id)


def _keep_families_of(person_id: int) -> None:
    families = Membership.objects.filter(person=person_id).order_by("family").values_list("family", flat=True)
    for family in families.distinct():
        actions.keep_family(family)
