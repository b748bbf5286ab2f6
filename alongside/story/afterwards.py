"""Where somebody goes once they have finished a record: to the record, unless an app further down leads on."""

from collections.abc import Callable

from django.urls import reverse

from alongside.story.models import Entry

LeadsOn = Callable[[Entry], str]

_ways: list[LeadsOn] = []


def leads_on(way: LeadsOn) -> None:
    """Let an app say where a finished record leads on to; an empty answer leaves it to the others."""
    _ways.append(way)


def after(entry: Entry) -> str:
    """Return the address to go to after a record was finished."""
    return next((address for way in _ways if (address := way(entry))), reverse("entry", args=[entry.pk]))
