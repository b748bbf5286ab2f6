"""When somebody can be reached, as one would say it."""

from collections.abc import Sequence
from typing import get_args

from alongside.packs.format.contacts import Contact, Hours, Weekday
from alongside.packs.telling.words import capital, listed

WEEKDAYS: tuple[str, ...] = get_args(Weekday)


def hours_in_words(hours: Hours) -> str:
    """Return "Monday to Thursday, 08:30 to 17:00"."""
    return f"{_days(hours.days)}, {hours.opens:%H:%M} to {hours.closes:%H:%M}"


def when_reached(contact: Contact) -> list[str]:
    """Return the lines that say when a contact answers, bank holidays included."""
    if contact.hours:
        holidays = "Open on bank holidays" if contact.bank_holidays == "open" else "Closed on bank holidays"
        return [*(hours_in_words(one) for one in contact.hours), holidays]
    return ["When the others are closed"] if contact.out_of_hours else ["Day and night"]


def _days(days: Sequence[str]) -> str:
    numbers = sorted({WEEKDAYS.index(day) for day in days})
    names = [capital(WEEKDAYS[number]) for number in numbers]
    in_a_row = numbers == list(range(numbers[0], numbers[-1] + 1))
    return f"{names[0]} to {names[-1]}" if in_a_row and len(names) > 2 else listed(names)
