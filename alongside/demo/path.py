"""A family's way laid out in days: what is written when. Pure: from the story's path, a date and a seed."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from random import Random
from typing import Any

from alongside.demo.format import Path, Record, Somebody
from alongside.working_time import LONDON, WorkingCalendar

FIRST_LOOK = 3  # days from opening to a manager's first look
OVERSIGHT_EVERY = 49
ASSESSED_AFTER = 22
MOODS = {"better": (0.3, 0.65), "mixed": (0.3, 2.0), "worse": (-1.0, 0.35)}


# What went wrong the first time does not happen again when a family comes back.
AS_IF_NEW = {"ended": 0, "plan_late": None, "review_late": None, "visit_late": None, "written_late": None}


@dataclass(frozen=True)
class Event:
    """Something that somebody writes: the day it happened, the moment it is written, what it is, and how it went."""

    on: date
    written: datetime
    kind: str
    mood: str = "fair"
    detail: dict[str, Any] = field(default_factory=dict)


class Days:
    """Working days and hours, drawn by a seeded lot."""

    def __init__(self, calendar: WorkingCalendar, today: date, rng: Random) -> None:
        self.calendar, self.today, self.rng = calendar, today, rng
        self.last = calendar.previous_working_day(today - timedelta(days=1))

    def near(self, day: date, earliest: date | None = None) -> date:
        """Return this day, or the last worked one before it; not before `earliest`, and not after yesterday."""
        found = min(self.calendar.previous_working_day(day), self.last)
        return self.calendar.next_working_day(earliest) if earliest and found < earliest else found

    def written(self, day: date, days_later: int = 0) -> datetime:
        """Return a moment in office hours on that day, or so many working days later, but not after yesterday."""
        on = self.calendar.add_working_days(day, days_later) if days_later else self.near(day)
        hour, minute = self.rng.randrange(9, 17), self.rng.randrange(60)
        return datetime.combine(min(on, self.last), time(hour, minute), LONDON)


def way(path: Path, days: Days, records: Sequence[Record] = ()) -> list[Event]:
    """Return everything that is written about a family, in order."""
    begun = days.near(days.today - timedelta(weeks=path.weeks))
    first = Event(begun, days.written(begun), "conversation", detail={"final": path.goes != "draft"})
    events = [first]
    if path.goes == "decided":
        events.append(_decision(days, first, path.level))
    elif path.goes not in ("draft", "talked"):
        events += _round(path, days, first, path.goes, records)
    if path.again:
        again = days.near(days.today - timedelta(weeks=path.again))
        talked = Event(again, days.written(again), "conversation", detail={"final": True, "again": True})
        events += [talked, *_round(path.model_copy(update=AS_IF_NEW), days, talked, path.again_goes, again=True)]
    events += _loose_ends(path, days, begun)
    return sorted(events, key=lambda event: event.written)


def _loose_ends(path: Path, days: Days, begun: date) -> Iterator[Event]:
    """Drafts to go on with, and records that were put right."""
    for number, form in enumerate(path.drafts):
        on = days.near(days.today - timedelta(days=1 + number))
        yield Event(on, days.written(on) + timedelta(minutes=61), "draft", detail={"form": form})
    for number, (amended, question) in enumerate(path.amended.items()):
        on = days.near(days.today - timedelta(days=6 + 9 * number), earliest=begun)
        yield Event(on, days.written(on), "amend", detail={"form": amended, "question": question})


def births(people: Mapping[str, Somebody], today: date, begun: date) -> Iterator[tuple[str, date]]:
    """Yield who was born while the family was known, and on which day."""
    for name, told in people.items():
        if told.born_weeks_ago is not None and (born := today - timedelta(weeks=told.born_weeks_ago)) > begun:
            yield name, born


def _decision(days: Days, talked: Event, level: str, **detail: Any) -> Event:
    on = days.calendar.add_working_days(london(talked.written), days.rng.randrange(1, 4))
    on = min(on, days.last)
    written = max(days.written(on), talked.written + timedelta(minutes=40))
    return Event(on, written, "decision", detail={"level": level, **detail})


def london(moment: datetime) -> date:
    return moment.astimezone(LONDON).date()


def _round(
    path: Path, days: Days, talked: Event, goes: str, records: Sequence[Record] = (), again: bool = False
) -> Iterator[Event]:
    """Yield one time of open support, from the decision to the ending or to today."""
    decision = _decision(days, talked, path.level, again=again)
    yield decision
    opened = decision.on
    end = _end(path, days, goes)
    spell = _Spell(path, days, opened, end, after=decision.written, again=again)
    yield from spell.first_steps()
    if goes != "opened":
        yield from spell.plan_and_reviews(reviews=goes not in ("planned",))
    yield from spell.visits()
    yield from spell.oversight()
    yield from spell.chatter()
    yield from spell.turns()
    yield from spell.further(records)
    if goes in ("waiting", "returned", "closed"):
        yield from spell.ending(goes)


def _end(path: Path, days: Days, goes: str) -> date:
    if goes == "closed":
        return days.near(days.today - timedelta(weeks=path.ended))
    return days.near(days.last - timedelta(days=4)) if goes in ("waiting", "returned") else days.last


@dataclass
class _Spell:
    """Support from the day it opened to the day it ended, or to yesterday."""

    path: Path
    days: Days
    opened: date
    end: date
    after: datetime
    again: bool

    def mood(self, on: date) -> str:
        """How things are at this point of the way, by the course the family took."""
        gone = (on - self.opened).days / max((self.end - self.opened).days, 1)
        low, high = MOODS[self.path.course]
        if self.path.course == "worse":
            return "fair" if gone < high else "hard"
        return "hard" if gone < low else "fair" if gone < high else "good"

    def event(self, on: date, kind: str, days_later: int = 0, **detail: Any) -> Event:
        written = max(
            self.days.written(on, days_later), self.after + timedelta(minutes=self.days.rng.randrange(20, 90))
        )
        return Event(on, written, kind, self.mood(on), detail)

    def first_steps(self) -> Iterator[Event]:
        called = self.days.calendar.add_working_days(self.opened, 2)
        if called <= self.days.last:
            yield self.event(called, "call", first=True, who="family")
        assessed = self.days.near(self.opened + timedelta(days=ASSESSED_AFTER))
        if self.path.level == "level-3" and self.opened < assessed < self.end:
            yield self.event(assessed, "assessment", days_later=1)

    def plan_and_reviews(self, reviews: bool) -> Iterator[Event]:
        path, rng = self.path, self.days.rng
        late = path.plan_late
        planned = self.days.near(
            self.opened + timedelta(days=late.days if late else path.plan_after - rng.randrange(6))
        )
        yield self.event(planned, "plan", days_later=rng.randrange(2), again=self.again)
        if late:
            yield self.event(planned, "why-late", days_later=2, standard="plan-agreed", why=late.why)
        number, on = 1, planned
        while reviews:
            slow = path.review_late if path.review_late and path.review_late.which == number else None
            on = self.days.near(on + timedelta(days=path.review_every + (slow.days if slow else -rng.randrange(5))))
            if on >= min(self.end, self.days.last - timedelta(days=2)) or (path.review_missing and number > 1):
                return
            yield self.event(on, "review", days_later=rng.randrange(2), number=number)
            if slow and slow.why:
                yield self.event(on, "why-late", days_later=2, standard="review-held", why=slow.why)
            shared = self.days.calendar.add_working_days(on, 4)
            if self._at_level_3(on) and shared < self.end:
                yield self.event(shared, "share")
            number += 1

    def visits(self) -> Iterator[Event]:
        late = self.path.visit_late
        for number, on in enumerate(self._visit_days(), start=1):
            yield from self._visit(on, number)
            if late and late.why and number == late.which + 1:
                yield self.event(on, "why-late", days_later=1, standard="family-seen", why=late.why)

    def _visit_days(self) -> list[date]:
        """Every fortnight or less, every week at level 3; later where the story says so, and not after its end."""
        path, days = self.path, self.days
        stop = days.near(days.today - timedelta(days=path.last_seen)) if path.last_seen else self.end
        found, on = [], days.near(self.opened + timedelta(days=6), earliest=self.opened)
        while on < stop:
            found.append(on)
            every = 6 if self._at_level_3(on) else path.visits_every - days.rng.randrange(2)
            longer = path.visit_late.days if path.visit_late and path.visit_late.which == len(found) else 0
            on = days.near(on + timedelta(days=every + longer), earliest=on + timedelta(days=3))
        return [*found, stop] if path.last_seen else found

    def _visit(self, on: date, number: int) -> Iterator[Event]:
        slow = self.path.written_late if self.path.written_late and self.path.written_late.which == number else None
        later = slow.days if slow else self.days.rng.choice((0, 0, 1, 1, 2))
        yield self.event(on, "visit", days_later=later, number=number, why_late=slow.why if slow else "")
        if slow:
            yield self.event(on, "why-late", days_later=later + 1, standard="visit-recorded", why=slow.why)

    def _at_level_3(self, on: date) -> bool:
        after = self.path.level_3_after
        return self.path.level == "level-3" or bool(after and on >= self.opened + timedelta(days=after))

    def oversight(self) -> Iterator[Event]:
        on = self.days.calendar.add_working_days(self.opened, FIRST_LOOK)
        occasion = "new-case"
        missing_from = self.days.today - timedelta(days=58 if self.path.oversight_missing else 0)
        while on < min(self.end, missing_from):
            yield self.event(on, "oversight", occasion=occasion)
            on = self.days.near(on + timedelta(days=OVERSIGHT_EVERY + self.days.rng.randrange(5)))
            occasion = "regular"

    def chatter(self) -> Iterator[Event]:
        """Calls, messages and notes between visits, so many a week."""
        rng = self.days.rng
        weeks = (self.end - self.opened).days / 7
        for place in range(round(weeks * self.path.chatter)):
            day = self.opened + timedelta(days=int((place + rng.random()) * 7 / self.path.chatter))
            on = self.days.near(day, earliest=self.days.calendar.add_working_days(self.opened, 3))
            if on < self.end:
                kinds, shares = ("call", "text", "email", "note", "meeting"), (34, 26, 16, 14, 10)
                yield self.event(on, "chatter", days_later=rng.randrange(2), of=rng.choices(kinds, shares)[0])

    def turns(self) -> Iterator[Event]:
        """A move to level 3, and a new lead practitioner."""
        if self.path.level_3_after and not self.again:
            on = self.days.near(self.opened + timedelta(days=self.path.level_3_after))
            yield self.event(on, "decision", level="level-3")
            assessed = self.days.calendar.add_working_days(on, 9)
            if assessed < self.days.last:
                yield self.event(assessed, "assessment", days_later=1)
                yield self.event(self.days.calendar.add_working_days(on, 12), "plan", again=True, level="level-3")
        if self.path.new_lead_after and not self.again:
            yield self.event(self.days.near(self.opened + timedelta(days=self.path.new_lead_after)), "new-lead")

    def further(self, records: Sequence[Record]) -> Iterator[Event]:
        """The family's own further records."""
        for record in records:
            on = self.days.near(self.opened + timedelta(days=record.after), earliest=self.opened)
            if on < self.end:
                yield self.event(on, "record", record=record)

    def ending(self, goes: str) -> Iterator[Event]:
        yield self.event(self.days.near(self.end - timedelta(days=6)), "oversight", occasion="ending")
        yield self.event(self.end, "closure", signed=goes == "closed", returned=goes == "returned")
