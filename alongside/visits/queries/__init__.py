"""Reads of planned visits and of when a family was seen, in practice words."""

from alongside.visits.queries.calendar import Happening, happenings_of, team_happenings
from alongside.visits.queries.family import Visits, visits_to
from alongside.visits.queries.seen import Seen, seen_glance

__all__ = ["Happening", "Seen", "Visits", "happenings_of", "seen_glance", "team_happenings", "visits_to"]
