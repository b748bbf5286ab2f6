"""A detailed assessment while it is written: by two workers, with what others were asked for and what they sent."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Any

from alongside.access.links import make_link
from alongside.contributions import actions as contributions
from alongside.contributions.mails import CONTRIBUTE
from alongside.contributions.models import Contribution
from alongside.demo.format import Asked, Assessment
from alongside.demo.telling import Telling
from alongside.demo.writing.records import answer, begin
from alongside.story.models import Entry
from alongside.working_time import LONDON, WorkingCalendar

LINK_LASTS = timedelta(days=40)
Step = tuple[datetime, str, Asked | None]


def steps(told: Assessment, today: date, calendar: WorkingCalendar) -> Iterator[Step]:
    """Yield when it was begun, when each contribution came, and when a second worker wrote in it."""
    begun = calendar.previous_working_day(today - timedelta(days=told.days_ago))
    yield datetime.combine(begun, time(14, 5), LONDON), "begun", None
    for one in told.asked:
        if one.sent_days_ago is not None:
            day = calendar.previous_working_day(today - timedelta(days=one.sent_days_ago))
            yield datetime.combine(day, time(18, 40), LONDON), "sent", one
    if told.with_them:
        day = calendar.previous_working_day(today - timedelta(days=2))
        yield datetime.combine(day, time(16, 15), LONDON), "together", None


def write(telling: Telling, told: Assessment, step: str, asked: Asked | None) -> None:
    """Write one step down. The clock must stand at its moment."""
    if step == "begun":
        _begin(telling, told)
    elif step == "sent" and asked:
        _send(telling, asked)
    else:
        entry = _entry(telling, told)
        by = telling.staff.people[told.with_them]
        answer(Entry.objects.get(pk=entry.pk), _named(telling, told.their_answers), by=by)


def _begin(telling: Telling, told: Assessment) -> None:
    answers = _named(telling, told.answers)
    entry = begin(
        form=told.form, by=telling.lead, team=telling.family.team, on=None, answers=answers, family=telling.family
    )
    for one in told.asked:
        contributions.ask(
            family=telling.family, for_kind="entry", for_id=entry.pk, form_id=told.asks_with, by=telling.lead,
            name=one.name, agency=one.agency, email=one.email, asks=telling.own(one.asks),
        )  # fmt: skip


def _send(telling: Telling, asked: Asked) -> None:
    found = Contribution.objects.select_related("family__team", "asked_by", "pack_version").get(
        family=telling.family, name=asked.name
    )
    link, _ = make_link(
        purpose=CONTRIBUTE, about=str(found.pk), to_name=found.said_by, to_email=found.email, lasts=LINK_LASTS,
        by=telling.lead, family_id=telling.family.pk,
    )  # fmt: skip
    for key, value in _named(telling, asked.answers).items():
        contributions.save_typed(contribution=found, key=key, value=value, revision=0, by=link)
    contributions.receive(contribution=found, by=link)


def _entry(telling: Telling, told: Assessment) -> Entry:
    return Entry.objects.get(family=telling.family, form_id=told.form, status=Entry.Status.DRAFT)


def _named(telling: Telling, answers: dict[str, Any]) -> dict[str, Any]:
    """The answers with the ids of whom they are about; `health@kai` is Kai's."""
    named = {}
    for key, value in answers.items():
        field, _, who = key.partition("@")
        told = telling.own(value) if isinstance(value, str) else value
        named[f"{field}@{telling.people[who].pk}" if who else key] = told
    return named
