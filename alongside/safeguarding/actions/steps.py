"""The records about a concern: begun with what is known already, and what follows when they are final."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from alongside.access import trail
from alongside.access.models import Team, User
from alongside.notices.actions import tell
from alongside.packs.format.forms import Form
from alongside.packs.queries import current_pack
from alongside.people.models import Family, Involvement
from alongside.safeguarding import rules
from alongside.safeguarding.actions.concerns import take
from alongside.safeguarding.actions.prefilling import prefill
from alongside.safeguarding.models import Concern, Step
from alongside.story import actions as story
from alongside.story import facts
from alongside.story.models import Entry
from alongside.working_time import LONDON

Kind = Step.Kind


@transaction.atomic
def begin_concern(*, by: User, team: Team, family: Family | None, about: str, about_words: str = "") -> Entry:
    """Begin the record of a concern, dated now.

    :raises KeyError: when the pack has no form for it
    """
    form = _form(rules.RAISED)
    entry = story.start(form_id=form.id, by=by, team=team, family=family, about=about, about_words=about_words)
    _date_now(entry, by)
    return entry


@transaction.atomic
def begin_decision(*, concern: Concern, by: User) -> Entry:
    """Begin a manager's decision, holding what the concern says; the draft there is, if they have begun one.

    :raises PermissionDenied: when it is not theirs to decide
    """
    if not rules.decides(by, concern):
        raise PermissionDenied("A manager of the team decides on this, and not the one who raised it.")
    take(concern=concern, by=by)
    under_way = concern.steps.filter(kind=Kind.DECISION, at=None, entry__author=by, entry__status="draft").first()
    return under_way.entry if under_way else _begin(concern, _form(rules.WEIGHED), Kind.DECISION, by)


@transaction.atomic
def begin_referral(*, concern: Concern, form: Form, by: User) -> Entry:
    """Begin a referral, with what is known and copies of the toolkits; the draft there is, if one was begun."""
    under_way = concern.steps.filter(kind=Kind.REFERRAL, at=None, entry__form_id=form.id, entry__status="draft").first()
    return under_way.entry if under_way else _begin(concern, form, Kind.REFERRAL, by)


@transaction.atomic
def begin_answer(*, referral: Step, by: User) -> Entry:
    """Begin the record of what came of a referral; the draft there is, if one was begun."""
    under_way = referral.answered_by.filter(at=None, entry__status="draft").first()
    return (
        under_way.entry if under_way else _begin(referral.concern, _form(rules.ANSWERED), Kind.ANSWER, by, of=referral)
    )


def _form(fact: str) -> Form:
    forms = rules.forms_that_record(current_pack(), fact)
    if not forms:
        raise KeyError(f"the practice pack has no form that records “{fact}”")
    return forms[0]


def _begin(concern: Concern, form: Form, kind: str, by: User, of: Step | None = None) -> Entry:
    source = concern.entry
    about = source.about if source and source.about in form.about else "family"
    entry = story.start(
        form_id=form.id, by=by, team=concern.team, family=concern.family, about=about,
        person=source.person if source else None, about_words=source.about_words if source else "",
    )  # fmt: skip
    _date_now(entry, by)
    Step.objects.create(concern=concern, kind=kind, entry=entry, answers=of)
    story.let_in(entry=entry, user=by, by=by)
    prefill(entry=entry, concern=concern, by=by)
    return entry


def _date_now(entry: Entry, by: User) -> None:
    now = timezone.now().astimezone(LONDON).replace(second=0, microsecond=0)
    story.date_draft(entry=entry, happened_on=now.date(), happened_time=now.time(), by=by)


@transaction.atomic
def finish(*, step: Step, words: str, to_refer: bool, by: User) -> None:
    """A record that follows a concern is final: the concern stands as it says, and who has to know is told.

    :param words: what was decided, to whom it went or what they answered, in a few words
    :param to_refer: whether a decision is to refer
    """
    step.at, step.words = timezone.now(), words[:300]
    step.save(update_fields=["at", "words"])
    concern = step.concern
    if step.kind == Kind.DECISION:
        _decide(concern, to_refer, step.entry, by)
    _finished_or_not(concern)
    _tell_of(step, by)
    trail.changed(
        by=by, action=f"concern.{step.kind}", family_id=concern.family_id, subject=f"concern {concern.pk}",
        detail={"entry": step.entry_id},
    )  # fmt: skip


def _decide(concern: Concern, to_refer: bool, entry: Entry, by: User) -> None:
    """The latest decision says whether to refer; the first one stops the clock."""
    first = concern.decided_at is None
    concern.decided_by, concern.decided_at, concern.to_refer = by, timezone.now(), to_refer
    concern.save(update_fields=["decided_by", "decided_at", "to_refer"])
    if first and concern.family:
        facts.record(
            name=rules.DECIDED, family=concern.family, by=by, happened_at=concern.decided_at, entry=entry,
            data={"concern": str(concern.pk)},
        )  # fmt: skip


def _finished_or_not(concern: Concern) -> None:
    made = list(concern.steps.filter(at__isnull=False).values_list("kind", flat=True))
    state = rules.state_of(
        decided=concern.decided_at is not None, limit=None, now=timezone.now(), to_refer=concern.to_refer,
        referred=made.count(Kind.REFERRAL), answered=made.count(Kind.ANSWER),
    )  # fmt: skip
    concern.finished_at = timezone.now() if state == "finished" else None
    concern.save(update_fields=["finished_at"])


SAYS: dict[str, str] = {
    Kind.DECISION: "A manager decided on your concern",
    Kind.REFERRAL: "A referral was sent",
    Kind.ANSWER: "There is an answer to a referral",
}


def _tell_of(step: Step, by: User) -> None:
    """Whoever raised it, decided on it, referred it, and leads the work with the family."""
    concern = step.concern
    lead = Involvement.objects.filter(
        family=concern.family_id, role=Involvement.Role.LEAD_PRACTITIONER, to_date=None, user__isnull=False
    ).select_related("user")
    people: list[Any] = [concern.raised_by, concern.decided_by, *(one.user for one in lead if concern.family_id)]
    if step.answers:
        people.append(step.answers.entry.author)
    about = f", {concern.family.name}" if concern.family else ""
    tell(
        to=[one for one in people if one], kind="decision", urgent=step.kind == Kind.ANSWER, by=by,
        family=concern.family, title=f"{SAYS[step.kind]}{about}: {step.words}",
        href=reverse("concern", args=[concern.pk]),
    )  # fmt: skip
