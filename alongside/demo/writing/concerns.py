"""Safeguarding concerns: raised, decided on, referred, and what came of it, each by whom it belongs to."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Any

from alongside.demo.format import Concern as Told
from alongside.demo.telling import Telling
from alongside.demo.writing.records import answer
from alongside.packs.queries import current_pack
from alongside.safeguarding import actions
from alongside.safeguarding.models import Concern, Step
from alongside.story import actions as story
from alongside.story.models import Entry
from alongside.working_time import LONDON, WorkingCalendar

SOON, SENT = timedelta(minutes=95), timedelta(minutes=160)


def steps(told: Told, today: date, calendar: WorkingCalendar) -> Iterator[tuple[datetime, str]]:
    """Yield when each step of it was written; what came of a referral is heard on the working day after."""
    day = today - timedelta(days=told.days_ago)
    raised = datetime.combine(day, time.fromisoformat(told.at), LONDON)
    heard = datetime.combine(calendar.add_working_days(day, 1), time(11, 5), LONDON)
    moments = {"raised": raised, "decision": raised + SOON, "referral": raised + SENT, "answer": heard}
    for step, moment in moments.items():
        if step == "raised" or getattr(told, step):
            yield moment, step


def write(telling: Telling, told: Told, step: str) -> None:
    """Write one step down. The clock must stand at its moment."""
    by = telling.manager if step in ("decision", "answer") else telling.staff.people[told.by]
    if step == "raised":
        entry = actions.begin_concern(by=by, team=telling.family.team, family=telling.family, about="family")
        given: dict[str, Any] = {**told.answers, "whom-it-touches": _people(telling, told)}
    else:
        entry, given = _begun(telling, step, by), dict(getattr(told, step))
    if step == "referral":
        given["who-may-be-harmed"] = _people(telling, told)
    known = set(entry.answers.values_list("key", flat=True))
    own = {key: telling.own(value) if isinstance(value, str) else value for key, value in given.items()}
    answer(entry, {key: value for key, value in own.items() if key not in known}, by=by)
    story.finalise(entry=Entry.objects.get(pk=entry.pk), by=by)


def _begun(telling: Telling, step: str, by: Any) -> Entry:
    concern = Concern.objects.filter(family=telling.family).latest("pk")
    if step == "decision":
        return actions.begin_decision(concern=concern, by=by)
    if step == "answer":
        return actions.begin_answer(referral=Step.objects.get(concern=concern, kind="referral"), by=by)
    return actions.begin_referral(concern=concern, form=current_pack().form("safeguarding-referral"), by=by)


def _people(telling: Telling, told: Told) -> dict[str, Any]:
    return {"people": [telling.named(telling.people[name]) for name in told.touches], "others": ""}
