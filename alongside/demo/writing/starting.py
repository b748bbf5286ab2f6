"""Help that starts and has nobody who leads it yet: where the family came from, agreement, the start, a first look."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from django.core.exceptions import ObjectDoesNotExist

from alongside.demo.format import FamilyStory, Start
from alongside.demo.path import Days, Event
from alongside.demo.telling import Telling
from alongside.demo.writing import further
from alongside.demo.writing.plans import agreement
from alongside.demo.writing.records import answer, write
from alongside.journey.starting.actions import start_help
from alongside.journey.starting.oversight import begin_oversight
from alongside.journey.starting.sources import sources_of
from alongside.packs.queries import current_pack
from alongside.story import actions as story
from alongside.working_time import LONDON


def events(told: FamilyStory, days: Days) -> Iterator[Event]:
    """Yield what is written when help starts, in order, an hour after each other on the day it starts."""
    if told.start is None:
        return
    on = days.near(days.today - timedelta(days=told.start.days_ago))
    kinds = ["start-source"] if told.start.source else []
    kinds += ["start"] if told.start.without_agreement else ["start-agreed", "start"]
    morning = datetime.combine(on, time(9, 20), LONDON)
    for number, kind in enumerate(kinds):
        yield Event(on, morning + timedelta(hours=number), kind)
    if told.start.overseen:
        looked = min(days.calendar.add_working_days(on, 1), days.last)
        yield Event(looked, datetime.combine(looked, time(15, 10), LONDON), "start-overseen")


def source(telling: Telling, event: Event) -> None:
    """Write the record that says where the family comes from."""
    told = _start(telling)
    if told.source is None:
        raise ObjectDoesNotExist("this family comes from no other record")
    answers = further.answers(telling, told.source, event.on, event.mood) | {"decided-on": _typed(event.on)}
    answers.pop("actions", None)
    write(
        form=told.source.form, by=telling.lead, team=telling.family.team, on=event.on, answers=answers,
        family=telling.family,
    )  # fmt: skip


def agreed(telling: Telling, event: Event) -> None:
    """Write what the family agrees to."""
    answers = {"agreement": agreement(telling, event.on, ""), "stands": ["agrees"]}
    write(
        form="agreement-for-service", by=telling.lead, team=telling.family.team, on=event.on, answers=answers,
        family=telling.family,
    )  # fmt: skip


def start(telling: Telling, event: Event) -> None:
    """Start help; the family waits from now on."""
    told = _start(telling)
    found = sources_of(telling.family, current_pack())
    start_help(
        family=telling.family, source=found[0] if found else None, why=told.why, on=event.on, by=telling.lead,
        needs=told.needs, why_few_needs=told.few, why_without_agreement=told.without_agreement,
    )  # fmt: skip


def overseen(telling: Telling, event: Event) -> None:
    """The duty manager looks at it."""
    told, carol = _start(telling), telling.staff.people["carol"]
    entry = begin_oversight(family=telling.family, by=carol)
    rest = {"considered": told.overseen, "safe-until-allocated": told.meanwhile, "impact-on-child": told.impact}
    answer(entry, rest, by=carol)
    story.finalise(entry=entry, by=carol)


def _start(telling: Telling) -> Start:
    told = telling.story.start
    if told is None:
        raise ObjectDoesNotExist("no help starts in this story")
    return told


def _typed(day: date) -> dict[str, str]:
    return {"day": str(day.day), "month": str(day.month), "year": str(day.year)}
