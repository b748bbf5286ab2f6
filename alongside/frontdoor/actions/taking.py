"""An adviser takes a contact that waits, begins a call, and goes on with it; only one can have it."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from alongside.access import trail
from alongside.access.models import Team, User
from alongside.frontdoor.actions.indexing import index
from alongside.frontdoor.actions.sending import ABOUT, told_in
from alongside.frontdoor.models import Contact
from alongside.frontdoor.reading import first, words
from alongside.frontdoor.rules import decide_by, new_reference
from alongside.notices.actions import tell
from alongside.packs.format.front_door import FrontDoor
from alongside.packs.queries import current_pack
from alongside.story import actions as story
from alongside.story.models import Entry
from alongside.story.queries.entries import filled


class TakenAlready(Exception):
    """Another adviser has taken this contact, or it was put away."""

    def __init__(self, contact: Contact) -> None:
        who = contact.taken_by.name if contact.taken_by else ""
        super().__init__(f"{who} has taken this contact" if who else "This contact was put away")


@transaction.atomic
def take(*, contact: Contact, team: Team, by: User) -> Contact:
    """Take a contact that waits: the conversation is begun with all that its guide holds. The first to do so has it.

    :raises TakenAlready: when somebody else was quicker
    """
    held = Contact.objects.select_for_update(of=("self",)).select_related("taken_by").get(pk=contact.pk)
    if held.taken_by_id == by.pk and held.entry_id:
        return held
    if held.taken_at or held.put_away_at:
        raise TakenAlready(held)
    _begin(held, team=team, by=by)
    asked = {question.key for question in filled(held.entry).questions()} if held.entry else set()
    for key, value in held.guide.items():
        if key in asked:
            story.save_answer(entry_id=held.entry_id or 0, key=key, value=value, revision=0, by=by)
    trail.changed(by=by, action="contact.taken", subject=f"contact {held.pk}")
    return held


@transaction.atomic
def begin_call(*, team: Team, by: User) -> Contact:
    """Begin a call of which nothing was sent before; whom it is about is asked in it."""
    pack, now = current_pack(), timezone.now()
    contact = Contact.objects.create(
        reference=new_reference(), came_by=Contact.CameBy.CALL, about="unnamed", received_at=now,
        decide_by=decide_by(pack, now), team=team, taken_by=by, taken_at=now,
    )  # fmt: skip
    _begin(contact, team=team, by=by)
    trail.changed(by=by, action="call.begun", subject=f"contact {contact.pk}")
    return contact


def _begin(contact: Contact, *, team: Team, by: User) -> None:
    front_door = current_pack().front_door
    assert front_door is not None
    # Nothing is about a family before it is linked to one: until then the call is about somebody unnamed.
    about = contact.about if contact.about in ("place", "peer-group") else "unnamed"
    contact.entry = story.start(
        form_id=front_door.form, by=by, team=team, about=about, about_words=contact.about_words,
        happened_on=timezone.localdate(),
    )  # fmt: skip
    if front_door.adviser:
        story.save_answer(entry_id=contact.entry.pk, key=front_door.adviser, value=by.name, revision=0, by=by)
    contact.team, contact.taken_by, contact.taken_at = team, by, contact.taken_at or timezone.now()
    contact.save(update_fields=["entry", "team", "taken_by", "taken_at"])


@transaction.atomic
def follow(*, contact: Contact, entry: Entry, by: User) -> None:
    """Let the contact, and what its draft is about, follow what was answered in the call so far."""
    front_door = entry.pack.front_door
    if front_door is None:
        return
    answers = filled(entry).answers
    told = told_in(front_door, answers)
    changed = [name for name, value in told.items() if getattr(contact, name) != value]
    for name in changed:
        setattr(contact, name, told[name])
    if changed:
        contact.save(update_fields=changed)
    index(contact, front_door, answers)
    if entry.is_draft:
        _be_about_what_was_said(entry, front_door, answers, by=by)


def _be_about_what_was_said(entry: Entry, front_door: FrontDoor, answers: dict[str, Any], *, by: User) -> None:
    said = first(answers.get(front_door.about))
    if said not in ABOUT or said == "family" or entry.family_id:
        said = entry.about if entry.family_id or said not in ABOUT else "unnamed"
    named = words(answers.get(front_door.about_words))[:200] if said in ("place", "peer-group") else ""
    story.say_about(entry=entry, about=said, about_words=named, family=entry.family, by=by)


@transaction.atomic
def take_over(*, contact: Contact, by: User) -> None:
    """Go on with a call that a colleague has begun, such as when their day is over. They are told.

    :raises TakenAlready: when it is decided, or was put away
    """
    held = Contact.objects.select_for_update(of=("self",)).select_related("taken_by", "entry").get(pk=contact.pk)
    if held.entry is None or not held.entry.is_draft or not held.taken_by:
        raise TakenAlready(held)
    if held.taken_by_id == by.pk:
        return
    before = held.taken_by
    story.hand_on(entry=held.entry, to=by, by=by)
    Contact.objects.filter(pk=held.pk).update(taken_by=by)
    trail.changed(by=by, action="call.taken-over", subject=f"contact {held.pk}", detail={"from": before.pk})
    tell(
        to=[before], kind="front-door-call", title=f"{by.name} goes on with {held.reference}", by=by,
        href=reverse("front-door-contact", args=[held.pk]),
    )  # fmt: skip


@transaction.atomic
def put_away(*, contact: Contact, why: str, by: User) -> None:
    """Put away a contact that nobody has to answer, such as one sent twice or by a machine. It stays to be read.

    :raises ValidationError: when no reason is given
    :raises TakenAlready: when somebody is in the call
    """
    if not why.strip():
        raise ValidationError({"why": "Say why nobody has to answer it, such as “sent twice”"})
    held = Contact.objects.select_for_update(of=("self",)).select_related("taken_by").get(pk=contact.pk)
    if held.taken_at or held.put_away_at:
        raise TakenAlready(held)
    held.put_away_at, held.put_away_by, held.put_away_why = timezone.now(), by, why.strip()[:500]
    held.save(update_fields=["put_away_at", "put_away_by", "put_away_why"])
    trail.changed(by=by, action="contact.put-away", subject=f"contact {held.pk}", detail={"why": held.put_away_why})
