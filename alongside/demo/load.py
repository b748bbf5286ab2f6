"""Loading the demo: every family's way, told in the order of time, so that the trail reads as it would have."""

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import partial
from random import Random
from unittest import mock

from django.db import connection, transaction

from alongside.conferences.tasks import mail_letter
from alongside.contributions.tasks import mail_request
from alongside.demo import beginnings, chapters
from alongside.demo.clock import at
from alongside.demo.format import Asked, Concern, Elsewhere, FamilyStory
from alongside.demo.households import Households
from alongside.demo.library import elsewhere, families
from alongside.demo.path import Days, Event, births, london, way
from alongside.demo.staff import Staff, make_staff
from alongside.demo.telling import Telling
from alongside.demo.writing import allocation, assessments, concerns, conferences, gatherings, starting, supervision
from alongside.demo.writing.calendar import plan_visits
from alongside.demo.writing.front_door import at_the_front_door
from alongside.demo.writing.records import begin
from alongside.demo.writing.services import take_in_services
from alongside.finding.actions import rebuild as rebuild_search
from alongside.frontdoor.tasks import mail_received
from alongside.journey.due import recompute
from alongside.meetings.tasks import mail_invitation, mail_minutes
from alongside.notices.actions import read_by_now
from alongside.packs.queries import current_pack
from alongside.story import actions as story
from alongside.story.tasks import file_copy
from alongside.working_time import LONDON

NEWS = 2  # days for which a notice of the demo stays unread
STAFF_BEGAN = timedelta(weeks=88)
# The directory came in when the staff began, and again lately, with what is new in it.
SERVICES_CAME = (STAFF_BEGAN - timedelta(days=3), timedelta(days=12))


@dataclass(frozen=True, order=True)
class Deed:
    """Something to do at a moment; the key keeps the order the same every time."""

    moment: datetime
    key: str
    do: Callable[[], None] = field(compare=False)


