"""Dangers: recorded at once and told, looked at again, put in other words, and ended for a reason."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from alongside.access import trail
from alongside.notices.actions import tell
from alongside.people.queries.managers import managers_to_tell
from alongside.story.models import Danger, DangerChange, Entry

if TYPE_CHECKING:
    from alongside.access.models import User
    from alongside.people.models import Family, Person

LONGEST = 500
What = DangerChange.What


@transaction.atomic
def record_danger(
    *,
    family: "Family",
    kind: str,
    words: str,
    by: "User",
    since: date | None = None,
    about: "Iterable[Person | int]" = (),
    entry: Entry | None = None,
    id: str | None = None,
) -> Danger:
    """Put a danger at the top of the family's page, and tell everybody who works with the family and its managers.

    :param since: London's today unless given
    :raises ValidationError: by field, when it says nothing or too much, has no kind, or begins in the future
    """
    day, now = since or timezone.localdate(), _moment(entry)
    _refuse({"words": _problem(words), "kind": _no_kind(kind), "since": _in_the_future(day)})
    danger = Danger(
        family=family, entry=entry, kind=kind, words=words.strip(), since=day, recorded_at=now, recorded_by=by,
        looked_at_on=day, **({"id": id} if id else {}),
    )  # fmt: skip
    danger.save(force_insert=True)
    danger.about.set(about)
    _history(danger, What.RECORDED, by=by, entry=entry)
    _tell(danger, by=by)
    return danger


@transaction.atomic
def look_again(*, danger: Danger, by: "User", entry: Entry, words: str = "", kind: str = "") -> None:
    """Say in a record that a danger is still there, in the same words or in better ones. Nothing when it has ended.

    :raises ValidationError: by field, when the new words say nothing or too much
    """
    danger = _locked(danger)
    if danger.ended_at:
        return
    before = danger.words, danger.kind
    danger.words, danger.kind = words.strip() or danger.words, kind or danger.kind
    _refuse({"words": _problem(danger.words), "kind": _no_kind(danger.kind)})
    danger.looked_at_on = max(danger.looked_at_on, entry.happened_on or danger.looked_at_on)
    danger.save(update_fields=["words", "kind", "looked_at_on"])
    changed = (danger.words, danger.kind) != before
    _history(danger, What.REWORDED if changed else What.LOOKED_AT, by=by, entry=entry)


@transaction.atomic
def end_danger(*, danger: Danger, why: str, by: "User", on: date | None = None, entry: Entry | None = None) -> bool:
    """Take a danger down, for a reason that stays with it. Returns whether it still stood.

    :param on: London's today unless given
    :raises ValidationError: by field, when no reason is given, or the day is in the future or before it began
    """
    danger, day = _locked(danger), on or timezone.localdate()
    if danger.ended_at:
        return False
    too_early = f"It began on {danger.since:%-d %B %Y}. Put that day or a later one" if day < danger.since else ""
    _refuse({
        "why": "" if why.strip() else "Say why this is no longer a danger, and how you know",
        "on": _in_the_future(day) or too_early,
    })  # fmt: skip
    danger.ended_on, danger.ended_at, danger.ended_by, danger.ended_why = day, _moment(entry), by, why.strip()
    danger.save(update_fields=["ended_on", "ended_at", "ended_by", "ended_why"])
    _history(danger, What.ENDED, by=by, entry=entry, why=danger.ended_why)
    return True


def _tell(danger: Danger, *, by: "User") -> None:
    """Who works with the family and has an account, and who manages its team; not who wrote it."""
    family = danger.family
    involved = family.involvements.filter(to_date=None, user__is_active=True).select_related("user")
    tell(
        to=[*(one.user for one in involved if one.user), *managers_to_tell(family, besides=by)],
        kind="message", family=family, urgent=True, by=by,
        title=f"{danger.get_kind_display()}, {family.name}: {danger.words}",
        href=reverse("family-dangers", args=[family.pk]),
    )  # fmt: skip


def _locked(danger: Danger) -> Danger:
    return Danger.objects.select_for_update().get(pk=danger.pk)


def _moment(entry: Entry | None) -> datetime:
    return (entry.finalised_at if entry else None) or timezone.now()


def _history(danger: Danger, what: str, *, by: "User", entry: Entry | None, why: str = "") -> None:
    danger.changes.create(
        entry=entry, what=what, kind=danger.kind, words=danger.words, why=why, at=_moment(entry), by=by
    )
    trail.changed(
        by=by, action=f"danger.{what}", family_id=danger.family_id, subject=f"danger {danger.pk}",
        detail={"kind": danger.kind, **({"entry": entry.pk} if entry else {})},
    )  # fmt: skip


def _problem(words: str) -> str:
    if not words.strip():
        return "Say what the danger is, and for whom"
    over = len(words.strip()) - LONGEST
    return (
        f"Say it in {LONGEST} characters or fewer, so that it can be read at a glance; {over} too many"
        if over > 0
        else ""
    )


def _no_kind(kind: str) -> str:
    return "" if kind in Danger.Kind.values else "Choose what kind of danger it is"


def _in_the_future(day: date) -> str:
    return "This day is in the future" if day > timezone.localdate() else ""


def _refuse(problems: dict[str, Any]) -> None:
    if found := {field: says for field, says in problems.items() if says}:
        raise ValidationError(found)
