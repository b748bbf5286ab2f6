"""Conferences of the demo: one that was held and followed up, and one that comes, with a report that is late."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from functools import cache, partial
from typing import Any

from pydantic import Field

from alongside.access.links import make_link
from alongside.conferences import actions
from alongside.conferences.models import Conference, Report
from alongside.conferences.queries.packs import record_terms, terms
from alongside.contributions import actions as contributions
from alongside.contributions.mails import CONTRIBUTE
from alongside.contributions.models import Contribution
from alongside.demo.format import Record, Step, Told
from alongside.demo.library import read_story
from alongside.demo.telling import Telling
from alongside.demo.writing import actions as agreed
from alongside.demo.writing import further, records, rooms
from alongside.demo.writing.gatherings import Alderbridge, Doing
from alongside.demo.writing.rooms import Holding, RoomTold
from alongside.design.forms.whom import guest_from
from alongside.meetings import actions as meetings
from alongside.meetings.forms import clock_time
from alongside.meetings.models import Invitation
from alongside.packs.queries import current_pack
from alongside.room.models import Room
from alongside.room.rules.state import RISK
from alongside.story import actions as story
from alongside.story.fields.days import typed_from
from alongside.story.models import Answer, Entry
from alongside.working_time import LONDON

CHAIR, WRITER = "imogen", "tobias"
LINK_LASTS = timedelta(days=40)


class ReportTold(Told):
    """A report of a conference: of the family's worker, or of an agency; what it says when it came."""

    worker: bool = False
    agency: str = ""
    name: str = ""
    came: int | None = None
    due_over: bool = False
    answers: dict[str, str | list[str]] = Field(default_factory=dict)


class ConferenceTold(Told):
    """A conference, its days counted from the day the demo is loaded."""

    family: str
    kind: str
    days: int
    arranged: int
    starts: str
    place: str
    what_helps: str
    guests: list[str]
    without: list[str] = Field(default_factory=list)
    coming: list[str] = Field(default_factory=list)
    apart: list[dict[str, str]] = Field(default_factory=list)
    reports: list[ReportTold]
    pre_meeting: dict[str, str | list[str]] = Field(default_factory=dict)
    record: dict[str, str | list[str]] = Field(default_factory=dict)
    decisions: dict[str, str] = Field(default_factory=dict)
    categories: dict[str, str] = Field(default_factory=dict)
    statements: dict[str, list[str]] = Field(default_factory=dict)
    safety: dict[str, int] = Field(default_factory=dict)
    plan: dict[str, str | list[str]] = Field(default_factory=dict)
    goals: list[str] = Field(default_factory=list)
    steps: list[Step] = Field(default_factory=list)
    core_group: int = 0
    review: int = 0
    sent: int = 0
    feedback: list[dict[str, str]] = Field(default_factory=list)
    room: RoomTold | None = None


@cache
def conferences() -> list[ConferenceTold]:
    """Return the conferences of the demo."""
    return [ConferenceTold.model_validate(one) for one in read_story("conferences.yaml")["conferences"]]


def deeds(demo: Alderbridge) -> Iterator[Doing]:
    """Yield what is done about conferences, each with its moment, for the families that the demo tells of."""
    for told in conferences():
        if told.family in demo.stories:
            yield from _Conference(demo, told).deeds()


