"""What the front door does when a record becomes final: always within the transaction of what happened."""

from typing import Any

from django.urls import reverse

from alongside.access.models import User
from alongside.frontdoor import actions
from alongside.frontdoor.models import Contact
from alongside.packs.format.forms import Form
from alongside.story import signals as story
from alongside.story.models import Entry


def connect() -> None:
    """Begin to listen; once, when the application starts."""
    story.entry_finalised.connect(_entry_finalised, dispatch_uid="frontdoor")


def _entry_finalised(*, entry: Entry, form: Form, answers: dict[str, Any], by: User, **_: Any) -> None:
    front_door = entry.pack.front_door
    if front_door is not None and form.id == front_door.form:
        actions.decide(entry=entry, front_door=front_door, answers=answers, by=by)


def contact_of(entry: Entry) -> str:
    """Return where an adviser goes on after a call: to its contact, from which the caller is told. Else nothing."""
    held = Contact.objects.filter(entry=entry).exclude(came_by=Contact.CameBy.RECORD).values_list("pk", flat=True)
    contact = held.first() if entry.is_final else None
    return reverse("front-door-contact", args=[contact]) if contact else ""
