"""Ages as people say them."""

from datetime import date

from django.utils import timezone


def age_in_words(
    date_of_birth: date | None, due_date: date | None, died_on: date | None = None, today: date | None = None
) -> str:
    """Return “3 years”, “5 months”, “2 weeks”, “6 days”, “born today” or “due 4 March 2027”; empty when not known.

    Days and weeks are for the first month, months for the first two years, as health visitors count them.
    Who has died keeps the age they reached. `today` is London's day unless given.
    """
    if died_on:
        return _died(date_of_birth, died_on)
    day = today or timezone.localdate()
    if date_of_birth:
        return _lived(date_of_birth, day) if date_of_birth <= day else ""
    return f"due {in_full(due_date)}" if due_date else ""


def years_old(date_of_birth: date, today: date) -> int:
    """Whole years on a day. A child born on 29 February is a year older on 1 March in a year without that day."""
    return today.year - date_of_birth.year - ((today.month, today.day) < (date_of_birth.month, date_of_birth.day))


def in_full(day: date) -> str:
    """A day as it is said: 4 March 2027."""
    return f"{day.day} {day:%B %Y}"


def _months_old(date_of_birth: date, today: date) -> int:
    whole = (today.year - date_of_birth.year) * 12 + today.month - date_of_birth.month
    return whole - (today.day < date_of_birth.day)


def _lived(date_of_birth: date, day: date) -> str:
    months = _months_old(date_of_birth, day)
    if months >= 24:
        return _count(years_old(date_of_birth, day), "year")
    if months >= 1:
        return _count(months, "month")
    days = (day - date_of_birth).days
    if days == 0:
        return "born today"
    return _count(days // 7, "week") if days >= 14 else _count(days, "day")


def _died(date_of_birth: date | None, died_on: date) -> str:
    if not date_of_birth:
        return f"died {in_full(died_on)}"
    reached = "less than a day old" if died_on == date_of_birth else f"aged {_lived(date_of_birth, died_on)}"
    return f"died {in_full(died_on)}, {reached}"


def _count(number: int, unit: str) -> str:
    return f"{number} {unit}" if number == 1 else f"{number} {unit}s"
