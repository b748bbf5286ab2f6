"""The pictures with few and many readings, both ways round."""

import datetime as dt

from alongside.design.pictures import (
    Area,
    Course,
    Picture,
    Rating,
    Reading,
    Scale,
    courses,
    scale_line,
    scale_spread,
    star,
)

SORTED_OUT = Scale(lowest_means="nothing is sorted out", highest_means="as sorted out as it can be")
STRESS = Scale(1, 5, higher_is_better=False, lowest_means="no strain", highest_means="too much to carry")


def samples(day: dt.date) -> list[Picture]:
    """One picture of each sort, its readings before `day`."""
    weeks = [Reading(day - dt.timedelta(weeks=12 - 2 * place), value) for place, value in enumerate(READINGS)]
    return [
        scale_line(weeks, SORTED_OUT, title="Grace, on mornings before school"),
        scale_line([Reading(day, 4)], STRESS, title="Daniel, on money worries"),
        scale_spread([Rating(*pair) for pair in RATINGS], SORTED_OUT, title="Where each of us is, today"),
        courses(_courses(day), SORTED_OUT, title="How far we have come"),
        star([Area(*area) for area in AREAS], SORTED_OUT, title="Family star", then="12 January", now="3 March"),
        star([Area(*area) for area in STRAINS], STRESS, title="Strain, in three areas", now="3 March"),
    ]


def _courses(day: dt.date) -> list[Course]:
    """Three needs read at four meetings, one of them only since the third."""
    meetings = [day - dt.timedelta(weeks=6 * left) for left in range(3, -1, -1)]
    return [
        Course(words, tuple(Reading(when, value) for when, value in zip(meetings, values, strict=True)))
        for words, values in COURSES
    ]


COURSES: tuple[tuple[str, tuple[float | None, ...]], ...] = (
    ("Getting to school by nine", (2, 4, 4, 7)),
    ("Shouting in the evenings, most of all when the twins are tired", (5, 3, 3, 4)),
    ("Somebody to talk to", (None, None, 6, 6)),
)
READINGS = (2, 3, 3, None, 5, 7)
RATINGS = (
    ("Grace", 6),
    ("Daniel", 3),
    ("Amara", 8),
    ("Grandmother Oluwaseun Adeyemi-Fitzgerald", 6.5),
    ("Miss Patel, school", None),
)
STRAINS = (("Work", None, 4), ("Relationships", None, 2), ("Sleep", None, 1))
AREAS: tuple[tuple[str, float | None, float | None], ...] = (
    ("Home", 3, 4),
    ("Money and bills", 4, 4),
    ("Health", 5, 7),
    ("Feelings and mood", 2, 3),
    ("Routines", 4, 6),
    ("School and learning", None, 8),
    ("Friends and wider family", 7, 9),
    ("Staying safe", 5, 5),
)
