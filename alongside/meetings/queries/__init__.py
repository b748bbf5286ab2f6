"""Reading meetings, in the words of practice."""

from alongside.meetings.queries.meetings import meetings_of, team_around, to_write_up
from alongside.meetings.queries.requests import next_meeting, requests_waiting

__all__ = ["meetings_of", "next_meeting", "requests_waiting", "team_around", "to_write_up"]
