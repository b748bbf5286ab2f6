"""Contacts with the front door: guides that were sent, calls that are held, and what came of others."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from functools import cache, partial
from typing import Any, Literal
from uuid import UUID, uuid5

from pydantic import Field

from alongside.demo.format import Told
from alongside.demo.library import read_story
from alongside.demo.writing.gatherings import Alderbridge, Doing
from alongside.demo.writing.records import answer
from alongside.frontdoor import actions
from alongside.frontdoor.letters import drafts_for
from alongside.frontdoor.models import Contact
from alongside.story import actions as story
from alongside.working_time import LONDON

NAMES = UUID("6f1c2a70-5d0e-4c0a-9a53-0d2f6d3b8e11")
IN_THE_MORNING = time(10, 5)


class FrontDoorContact(Told):
    """One contact: a guide that waits, or a call with what was answered in it."""

    key: str
    days_ago: int = 0
    hours_ago: int = 0
    by: str = ""
    guide: dict[str, Any] = Field(default_factory=dict)
    answers: dict[str, Any] = Field(default_factory=dict)
    said: list[dict[str, str]] = Field(default_factory=list)
    people: list[dict[str, Any]] = Field(default_factory=list)
    decided: bool = False
    told: Literal["", "letter"] = ""
    concerns: list[str] = Field(default_factory=list, description="Who is linked: a family’s key, a dot, the person’s.")

    def given(self) -> dict[str, Any]:
        """Everything that was answered, rows with ids that are the same each time."""
        rows = {"said": self.said, "household": self.people}
        kept = {
            key: [row | {"id": str(uuid5(NAMES, f"{self.key} {key} {n}"))} for n, row in enumerate(told)]
            for key, told in rows.items()
            if told
        }
        return self.guide | self.answers | kept


@cache
def contacts() -> list[FrontDoorContact]:
    """Return every contact of the demo."""
    return [FrontDoorContact.model_validate(one) for one in read_story("front-door.yaml")]


def at_the_front_door(demo: Alderbridge) -> Iterator[Doing]:
    """Yield when each contact is made, and how."""
    for one in contacts():
        yield _moment(demo, one), f"~front door {one.key}", partial(_tell, demo, one)


def _moment(demo: Alderbridge, one: FrontDoorContact) -> datetime:
    """A morning so many days ago; or hours before the evening before the demo's day, which nobody has come to yet."""
    if one.days_ago:
        on = demo.calendar.previous_working_day(demo.today - timedelta(days=one.days_ago))
        return datetime.combine(on, IN_THE_MORNING, LONDON)
    evening = datetime.combine(demo.calendar.previous_working_day(demo.today - timedelta(days=1)), time(17), LONDON)
    return evening - timedelta(hours=one.hours_ago if one.hours_ago < 8 else 0)


def _tell(demo: Alderbridge, one: FrontDoorContact) -> None:
    if one.guide:
        actions.send_guide(answers=one.given(), sending=uuid5(NAMES, one.key), address=one.key)
    else:
        _hold(demo, one)


def _hold(demo: Alderbridge, one: FrontDoorContact) -> None:
    """A call: what was answered in it, whom it concerns, and what came of it."""
    by = demo.staff.people[one.by]
    team = by.posts.select_related("team").get().team
    contact = actions.begin_call(team=team, by=by)
    entry = contact.entry
    assert entry is not None
    answers = one.given()
    if one.decided:
        answers = {"caller-told": ["not-yet-told"], "decided-on": _day(entry.happened_on)} | answers
    answer(entry, answers, by=by)
    actions.follow(contact=contact, entry=entry, by=by)
    for who in one.concerns:
        family, _, person = who.partition(".")
        if family in demo.tellings:
            actions.link_person(contact=contact, person=demo.tellings[family].people[person], by=by)
    if one.decided:
        entry.refresh_from_db()
        story.finalise(entry=entry, by=by)
    if one.told:
        contact = Contact.objects.select_related("entry").get(pk=contact.pk)
        draft = drafts_for(contact, by)[0]
        actions.tell_caller(contact=contact, words=draft.words, how=one.told, may_know=draft.may_know, by=by)


def _day(on: date | None) -> dict[str, str]:
    return {"day": str(on.day), "month": str(on.month), "year": str(on.year)} if on else {}
