"""From draft to final: checks, signature, and the facts that a final entry holds."""

from datetime import datetime, time
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils import timezone

from alongside.access import trail
from alongside.packs.format.forms import Records
from alongside.story import facts, rules, signals, telling
from alongside.story.actions.drafts import save_answer
from alongside.story.asking.questions import Question, day_of, holds
from alongside.story.fields import field_type
from alongside.story.fields.days import as_date
from alongside.story.hearing import keep_voices
from alongside.story.models import Entry, Fact, SignOff
from alongside.story.queries.entries import Filled, filled
from alongside.story.readiness import Lack, lacks
from alongside.story.signing import may_sign_as_asked, role_needed, tell_those_asked

if TYPE_CHECKING:
    from alongside.access.models import User

SUMMARY_LENGTH = 280


class NotReady(Exception):
    """Something is missing before the entry can be final; `lacks` says what, each with its question."""

    def __init__(self, lacks: list[Lack]) -> None:
        super().__init__("; ".join(lack.says for lack in lacks))
        self.lacks = lacks


@transaction.atomic
def finalise(*, entry: Entry, by: "User") -> Entry:
    """Make a draft final, or send it for the signature its form asks for.

    :raises NotReady: when something is missing
    """
    entry = _locked(entry, Entry.Status.DRAFT)
    found = _settled(entry, _ready(entry), by=by)
    if role := role_needed(entry, found, by):
        return ask_sign_off(entry=entry, role=role, by=by)
    return _make_final(entry, found, by=by)


def ask_sign_off(*, entry: Entry, role: str, by: "User") -> Entry:
    """Put a finished draft before those who sign; nobody writes in it until they have."""
    entry.status = Entry.Status.AWAITING_SIGN_OFF
    entry.save(update_fields=["status"])
    SignOff.objects.create(entry=entry, role=role, asked_at=timezone.now(), asked_by=by)
    tell_those_asked(entry, role, by=by)
    _audit(entry, "entry.sign-off-asked", by=by)
    telling.sign_off_asked(entry, role, by=by)
    return entry


@transaction.atomic
def sign(*, entry: Entry, comment: str, by: "User") -> Entry:
    """Sign an entry: it is final from now, with the comment beside it.

    :raises PermissionError: when this person may not sign it
    :raises NotReady: when something has gone missing since it was sent, such as a person who left the family
    """
    entry = _decide(entry, SignOff.Decision.SIGNED, comment, by=by)
    entry = _make_final(entry, _ready(entry), by=by)
    telling.signed(entry, by=by)
    return entry


@transaction.atomic
def send_back(*, entry: Entry, comment: str, by: "User") -> Entry:
    """Send an entry back to be worked on: a draft again, with what the manager asks for.

    :raises PermissionError: when this person may not sign it
    """
    entry = _decide(entry, SignOff.Decision.RETURNED, comment, by=by)
    entry.status = Entry.Status.DRAFT
    entry.save(update_fields=["status"])
    _audit(entry, "entry.sent-back", by=by)
    telling.sent_back(entry, by=by)
    return entry


def _decide(entry: Entry, decision: str, comment: str, *, by: "User") -> Entry:
    entry = _locked(entry, Entry.Status.AWAITING_SIGN_OFF)
    if not (rules.may_sign(by, entry) and may_sign_as_asked(by, entry)):
        raise PermissionError("only a manager of this team, and not its author, may sign this entry")
    entry.sign_offs.filter(decision="").update(
        decision=decision, comment=comment, decided_at=timezone.now(), decided_by=by
    )
    return entry


def _locked(entry: Entry, status: str) -> Entry:
    # The pack is known by its digest, so its content need not be read anew.
    entries = Entry.objects.select_related("pack_version", "family")
    locked = entries.select_for_update(of=("self",)).filter(pk=entry.pk, status=status).first()
    if locked is None:
        raise NotReady([Lack("", "Somebody has finished this meanwhile. Open it again to see where it stands.")])
    return locked


def _ready(entry: Entry) -> Filled:
    found = filled(entry)
    if missing := lacks(entry, found):
        raise NotReady(missing)
    return found


def _settled(entry: Entry, found: Filled, *, by: "User") -> Filled:
    """Keep with the entry what the record itself answers, as it stands now; a later version keeps what stood then."""
    known = {question.key: field_type(question.type).standing(question) for question in found.questions()}
    settled = {key: value for key, value in known.items() if value is not None}
    for key, value in settled.items():
        kept = found.kept.get(key)
        if kept is None or not (entry.amends_id or kept.value == value):
            save_answer(entry_id=entry.pk, key=key, value=value, revision=kept.revision if kept else 0, by=by)
    return filled(entry) if settled else found


