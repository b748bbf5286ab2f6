"""A clock that can be set: what the demo tells happened over months, so it is written as if on those days."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, tzinfo
from typing import Any
from unittest import mock

from django.db.models.signals import pre_save

from alongside.access.models import Change, Look


@contextmanager
def at(moment: datetime) -> Iterator[None]:
    """Let `django.utils.timezone.now` answer this moment (aware), and the trail's lines carry it, while it lasts.

    The class behind `now` is replaced, not `now` itself: defaults of model fields hold on to the function.
    """

    class Stopped(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> datetime:  # type: ignore[override]
            return moment.astimezone(tz)

    def stamp(instance: Any, **_: Any) -> None:
        instance.at = moment

    for model in (Change, Look):
        pre_save.connect(stamp, sender=model, weak=False, dispatch_uid="demo.clock")
    try:
        with mock.patch("django.utils.timezone.datetime", Stopped):
            yield
    finally:
        for model in (Change, Look):
            pre_save.disconnect(sender=model, dispatch_uid="demo.clock")
