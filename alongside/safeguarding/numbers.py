"""Whom to call about a danger at this hour, from the pack's contacts."""

from dataclasses import dataclass
from datetime import date, datetime
from functools import cache

from alongside.packs.format.contacts import Contact
from alongside.packs.format.pack import WEEKDAYS, Pack
from alongside.working_time import LONDON, WorkingCalendar
from alongside.working_time.bank_holidays import england_bank_holidays


@dataclass(frozen=True)
class Number:
    """A contact, and whether it answers now."""

    contact: Contact
    answers: bool


def numbers_at(pack: Pack, moment: datetime) -> list[Number]:
    """Return the contacts for a danger to a child or an adult at a moment (aware), those that answer now first."""
    calendar = pack.working_calendar()
    meant = [one for one in pack.contacts if one.for_danger_to]
    open_now = {one.id for one in meant if not one.out_of_hours and answers_at(one, moment, calendar)}
    shut = [one for one in meant if one.hours and not one.out_of_hours and one.id not in open_now]
    found = [Number(one, bool(shut) if one.out_of_hours else one.id in open_now) for one in meant]
    return sorted(found, key=lambda one: not one.answers)


def answers_at(contact: Contact, moment: datetime, calendar: WorkingCalendar) -> bool:
    """Return whether a contact with hours answers at a moment (aware); one without hours always does.

    A contact that is closed on bank holidays is closed on the authority's own closed days too.
    """
    here = moment.astimezone(LONDON)
    if not contact.hours:
        return True
    if contact.bank_holidays == "closed" and _closed(here, calendar):
        return False
    day = WEEKDAYS[here.weekday()]
    return any(day in one.days and one.opens <= here.time() < one.closes for one in contact.hours)


def _closed(here: datetime, calendar: WorkingCalendar) -> bool:
    """A bank holiday, or a day on which the authority is closed though it is a day of its working week."""
    if here.date() in _bank_holidays(here.year):
        return True
    return here.weekday() < 5 and not calendar.is_working_day(here.date())


@cache
def _bank_holidays(year: int) -> frozenset[date]:
    return england_bank_holidays([year])
