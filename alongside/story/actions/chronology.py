"""The chronology: events kept from final records, events begun from a record, and saying that all of it is complete."""

from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from alongside.access import trail
from alongside.design.words import day
from alongside.packs.queries import current_pack
from alongside.people.queries import kept_of
from alongside.story import facts, rough_dates
from alongside.story.actions.drafts import save_answer, start
from alongside.story.fields import field_type
from alongside.story.models import ChronologyEvent, Entry
from alongside.story.queries.chronology import chronology_form
from alongside.story.queries.entries import Filled, filled
from alongside.story.rough_dates import RoughDate

if TYPE_CHECKING:
    from alongside.access.models import User
    from alongside.people.models import Family

COMPLETED = "chronology.completed"


def keep_event(*, entry: Entry, kind: str) -> None:
    """Put what a final record tells into the chronology; part of making the record final.

    What happened is its first narrative, whom it touched its people. A rough date counts in place of the record's own.
    """
    if entry.family_id is None:
        return
    found = filled(entry)
    rough = _typed_date(found)
    when = rough_dates.read(rough) or _the_day(entry)
    event = ChronologyEvent.objects.create(
        entry=entry, family_id=entry.family_id, kind=kind, words=_first(found, "narrative"),
        when_words="" if when.is_a_day else rough, first_day=when.first, last_day=when.last,
    )  # fmt: skip
    touched = _touched(entry, found)
    kept = kept_of(touched)
    event.people.set({kept.get(id, id) for id in touched})


def _typed_date(found: Filled) -> str:
    return _first(found, "rough-date")


def _the_day(entry: Entry) -> RoughDate:
    assert entry.happened_on is not None
    return RoughDate(entry.happened_on, entry.happened_on)


def _first(found: Filled, type: str) -> str:
    words = (field_type(type).words(question, value) for question, value in found.answered() if question.type == type)
    return next(words, "")


def _touched(entry: Entry, found: Filled) -> set[int]:
    """Whom the event touched: those named, the person it is about, and each child of whom it says what it meant."""
    named = {one["id"] for question, value in found.answered() if question.type == "people" for one in value["people"]}
    each = {question.person.id for question, _ in found.answered() if question.person}
    return named | each | ({entry.person_id} if entry.person_id else set())


@transaction.atomic
def mark_event(*, record: Entry, by: "User") -> Entry:
    """Begin a chronology event from a record, with what the record knows already, and return the draft.

    A draft that this person began from the same record is returned in place of a second one.

    :raises ValueError: when the record is about no family, or the pack has no form for events
    """
    form = chronology_form(current_pack())
    if record.family is None or form is None:
        raise ValueError("there is no chronology in which this could stand")
    begun = record.led_to.filter(form_id=form.id, author=by, status=Entry.Status.DRAFT).first()
    return begun or _begun_from(record, form, by=by)


def _begun_from(record: Entry, form: Any, *, by: "User") -> Entry:
    draft = start(
        form_id=form.id, by=by, team=record.team, family=record.family, happened_on=record.happened_on,
        started_from=record,
    )  # fmt: skip
    those = [one.person.kept for one in record.people_seen.select_related("person__merged_into")]
    those += [record.person.kept] if record.person else []
    seen = [{"id": one.pk, "name": one.name} for one in dict.fromkeys(those)]
    known: dict[str, Any] = {
        "narrative": record.summary,
        "people": {"people": seen, "others": ""} if seen else None,
        "text": f"{record.title} of {day(record.happened_on)}, {record.author.name}",
    }
    # The first question of each kind is the one meant: what happened, whom it touched, how we know.
    firsts = {field.type: field.id for field in reversed(form.fields) if field.type in known}
    for type, value in known.items():
        if value and type in firsts:
            save_answer(entry_id=draft.pk, key=firsts[type], value=value, revision=0, by=by)
    return draft


@transaction.atomic
def complete_chronology(*, family: "Family", by: "User", on: date | None = None) -> None:
    """Say that somebody has gone through the family's chronology and that it is complete up to a day.

    :param on: London's today unless given
    :raises ValidationError: by field, when the day is in the future
    """
    today = timezone.localdate()
    completed = on or today
    if completed > today:
        raise ValidationError({"on": "This day is in the future. Put the day on which you went through it"})
    moment = timezone.now() if completed == today else datetime.combine(completed, time(12), facts.LONDON)
    facts.record(name=COMPLETED, family=family, by=by, happened_at=moment)
    trail.changed(by=by, action=COMPLETED, family_id=family.pk, detail={"on": completed.isoformat()})
