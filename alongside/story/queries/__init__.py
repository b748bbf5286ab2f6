"""Reads of the story, named as practitioners would."""

from alongside.story.queries.entries import Filled, filled
from alongside.story.queries.map import map_of
from alongside.story.queries.ratings import ratings_told
from alongside.story.queries.story import (
    Sighting,
    about_no_family,
    awaiting_sign_off,
    drafts_in,
    drafts_of,
    story_of,
)

__all__ = [
    "Filled", "Sighting", "about_no_family", "awaiting_sign_off", "drafts_in", "drafts_of", "filled", "map_of",
    "ratings_told", "story_of",
]  # fmt: skip
