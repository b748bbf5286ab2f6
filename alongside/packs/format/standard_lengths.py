"""Lengths of time in a pack: always with their unit."""

from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, PlainSerializer, WithJsonSchema

from alongside.packs.problems import shortened
from alongside.working_time import Length
from alongside.working_time.lengths import PATTERN


def _read(value: object) -> Length:
    return value if isinstance(value, Length) else Length.parse(shortened(value))


# Written and stored as the words of guidance, so that a pack reads aloud and survives being stored as JSON.
LengthOfTime = Annotated[
    Length,
    BeforeValidator(_read),
    PlainSerializer(str, return_type=str),
    WithJsonSchema(
        {
            "type": "string",
            "pattern": PATTERN,
            "description": "A number with its unit: 10 working days, 10 calendar days, 3 weekdays (Monday to Friday), "
            "6 weeks, 3 months, 24 hours, next friday, 2 fridays.",
        }
    ),
]


def _in_days(length: Length) -> Length:
    if length.in_hours:
        raise ValueError(f"{length} run by the clock, and this is counted in days; write it in days or weeks")
    return length


# Where only the day is known from which it is counted.
LengthInDays = Annotated[LengthOfTime, AfterValidator(_in_days)]