class _Conference:
    """One conference while it is told."""

    def __init__(self, demo: Alderbridge, told: ConferenceTold) -> None:
        self.demo, self.told, self.made = demo, told, {}
        self.asked: dict[str, Invitation] = {}

    made: dict[str, Conference]
    room: Room | None = None

    @property
    def telling(self) -> Telling:
        return self.demo.tellings[self.told.family]

    def deeds(self) -> Iterator[Doing]:
        told, key = self.told, f"{self.told.family} conference"
        yield self._at(told.arranged, time(9, 40)), f"{key} a", self._arrange
        for report in told.reports:
            if report.came is not None:
                yield self._at(report.came, time(15, 10)), f"{key} b {report.agency}", partial(self._send, report)
        if told.days < 0:
            yield self._at(told.days, time(16, 30)), f"{key} c", self._hold
            yield self._at(told.days + 1, time(11)), f"{key} d", self._plan
            yield self._at(told.sent, time(10, 15)), f"{key} e", self._tell
            yield self._at(told.sent + 4, time(12)), f"{key} f", self._hear

    def _at(self, days: int, clock: time) -> datetime:
        return datetime.combine(self._day(days), clock, LONDON)

    def _day(self, days: int) -> date:
        day, calendar = self.demo.today + timedelta(days=days), self.demo.calendar
        return calendar.previous_working_day(day) if days < 0 else calendar.next_working_day(day)

    def _arrange(self) -> None:
        told, telling, staff = self.told, self.telling, self.demo.staff.people
        by, starts = telling.lead, datetime.combine(self._day(told.days), clock_time(told.starts) or time(10), LONDON)
        children = [telling.people[key] for key, one in telling.story.people.items() if one.role == "child"]
        made = actions.arrange(
            family=telling.family, kind=told.kind, starts_at=starts, ends_at=starts + timedelta(hours=2),
            chair=staff[CHAIR], minute_taker=staff[WRITER], children=children, place=told.place, by=by,
            what_helps=told.what_helps,
        )  # fmt: skip
        self.made["conference"] = made
        self._invite(made)
        for report in told.reports:
            actions.ask_report(
                conference=made, by=by, worker=report.worker, user=by if report.worker else None,
                name=report.name, agency=report.agency, email=self._email(report.name),
            )  # fmt: skip
            if report.due_over:
                Report.objects.filter(conference=made, agency=report.agency).update(due=self._day(-2))

    def _email(self, name: str) -> str:
        return next((one.email for one in map(guest_from, self.told.guests) if name and one.name == name), "")

    def _invite(self, made: Conference) -> None:
        told, telling, by = self.told, self.telling, self.telling.lead
        for key, person in telling.people.items():
            if key not in told.without:
                self.asked[key] = meetings.invite(meeting=made.meeting, person=person, by=by)
                meetings.given_by_hand(invitation=self.asked[key], by=by)
        self.asked["lead"] = meetings.invite(meeting=made.meeting, user=by, by=by)
        for line in told.guests:
            guest = guest_from(line)
            one = meetings.invite(meeting=made.meeting, name=guest.name, agency=guest.agency, email=guest.email, by=by)
            if not meetings.send(invitation=one, by=by):
                meetings.given_by_hand(invitation=one, by=by)
            self.asked[", ".join(part for part in (guest.name, guest.agency) if part)] = one
        for who in told.coming:
            meetings.answer(invitation=self.asked[who], reply="coming", by=by)
        for pair in told.apart:
            one, other = self.asked[pair["one"]], self.asked[pair["other"]]
            actions.keep_apart(
                conference=made, one=one, other=other, how=pair["how"], words=telling.own(pair["words"]), by=by
            )

    def _send(self, report: ReportTold) -> None:
        """The report comes: written by the worker within the product, by an agency behind its link."""
        telling = self.telling
        form = terms().report if report.worker else terms().agency_report
        waiting = Contribution.objects.filter(
            for_kind="meeting", for_id=self.made["conference"].meeting_id, form_id=form
        )
        found = waiting.select_related("family__team", "asked_by", "pack_version", "user").get(
            **{} if report.worker else {"agency": report.agency}
        )
        given: dict[str, Any] = further.answers(
            telling, Record(form=form, after=0, answers=report.answers), self._day(report.came or 0), "fair"
        )
        if report.worker:
            entry = contributions.begin(contribution=found, by=telling.lead)
            given |= {"which-conference": [self.told.kind], "shared-on": typed_from(self._day(report.came or 0))}
            records.answer(entry, given, by=telling.lead)
            story.finalise(entry=Entry.objects.get(pk=entry.pk), by=telling.lead)
            return
        link, _ = make_link(
            purpose=CONTRIBUTE, about=str(found.pk), to_name=found.said_by, to_email=found.email, lasts=LINK_LASTS,
            by=telling.lead, family_id=telling.family.pk,
        )  # fmt: skip
        for key, value in given.items():
            if value:
                contributions.save_typed(contribution=found, key=key, value=value, revision=0, by=link)
        contributions.receive(contribution=found, by=link)

    def _hold(self) -> None:
        """The chair meets the family, then the conference is held, and its record written from it."""
        telling, chair, on = self.telling, self.demo.staff.people[CHAIR], self._day(self.told.days)
        given = further.answers(
            telling, Record(form=terms().pre_meeting, after=0, answers=self.told.pre_meeting), on, "fair"
        )
        given["explained"] = {
            id: {"done": True, "note": ""} for id in ("process-explained", "reports-shared", "reports-explained")
        }
        self._write(terms().pre_meeting, given, on)
        said = record_terms(current_pack())
        meeting = self.made["conference"].meeting
        if said is None:
            return
        entry = self._in_the_room() or meetings.begin(meeting=meeting, form_id=said.form, by=chair)
        came = Answer.objects.get(entry=entry, key="attendance").value
        everybody = [one | {"came": one["came"] or "in-person"} for one in came["guests"]]
        given = further.answers(telling, Record(form=said.form, after=0, answers=self.told.record), on, "fair")
        given |= self._decided(said) | {"attendance": given["attendance"] | {"guests": everybody}}
        self._answer(entry, given)
        story.finalise(entry=Entry.objects.get(pk=entry.pk), by=chair)
        meeting.refresh_from_db()

    def _in_the_room(self) -> Entry | None:
        """What happened in the live room, from which the record is filled; None where nothing is told of one."""
        told, staff = self.told, self.demo.staff.people
        if told.room is None:
            return None
        meeting = self.made["conference"].meeting
        holding = Holding(self.telling, meeting, told.room, chair=staff[CHAIR], writer=staff[WRITER])
        holding.sit(self.asked)
        for column, words in told.statements.items():
            for one in words:
                holding.agree_on(column, one)
        holding.agree_on(RISK, self.telling.own(str(told.record["statement-of-risk"])))
        holding.place()
        holding.decide(told.decisions, told.categories, told.record)
        entry = holding.close()
        self.room = holding.room
        return entry

    def _answer(self, entry: Entry, given: dict[str, Any]) -> None:
        """Answer what the room has not filled, and who came."""
        kept = Answer.objects.filter(entry=entry).exclude(key="attendance")
        Answer.objects.filter(entry=entry, key="attendance").delete()
        filled = set(kept.values_list("key", flat=True)) if self.room else set()
        if not self.room:
            kept.delete()
        records.answer(
            entry, {key: value for key, value in given.items() if key not in filled}, by=self.demo.staff.people[CHAIR]
        )

    def _decided(self, said: Any) -> dict[str, Any]:
        told, telling = self.told, self.telling
        staff = self.demo.staff.people
        given: dict[str, Any] = {
            said.kind: [told.kind],
            said.chair: f"{staff[CHAIR].name} chaired, {staff[WRITER].name} wrote",
            said.safety: [
                telling.named(telling.people[who]) | {"value": number, "words": ""}
                for who, number in told.safety.items()
            ],
            said.next_time: typed_from(self._day(told.review)),
        }
        given |= {f"{said.decision}@{telling.people[who].pk}": [one] for who, one in told.decisions.items()}
        given |= {f"{said.categories}@{telling.people[who].pk}": [one] for who, one in told.categories.items()}
        for column, words in told.statements.items():
            given[column] = [telling.statement(column, one) for one in words]
        return given

    def _plan(self) -> None:
        """The plan is finished on the morning after."""
        told, telling, on = self.told, self.telling, self._day(self.told.days + 1)
        room = current_pack().room
        if room is None:
            return
        plan = room.plan
        given = further.answers(telling, Record(form=plan.form, after=0, answers=told.plan), on, "fair")
        given |= {
            plan.goals: [telling.statement("needs-to-happen", words) for words in told.goals],
            plan.actions: agreed.rows(telling, told.steps, on),
            plan.next_core_group: typed_from(self._day(told.core_group)),
            plan.next_time: typed_from(self._day(told.review)),
        }
        if begun := rooms.plan_of(self.room):
            self._answer(begun, given)
            story.finalise(entry=begun, by=self.demo.staff.people[CHAIR])
            return
        self._write(plan.form, given, on)

    def _write(self, form: str, given: dict[str, Any], on: date) -> None:
        by, family = self.demo.staff.people[CHAIR], self.telling.family
        records.write(form=form, by=by, team=family.team, on=on, answers=given, family=family)

    def _tell(self) -> None:
        """What was decided goes to each as the safe rule has it; who is told in person, is."""
        made, chair = self.made["conference"], self.demo.staff.people[CHAIR]
        letters = actions.letters_for(conference=made, by=chair)
        _, left = actions.send_letters(conference=made, reads={one.pk: one.reads for one in letters}, by=chair)
        for letter in left:
            actions.letter_given(letter=letter, by=chair)

    def _hear(self) -> None:
        """Sheets of paper come back, and are typed up."""
        for given in self.told.feedback:
            answers = {key: self.telling.own(words) for key, words in given.items()}
            actions.type_feedback(
                conference=self.made["conference"], answers=answers, by=self.demo.staff.people[WRITER]
            )
