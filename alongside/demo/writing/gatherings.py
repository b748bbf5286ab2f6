"""Meetings of the demo: teams around a family, a family's own network, and groups that are asked something."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from functools import cache, partial
from typing import Any, Protocol

from pydantic import Field

from alongside.access.models import User
from alongside.demo.format import Record, Step, Told
from alongside.demo.library import read_story
from alongside.demo.staff import Staff
from alongside.demo.telling import Telling
from alongside.demo.writing import actions as agreed
from alongside.demo.writing import further, records
from alongside.design.forms.whom import guest_from
from alongside.meetings import actions, groups
from alongside.meetings.forms import clock_time
from alongside.meetings.models import Invitation, Meeting
from alongside.meetings.prefilling import came_of
from alongside.meetings.rules import asking_forms, forms_for, not_there
from alongside.packs.queries import current_pack
from alongside.people.queries import involved_with
from alongside.story import actions as story
from alongside.story.models import Answer, Entry
from alongside.working_time import LONDON, WorkingCalendar

Doing = tuple[datetime, str, Any]
MORNING, EVENING = time(9, 20), time(17, 40)


class Alderbridge(Protocol):
    """What of the demo is needed to tell its meetings."""

    today: date
    calendar: WorkingCalendar
    staff: Staff
    tellings: dict[str, Telling]
    stories: dict[str, Any]


class Gathering(Told):
    """What every meeting has; days are counted from the day the demo is loaded."""

    days: int
    arranged: int
    starts: str
    place: str
    online_at: str = ""
    purpose: str = ""
    guests: list[str] = Field(default_factory=list)


class FamilyGathering(Gathering):
    """A meeting about a family, held when it lies in the past."""

    family: str
    kind: str
    agenda: list[str] = Field(default_factory=list)
    coming: list[str] = Field(default_factory=list)
    apologies: dict[str, str] = Field(default_factory=dict)
    heard: dict[str, str] = Field(default_factory=dict)  # children who were not there, and how they were heard
    ratings: dict[str, int] = Field(default_factory=dict)
    words: dict[str, str] = Field(default_factory=dict)
    answers: dict[str, str | list[str]] = Field(default_factory=dict)
    actions: list[Step] = Field(default_factory=list)


class Request(Told):
    """What somebody asks of a group, and its answer when it has met."""

    family: str
    days: int
    question: str
    background: str
    tried: str
    familys_question: str = Field(alias="familys-question")
    answer: dict[str, str] = Field(default_factory=dict)


class Group(Gathering):
    """A group of a team."""

    team: str
    by: str
    requests: list[Request]


class Gatherings(Told):
    """All that is told of meetings."""

    families: list[FamilyGathering]
    groups: list[Group]


@cache
def gatherings() -> Gatherings:
    """Return the meetings of the demo."""
    return Gatherings.model_validate(read_story("gatherings.yaml"))


def deeds(demo: Alderbridge) -> Iterator[Doing]:
    """Yield what is done about meetings, each with its moment, for the families that the demo tells of."""
    for number, told in enumerate(gatherings().families):
        if told.family in demo.stories:
            yield from _of_family(demo, told, f"{told.family} meeting {number}")
    for number, group in enumerate(gatherings().groups):
        if all(one.family in demo.stories for one in group.requests):
            yield from _of_group(demo, group, f"group {number}")


def _of_family(demo: Alderbridge, told: FamilyGathering, key: str) -> Iterator[Doing]:
    made: dict[str, Meeting] = {}
    yield _at(demo, told.arranged, MORNING), f"{key} a", partial(_arrange, demo, told, made)
    if told.days < 0:
        yield _at(demo, told.days, EVENING), f"{key} b", partial(_hold, demo, told, made)


def _of_group(demo: Alderbridge, group: Group, key: str) -> Iterator[Doing]:
    made: dict[str, Meeting] = {}
    yield _at(demo, group.arranged, MORNING), f"{key} a", partial(_arrange_group, demo, group, made)
    for one in group.requests:
        yield _at(demo, one.days, EVENING), f"{key} b", partial(_ask, demo, one)
    if group.days < 0:
        yield _at(demo, group.days, EVENING), f"{key} c", partial(_answer, demo, group, made)


def _at(demo: Alderbridge, days: int, clock: time) -> datetime:
    return datetime.combine(_day(demo, days), clock, LONDON)


def _day(demo: Alderbridge, days: int) -> date:
    day = demo.today + timedelta(days=days)
    return demo.calendar.previous_working_day(day) if days < 0 else demo.calendar.next_working_day(day)


def _when_and_where(demo: Alderbridge, told: Gathering) -> dict[str, Any]:
    starts = datetime.combine(_day(demo, told.days), clock_time(told.starts) or MORNING, LONDON)
    where = {"place": told.place, "online_at": told.online_at, "purpose": told.purpose}
    return {"starts_at": starts, "ends_at": starts + timedelta(hours=1)} | where


def _arrange(demo: Alderbridge, told: FamilyGathering, made: dict[str, Meeting]) -> None:
    telling = demo.tellings[told.family]
    by, family = telling.lead, telling.family
    meeting = actions.arrange(kind=told.kind, family=family, by=by, **_when_and_where(demo, told))
    asked: dict[str, Invitation] = {}
    for key, person in telling.people.items():
        asked[key] = actions.invite(meeting=meeting, person=person, by=by)
        actions.given_by_hand(invitation=asked[key], by=by)
    if told.kind == Meeting.Kind.TEAM_AROUND_THE_FAMILY:
        for one in (one.user for one in involved_with(family) if one.user):
            actions.send(invitation=actions.invite(meeting=meeting, user=one, by=by), by=by)
    asked |= _ask_guests(meeting, told, by=by)
    for words in told.agenda:
        actions.put_on_agenda(meeting=meeting, words=words, by=by)
    for who in told.coming:
        actions.answer(invitation=asked[who], reply="coming", by=by)
    for who, why in told.apologies.items():
        actions.answer(invitation=asked[who], reply="apologies", words=why, by=by)
    made["meeting"] = meeting


def _ask_guests(meeting: Meeting, told: Gathering, *, by: User) -> dict[str, Invitation]:
    """Invite whoever else comes; those without an email are told by word of mouth."""
    asked = {}
    for line in told.guests:
        guest = guest_from(line)
        one = actions.invite(meeting=meeting, name=guest.name, agency=guest.agency, email=guest.email, by=by)
        if not actions.send(invitation=one, by=by):
            actions.given_by_hand(invitation=one, by=by)
        asked[", ".join(part for part in (guest.name, guest.agency) if part)] = one
    return asked


def _hold(demo: Alderbridge, told: FamilyGathering, made: dict[str, Meeting]) -> None:
    telling, meeting, on = demo.tellings[told.family], made["meeting"], _day(demo, told.days)
    by = telling.lead
    form = forms_for(current_pack(), told.kind)[0]
    entry = actions.begin(meeting=meeting, form_id=form.id, by=by)
    record = Record(form=form.id, after=0, answers=told.answers)
    given = further.answers(telling, record, on, "fair") | _attended(telling, told, entry)
    given |= {"actions": agreed.rows(telling, told.actions, on), "sorted-out": _ratings(telling, told)}
    given["progress"] = agreed.progress(telling, on, "fair")
    Answer.objects.filter(entry=entry).delete()
    records.answer(entry, given, by=by)
    story.finalise(entry=Entry.objects.get(pk=entry.pk), by=by)
    meeting.refresh_from_db()
    invited = list(meeting.invitations.select_related("user", "person", "meeting__family"))
    absent = not_there(invited, came_of(meeting, invited))
    looked = "Nothing of what the family excepted stands in them."
    actions.tell_absent(meeting=meeting, invitations=absent, looked=looked, by=by)
    for one in absent:
        actions.told_by_hand(invitation=one, by=by)


def _attended(telling: Telling, told: FamilyGathering, entry: Entry) -> dict[str, Any]:
    """Everybody came who had not sent apologies, but for the children whose voice was brought."""
    kept = Answer.objects.get(entry=entry, key="attendance").value
    guests = [one | {"came": one["came"] or "in-person"} for one in kept["guests"]]
    here = [one for one in telling.members(entry.happened_on or date.min) if not one.person.unborn]
    heard = {telling.people[who].pk: how for who, how in told.heard.items()}
    people = [
        telling.named(one.person)
        | {"is_child": one.is_child, "note": heard.get(one.person.pk, ""), "told": False}
        | {"came": "absent" if one.person.pk in heard else "in-person"}
        for one in here
    ]
    return {"attendance": {"people": people, "guests": guests}}


def _ratings(telling: Telling, told: FamilyGathering) -> list[dict[str, Any]]:
    return [
        telling.named(telling.people[who]) | {"value": value, "words": told.words.get(who, "")}
        for who, value in told.ratings.items()
    ]


def _arrange_group(demo: Alderbridge, group: Group, made: dict[str, Meeting]) -> None:
    by, team = demo.staff.people[group.by], demo.staff.teams[group.team]
    meeting = actions.arrange(kind=Meeting.Kind.SOLUTION_GROUP, team=team, by=by, **_when_and_where(demo, group))
    _ask_guests(meeting, group, by=by)
    made["meeting"] = meeting


def _ask(demo: Alderbridge, told: Request) -> None:
    telling = demo.tellings[told.family]
    form = min(asking_forms(current_pack(), Meeting.Kind.SOLUTION_GROUP))
    given = {
        "question": told.question, "hoped-for": ["advice"], "background": told.background, "tried": told.tried,
        "family-knows": ["content"], "familys-question": told.familys_question,
    }  # fmt: skip
    on = _day(demo, told.days)
    family = telling.family
    records.write(form=form, by=telling.lead, team=family.team, on=on, answers=given, family=family)


def _answer(demo: Alderbridge, group: Group, made: dict[str, Meeting]) -> None:
    """What the group said of each request, one after the other; then the meeting is over."""
    meeting, by = made["meeting"], demo.staff.people[group.by]
    answers = {demo.tellings[one.family].family.pk: one.answer for one in group.requests}
    for item in meeting.items.select_related("family__team", "entry", "meeting__team"):
        entry = groups.begin_answer(item=item, by=by)
        told = answers[item.family_id or 0]
        given: dict[str, Any] = told | {"decision": [told["decision"]]}
        records.answer(entry, given, by=by)
        story.finalise(entry=Entry.objects.get(pk=entry.pk), by=by)
    groups.end_group(meeting=meeting, by=by)
