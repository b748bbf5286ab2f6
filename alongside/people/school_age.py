"""Compulsory school age in England: when it begins and ends for a child, from the date of birth alone. Pure.

It begins on the child's fifth birthday when that is one of three prescribed days, else on the next of them (Education
Act 1996, section 8(2); Education (Start of Compulsory School Age) Order 1998: 31 March, 31 August and 31 December). It
ends on the school leaving date, the last Friday in June, of the school year in which the child turns sixteen (section
8(3); Education (School Leaving Date) Order 1997). A school year is taken to begin on 1 September.
"""

from datetime import date, timedelta

PRESCRIBED = ((3, 31), (8, 31), (12, 31))
FRIDAY = 4
SEPTEMBER = 9


def of_school_age(born: date, on: date) -> bool:
    """Return whether a child born on this day is of compulsory school age on that one, both London days."""
    return begins(born) <= on <= ends(born)


def begins(born: date) -> date:
    """Return the first day on which the child is of compulsory school age."""
    fifth = birthday(born, 5)
    days = [date(fifth.year, month, day) for month, day in PRESCRIBED]
    return next(day for day in days if day >= fifth)


def ends(born: date) -> date:
    """Return the last day on which the child is of compulsory school age: a last Friday in June."""
    sixteenth = birthday(born, 16)
    year = sixteenth.year if sixteenth.month < SEPTEMBER else sixteenth.year + 1
    june = date(year, 6, 30)
    return june - timedelta(days=(june.weekday() - FRIDAY) % 7)


def birthday(born: date, age: int) -> date:
    """Return the day on which somebody turns so old; who was born on 29 February does on 1 March in other years."""
    try:
        return born.replace(year=born.year + age)
    except ValueError:
        return date(born.year + age, 3, 1)
