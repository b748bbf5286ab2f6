"""What safeguarding does when a record becomes final: always within the transaction of what happened."""

from typing import Any

from alongside.access.models import User
from alongside.packs.format.forms import Form
from alongside.safeguarding import actions, rules
from alongside.safeguarding.models import Concern, Step
from alongside.story import signals as story
from alongside.story.asking.questions import holds
from alongside.story.fields import field_type
from alongside.story.models import Entry
from alongside.story.queries.entries import filled

Kind = Step.Kind
KINDS = {rules.WEIGHED: Kind.DECISION, rules.REFERRED: Kind.REFERRAL, rules.ANSWERED: Kind.ANSWER}
# What says in a few words what a record comes to: its first question of this name's kind that is answered.
TELLING = {Kind.DECISION: "decision", Kind.REFERRAL: "refer-to", Kind.ANSWER: "answer"}


def connect() -> None:
    """Begin to listen; once, when the application starts."""
    story.entry_finalised.connect(_entry_finalised, dispatch_uid="safeguarding")


def _entry_finalised(*, entry: Entry, form: Form, answers: dict[str, Any], by: User, **_: Any) -> None:
    recorded = {one.fact for one in form.records if holds(one.only, answers)}
    if rules.RAISED in recorded:
        actions.raise_from(entry=entry, answers=answers, by=entry.author)
    for fact in KINDS.keys() & recorded:
        step = _step(entry, KINDS[fact])
        if step and (step.kind != Kind.DECISION or rules.decides(by, step.concern)):
            actions.finish(step=step, words=_words(entry, step), to_refer=rules.TO_REFER in recorded, by=by)


def _step(entry: Entry, kind: str) -> Step | None:
    """The step that this record is; one begun outside of a concern joins the one that waits for just such a record."""
    found = Step.objects.filter(entry=entry).first()
    if found or entry.family_id is None:
        return found
    if entry.amends_id:
        earlier = Step.objects.filter(entry=entry.amends_id).first()
        if earlier:
            earlier.entry = entry
            earlier.save(update_fields=["entry"])
        return earlier
    return _joins(entry, kind)


def _joins(entry: Entry, kind: str) -> Step | None:
    concerns = Concern.objects.filter(family=entry.family_id)
    if kind == Kind.ANSWER:
        sent = Step.objects.filter(concern__in=concerns, kind=Kind.REFERRAL, at__isnull=False, answered_by=None)
        referral = sent.order_by("-pk").first()
        if referral is None:
            return None
        return Step.objects.create(concern=referral.concern, kind=kind, entry=entry, answers=referral)
    waiting = concerns.filter(decided_at=None) if kind == Kind.DECISION else concerns.exclude(steps__kind=kind)
    concern = waiting.first()
    return Step.objects.create(concern=concern, kind=kind, entry=entry) if concern else None


def _words(entry: Entry, step: Step) -> str:
    """What the record comes to; its title when it asks no such question."""
    for question, value in filled(entry).answered():
        if question.field.id == TELLING[Kind(step.kind)]:
            return field_type(question.type).words(question, value)
    return entry.title
