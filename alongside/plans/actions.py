"""Every write to what was agreed to be done."""

from datetime import date

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from alongside.access import rules as access
from alongside.access import trail
from alongside.access.models import User
from alongside.notices.actions import tell
from alongside.people.models import Family, Person
from alongside.plans import rules
from alongside.plans.models import Action, ActionChange, Outcome
from alongside.story.models import Entry


@transaction.atomic
def add_action(
    *,
    entry: Entry,
    words: str,
    by: User,
    agreed_on: date,
    due_on: date | None = None,
    owner_person: Person | None = None,
    owner_user: User | None = None,
    owner_words: str = "",
    outcome: str | None = None,
    service: int | None = None,
    id: str | None = None,
) -> Action:
    """Keep an action that a final entry agrees on: who does what by when.

    Who does it is one of the family, somebody with an account, or anybody by name. `outcome` is the id of what it is
    done for, `service` that of the directory's service it is done with. `id` is the one its row had in the draft, so
    that saving twice makes one action.

    :raises ValidationError: when it says nothing, nobody does it, or the entry is about no family
    """
    if entry.family is None:
        raise ValidationError("An action belongs to a family. This record is about none.")
    rules.check_action(words, owner=owner_person or owner_user or owner_words.strip())
    action = Action.objects.create(
        family=entry.family,
        entry=entry,
        outcome=Outcome.objects.filter(family=entry.family, pk=outcome).first() if outcome else None,
        service_id=service,
        words=words.strip(),
        owner_person=owner_person.kept if owner_person else None,
        owner_user=owner_user,
        owner_words="" if owner_person or owner_user else owner_words.strip()[:200],
        due_on=due_on,
        agreed_on=agreed_on,
        **({"id": id} if id else {}),
    )
    _note(action, state=Action.State.OPEN, result="", by=by, entry=entry)
    if owner_user:
        tell(
            to=[owner_user], kind="action", by=by, family=entry.family,
            title=f"For you to do, {entry.family.name}: {action.words}",
            href=reverse("family-plan", args=[entry.family.pk]),
        )  # fmt: skip
    return action


@transaction.atomic
def end_action(
    *, action: Action, state: str, result: str, by: User, on: date | None = None, entry: Entry | None = None
) -> Action:
    """Say what became of an action: done, or with the reason not done or no longer needed.

    :param on: the London day it ended, today unless given
    :raises PermissionDenied: when `by` does not write in the family's record
    :raises ValidationError: when somebody ended it already, or something is missing
    """
    action = _open_to(action, by)
    if action.state != Action.State.OPEN:
        raise ValidationError(
            f"Somebody has marked this as “{action.get_state_display()}” already. Look at it again; take it up again "
            "if that was not right."
        )
    day = on or timezone.localdate()
    rules.check_end(state, result, day=day, action=action, today=timezone.localdate())
    action.state, action.result, action.ended_on = state, result.strip(), day
    action.save(update_fields=["state", "result", "ended_on"])
    _note(action, state=state, result=action.result, by=by, entry=entry)
    return action


@transaction.atomic
def take_up_again(*, action: Action, why: str, by: User, entry: Entry | None = None) -> Action:
    """Open an ended action again, because it was marked by mistake or there is more to do.

    :raises PermissionDenied: when `by` does not write in the family's record
    :raises ValidationError: when it is open, or no reason is given
    """
    action = _open_to(action, by)
    if action.state == Action.State.OPEN:
        raise ValidationError("This action is open already.")
    if not why.strip():
        raise ValidationError({"result": "Write why it is taken up again."})
    action.state, action.result, action.ended_on = Action.State.OPEN, "", None
    action.save(update_fields=["state", "result", "ended_on"])
    _note(action, state=Action.State.OPEN, result=why.strip(), by=by, entry=entry)
    return action


def _open_to(action: Action, by: User) -> Action:
    """Return the action as it is now, its row held, if this person may change it."""
    if not access.may(by, "work_with_families") or not Family.objects.for_user(by).filter(pk=action.family_id).exists():
        raise PermissionDenied("Only those who work with the family can change its actions.")
    return Action.objects.select_for_update(of=("self",)).get(pk=action.pk)


def _note(action: Action, *, state: str, result: str, by: User, entry: Entry | None) -> None:
    ActionChange.objects.create(action=action, entry=entry, at=timezone.now(), by=by, state=state, result=result)
    trail.changed(
        by=by,
        action="changed an action",
        family_id=action.family_id,
        subject=f"action {action.pk}",
        detail={"state": str(state)},
    )
