"""What a final conversation with the front door leads to, in the transaction that makes it final."""

from datetime import date
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from alongside.access import rules as access
from alongside.access import trail
from alongside.access.models import User
from alongside.frontdoor.actions.indexing import index
from alongside.frontdoor.actions.linking import tell_who_leads
from alongside.frontdoor.actions.sending import told_in
from alongside.frontdoor.models import Contact
from alongside.frontdoor.reading import first, words
from alongside.frontdoor.rules import decide_by, new_reference
from alongside.journey.actions import decide_level
from alongside.journey.models import LevelDecision, Pathway
from alongside.journey.starting.actions import who_allocates
from alongside.notices.actions import tell
from alongside.packs.format.front_door import FrontDoor
from alongside.people.models import Family
from alongside.safeguarding.actions import raise_from_level
from alongside.story import facts
from alongside.story.fields.days import as_date
from alongside.story.models import Entry
from alongside.working_time import london_day, london_moment

CONTACTED = "front-door.contacted"


@transaction.atomic
def decide(*, entry: Entry, front_door: FrontDoor, answers: dict[str, Any], by: User) -> Contact:
    """Keep what was decided, and let follow what the pack says follows from it. An amended record decides nothing new.

    A conversation that was written in a family's record, with no contact before it, becomes one.
    """
    earlier = Contact.objects.filter(entry=entry.amends_id).first() if entry.amends_id else None
    contact = earlier or Contact.objects.filter(entry=entry).first() or _written_alone(entry, by)
    outcome = first(answers.get(front_door.outcome))
    contact.entry, contact.outcome = entry, outcome[:80]
    contact.level = first(answers.get(front_door.level))[:80]
    contact.decided_on, contact.decided_by = _day(answers.get(front_door.decided_on)) or _today(entry), by
    if first(answers.get(front_door.told)) in front_door.told_already:
        contact.caller_told_at = contact.caller_told_at or timezone.now()
    for name, value in told_in(front_door, answers).items():
        setattr(contact, name, value)
    contact.about, contact.about_words = entry.about, entry.about_words or contact.about_words
    contact.save()
    index(contact, front_door, answers)
    detail = {"outcome": outcome, "level": contact.level}
    trail.changed(
        by=by, action="contact.decided", family_id=entry.family_id, subject=f"contact {contact.pk}", detail=detail
    )
    if entry.family and not earlier:
        _follow(contact, entry.family, front_door.does(outcome), words(answers.get(front_door.advice)), by=by)
    return contact


def _follow(contact: Contact, family: Family, does: str, why: str, *, by: User) -> None:
    """For a family: its clock, and what the outcome leads to."""
    day = min(london_day(contact.received_at), contact.decided_on or london_day(contact.received_at))
    facts.record(
        name=CONTACTED, family=family, by=by, happened_at=london_moment(day), entry=contact.entry,
        data={"contact": str(contact.pk)},
    )  # fmt: skip
    if does == "decides-the-level":
        _settle_level(contact, family, why, by=by)
    elif does == "refers":
        _settle_level(contact, family, why, by=by)
        raise_from_level(family=family, why=why or "Decided at the front door", by=by)
    elif does == "starts-help":
        tell(
            to=who_allocates(family.team_id), kind="waiting", by=by, family=family,
            title=f"The front door decided on help for {family.name}; it has to be started",
            href=reverse("start-help", args=[family.pk]),
        )  # fmt: skip
    tell_who_leads(family, f"The front door was contacted about {family.name}", by=by)


def _settle_level(contact: Contact, family: Family, why: str, *, by: User) -> None:
    """Decide the level that the adviser named, where none stands and no support is open: those who work with a family
    already decide its level themselves."""
    standing = LevelDecision.objects.filter(family=family).exists()
    open_now = Pathway.objects.filter(family=family, closed_at=None).exists()
    if not contact.level or standing or open_now or not access.may(by, "decide_level"):
        return
    try:
        with transaction.atomic():
            decide_level(
                family=family, level=contact.level, why=why or "Decided at the front door", by=by, entry=contact.entry,
                decided_on=min(contact.decided_on or timezone.localdate(), timezone.localdate()), allocate_later=True,
            )  # fmt: skip
            if Pathway.objects.filter(family=family, closed_at=None).exists():
                _ask_for_a_lead(family, by=by)
    except (ValidationError, PermissionDenied):
        # The record is worth more than the level: it stands, and the page of the contact asks for the level.
        trail.changed(by=by, action="contact.level-left", family_id=family.pk, subject=f"contact {contact.pk}")


def _ask_for_a_lead(family: Family, *, by: User) -> None:
    """Support is open and nobody leads it: those who allocate are told."""
    tell(
        to=who_allocates(family.team_id), kind="waiting", by=by, family=family,
        title=f"The front door decided on help for {family.name}; nobody leads it yet",
        href=reverse("allocate-family", args=[family.pk]),
    )  # fmt: skip


def _written_alone(entry: Entry, by: User) -> Contact:
    received = entry.created_at
    on = entry.happened_on or london_day(received)
    if on < london_day(received):
        received = london_moment(on)
    return Contact(
        reference=new_reference(), came_by=Contact.CameBy.RECORD, received_at=received, team=entry.team,
        taken_by=entry.author, taken_at=entry.created_at, decide_by=decide_by(entry.pack, received),
    )  # fmt: skip


def _day(value: Any) -> date | None:
    return as_date(value) if isinstance(value, dict) else None


def _today(entry: Entry) -> date:
    return entry.happened_on or timezone.localdate()
