"""Working days, deadlines and clocks: pure functions, no tables, no settings.

`WorkingCalendar` knows which days are worked; `Length` is a number with its unit, such as "15 working days";
`clock` holds the London day of a moment and hours that survive the clock changes.
"""

from alongside.working_time.clock import LONDON, add_hours, london_day, london_moment
from alongside.working_time.lengths import DayOne, IfClosed, Length, UnclearLengthError, deadline
from alongside.working_time.working_calendar import Closure, OutsideCalendarError, WorkingCalendar

__all__ = [
    "LONDON",
    "Closure",
    "DayOne",
    "IfClosed",
    "Length",
    "OutsideCalendarError",
    "UnclearLengthError",
    "WorkingCalendar",
    "add_hours",
    "deadline",
    "london_day",
    "london_moment",
]