def _make_final(entry: Entry, found: Filled, *, by: "User") -> Entry:
    entry.status, entry.finalised_at, entry.finalised_by = Entry.Status.FINAL, timezone.now(), by
    entry.summary = summary_of(found)
    _replace_earlier_version(entry, by=by)
    _store(entry, found, by=by)
    entry.save()
    _record_facts(entry, found, by=by)
    _audit(entry, "entry.finalised", by=by)
    signals.entry_finalised.send(sender=Entry, entry=entry, form=found.asking.form, answers=found.answers, by=by)
    telling.amended(entry, by=by)
    if entry.family_id:
        signals.facts_recorded.send(sender=Fact, family_id=entry.family_id)
        _file_copy_later(entry, found)
    return entry


def _file_copy_later(entry: Entry, found: Filled) -> None:
    """The job is part of this transaction: it is there if, and only if, the entry is final."""
    from alongside.story.tasks import file_copy

    if found.asking.form.files_copy_in:
        file_copy.defer(entry_id=entry.pk)


def _store(entry: Entry, found: Filled, *, by: "User") -> None:
    for question, value in found.answered():
        field_type(question.type).store(question, value, entry=entry, by=by)


def _replace_earlier_version(entry: Entry, *, by: "User") -> None:
    """An amendment takes the place of the version before it, whose facts no longer stand."""
    if entry.amends_id is None:
        return
    Entry.objects.filter(pk=entry.amends_id).update(superseded_at=entry.finalised_at)
    for fact in Fact.objects.filter(entry_id=entry.amends_id, replaced_by=None).exclude(name="fact.withdrawn"):
        facts.withdraw(fact, by=by, entry=entry)


def _record_facts(entry: Entry, found: Filled, *, by: "User") -> None:
    facts.add_for_entry(entry, name="entry.finalised", by=by, data={"form": entry.form_id, "kind": entry.kind})
    keep_voices(entry, found, by=by)
    for record in found.asking.form.records:
        if holds(record.only, found.answers) and holds(record.and_only, found.answers) and _answered(record, found):
            when = _when(entry, found, record.when)
            facts.add_for_entry(entry, name=record.fact, by=by, happened_at=when, data=_kept(found, record.keeps))


def _answered(record: Records, found: Filled) -> bool:
    """Whether the question that the fact rests on has an answer; true for a fact that rests on none."""
    return record.answered is None or any(one.field.id == record.answered for one, _ in found.answered())


def _kept(found: Filled, fields: list[str]) -> dict[str, Any]:
    """The words of the answers that the history keeps with a fact, so that it can say them without the record."""
    told = {question.field.id: _words(question, value) for question, value in found.answered()}
    return {field: told[field] for field in fields if field in told}


def _when(entry: Entry, found: Filled, field_id: str | None) -> datetime | None:
    """The day that the named date field holds, at noon in London; None for the entry's own moment."""
    typed = found.answers.get(field_id) if field_id else None
    day = as_date(typed) if isinstance(typed, dict) else day_of(typed)
    return datetime.combine(day, time(12), facts.LONDON) if day else None


def summary_of(found: Filled) -> str:
    """Return the first words of an entry, for the story: its longest-form answers in the order asked."""
    parts: list[str] = []
    for question, value in found.answered():
        if question.type in ("narrative", "statements") and len(" ".join(parts)) < SUMMARY_LENGTH:
            parts.append(_words(question, value))
    words = " ".join(_as_sentence(line) for part in parts for line in part.splitlines() if line.strip())
    return words if len(words) <= SUMMARY_LENGTH else words[: SUMMARY_LENGTH - 1].rsplit(" ", 1)[0] + "…"


def _as_sentence(line: str) -> str:
    """Statements are lines without a full stop; run together without one nobody could tell them apart."""
    words = " ".join(line.split())
    return words if words[-1] in ".!?…:;,”’\"'" else f"{words}."


def _words(question: Question, value: Any) -> str:
    return field_type(question.type).words(question, value)


def _audit(entry: Entry, action: str, *, by: "User") -> None:
    trail.changed(
        by=by, action=action, family_id=entry.family_id, subject=f"entry {entry.pk}",
        detail={"form": entry.form_id, "version": entry.version},
    )  # fmt: skip
