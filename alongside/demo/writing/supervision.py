"""The one-to-ones that workers and their managers have agreed on, with the families they will talk about."""

from datetime import date

from alongside.demo.staff import MANAGERS, Staff
from alongside.demo.telling import Telling
from alongside.plans.supervising.actions import agree_on_talk, bring, write_part
from alongside.working_time import WorkingCalendar

# By family: whose worker prepares, and what they have written of themselves so far.
PREPARED = {
    "fenwick": "I sleep badly on the nights before I see Kai. I would like to plan them together.",
    "farrow": "I have kept my telephone switched off at night for two weeks now. It is easier than I thought.",
}


def agree(tellings: dict[str, Telling], staff: Staff, today: date, calendar: WorkingCalendar) -> None:
    """Agree on the next talk of those who lead these families, for the week to come."""
    on = calendar.add_working_days(today, 4)
    for key, words in PREPARED.items():
        if telling := tellings.get(key):
            manager = staff.people[MANAGERS[telling.story.team]]
            talk = agree_on_talk(worker=telling.lead, supervisor=manager, on=on, by=manager)
            bring(talk=talk, families=[telling.family], by=telling.lead)
            write_part(talk=talk, words=words, sign=False, by=telling.lead)