class Demo:
    """Alderbridge while it is being told."""

    def __init__(self, today: date, stories: dict[str, FamilyStory]) -> None:
        self.today, self.stories = today, stories
        self.calendar = current_pack().working_calendar()
        with at(datetime.combine(today - STAFF_BEGAN, time(9), LONDON)):
            self.staff: Staff = make_staff()
        self.households = Households(today, Random(f"people {today}"))
        self.often: Counter[str] = Counter()
        self.tellings: dict[str, Telling] = {}

    def deeds(self) -> list[Deed]:
        """Return everything that anybody does, in the order of time."""
        found = [deed for key in self.stories for deed in self._of_family(key)]
        found += [*self._directory(), *self._elsewhere(), *self._gatherings(), *self._allocation(), *self._ahead()]
        return sorted(found)

    def _of_family(self, key: str) -> Iterator[Deed]:
        told, days = self.stories[key], self._days(key)
        events = way(told.path, days, told.records)
        begun = events[0].written
        yield Deed(begun, key, partial(self._begin, key, events[0]))
        events += [
            Event(on, max(days.written(on, 2), begun), "birth", detail={"who": who})
            for who, on in births(told.people, self.today, london(begun))
        ]
        events += starting.events(told, days)
        for event in [*events[1:], *self._emergencies(told, days), *self._papers(told, days)]:
            yield Deed(event.written, key, partial(self._go_on, key, event))
        for one in told.concerns:
            for moment, step in concerns.steps(one, self.today, self.calendar):
                yield Deed(moment, key, partial(self._concern, key, one, step))
        if told.assessment:
            for moment, step, asked in assessments.steps(told.assessment, self.today, self.calendar):
                yield Deed(moment, key, partial(self._assess, key, step, asked))

    def _begin(self, key: str, event: Event) -> None:
        self.tellings[key] = beginnings.begin_family(
            key,
            self.stories[key],
            event,
            staff=self.staff,
            households=self.households,
            often=self.often,
            today=self.today,
        )

    def _go_on(self, key: str, event: Event) -> None:
        chapters.tell(self.tellings[key], event)

    def _concern(self, key: str, one: Concern, step: str) -> None:
        concerns.write(self.tellings[key], one, step)

    def _assess(self, key: str, step: str, asked: Asked | None) -> None:
        told = self.stories[key].assessment
        if told:
            assessments.write(self.tellings[key], told, step, asked)

    def _papers(self, told: FamilyStory, days: Days) -> Iterator[Event]:
        for paper in told.papers:
            on = days.near(self.today - timedelta(days=paper.days_ago))
            yield Event(on, days.written(on), "paper", detail={"paper": paper})

    def _emergencies(self, told: FamilyStory, days: Days) -> Iterator[Event]:
        for one in told.opened_in_emergency:
            on = self.today - timedelta(days=one.days_ago)
            evening = datetime.combine(on, time(18, 47), LONDON)
            yield Event(on, evening, "emergency", detail={"by": one.by, "reason": one.reason})
            if one.seen_note:
                morning = datetime.combine(self.calendar.add_working_days(on, 1), time(9, 12), LONDON)
                yield Event(on, morning, "emergency-seen", detail={"note": one.seen_note})

    def _allocation(self) -> Iterator[Deed]:
        """The weekly meetings of a team, of which the first was held: one family was given to a worker, one waits."""
        waiting = {key for key, told in self.stories.items() if told.start}
        for moment, do in allocation.steps(self.tellings, self.staff, self.today, self.calendar) if waiting else ():
            yield Deed(moment, "~allocation", do)

    def _directory(self) -> Iterator[Deed]:
        """The directory of services, brought in from its feed."""
        for time_ago in SERVICES_CAME:
            moment = datetime.combine(self.today - time_ago, time(8, 30), LONDON)
            yield Deed(moment, "~directory", partial(take_in_services, self.staff.people["sanjay"]))

    def _gatherings(self) -> Iterator[Deed]:
        """Meetings of families and groups, conferences, and contacts with the front door."""
        for moment, key, do in (*gatherings.deeds(self), *conferences.deeds(self), *at_the_front_door(self)):
            yield Deed(moment, key, do)

    def _ahead(self) -> Iterator[Deed]:
        """What was agreed in the last days for the week to come: talks with workers, and visits."""
        for days_ago, clock, do in ((2, time(16, 20), self._agree_on_talks), (1, time(18), self._plan_visits)):
            yield Deed(datetime.combine(self.today - timedelta(days=days_ago), clock, LONDON), "~ahead", do)

    def _agree_on_talks(self) -> None:
        supervision.agree(self.tellings, self.staff, self.today, self.calendar)

    def _plan_visits(self) -> None:
        plan_visits(self.tellings.values(), self.staff, self.today, self.calendar)

    def _elsewhere(self) -> Iterator[Deed]:
        """Records about a place, a group, or a family that is not named."""
        for number, one in enumerate(elsewhere()):
            days = self._days(f"elsewhere {number}")
            on = days.near(self.today - timedelta(days=one.days_ago))
            yield Deed(days.written(on), f"elsewhere {number}", partial(self._write_elsewhere, one, on))

    def _write_elsewhere(self, one: Elsewhere, on: date) -> None:
        by = self.staff.people[one.by]
        team = by.posts.select_related("team").get().team
        entry = begin(
            form=one.form,
            by=by,
            team=team,
            on=on,
            answers=dict(one.answers),
            about=one.about,
            about_words=one.about_words,
        )
        if one.final:
            story.finalise(entry=entry, by=by)

    def _days(self, key: str) -> Days:
        return Days(self.calendar, self.today, Random(f"{key} {self.today}"))


@transaction.atomic
def load(today: date, only: list[str] | None = None) -> Demo:
    """Invent Alderbridge: its staff and families, and what was written about them up to the day before `today`.

    The same day gives the same demo.
    """
    demo = Demo(today, {key: told for key, told in families().items() if not only or key in only})
    with _done_at_once():
        for deed in demo.deeds():
            with at(deed.moment):
                deed.do()
    read_by_now(before=datetime.combine(today - timedelta(days=NEWS), time(0), LONDON))
    rebuild_search()
    for telling in demo.tellings.values():
        recompute(telling.family.pk, now=datetime.combine(today, time(9), LONDON))
    return demo


@contextmanager
def _done_at_once() -> Iterator[None]:
    """Reckon what is due, and write what can be found, once at the end, and file copies now rather than by the worker.

    All of it is one transaction, so there is nothing to go back to half-way and no savepoint is needed.
    """
    with (
        mock.patch.object(connection.features, "uses_savepoints", False),
        mock.patch("alongside.journey.listeners.due.recompute"),
        mock.patch("alongside.finding.listeners.actions"),
        mock.patch.object(file_copy, "defer", file_copy),
        # Nobody outside of a story has a mailbox.
        mock.patch.object(mail_invitation, "defer"),
        mock.patch.object(mail_minutes, "defer"),
        mock.patch.object(mail_received, "defer"),
        mock.patch.object(mail_letter, "defer"),
        mock.patch.object(mail_request, "defer"),
        # Nobody is mailed about what is invented.
        mock.patch("alongside.notices.actions.mail_notice"),
        mock.patch("alongside.safeguarding.tasks.see_whether_read"),
    ):
        yield
