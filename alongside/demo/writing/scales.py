"""Numbers on scales, which move with how things are."""

from collections.abc import Iterable
from typing import Any

from alongside.demo.telling import Telling
from alongside.people.models import Person

AREAS = ("health", "learning", "home-and-money", "family-and-friends", "safety", "daily-routines", "my-time")
BY_MOOD = {"hard": 3, "fair": 5, "good": 8}
STEP = {"hard": (-1, -1, 0), "fair": (-1, 0, 1, 1), "good": (0, 1, 1, 2)}


def placed(telling: Telling, people: Iterable[Person], around: int) -> list[dict[str, Any]]:
    """Return where each of these people places themselves, near a number, some of them with a word about it."""
    rows = []
    for person in people:
        value = min(10, max(0, around + telling.rng.choice((-1, 0, 0, 1))))
        level = "low" if value < 5 else "middle" if value < 8 else "high"
        words = telling.say_if_left(f"numbers.{level}") if telling.rng.random() < 0.6 else ""
        rows.append({**telling.named(person), "value": value, "words": words})
    return rows


def star(telling: Telling, mood: str) -> dict[str, Any]:
    """Return the family's star: where it began, or moved on from the last time by how things are."""
    if not telling.star:
        low = set(telling.rng.sample(AREAS, 3))
        telling.star = {
            area: telling.rng.randrange(2, 4) if area in low else telling.rng.randrange(4, 8) for area in AREAS
        }
    else:
        for area, value in telling.star.items():
            moved = value + telling.rng.choice(STEP[mood])
            telling.star[area] = min(9 if area in AREAS[:3] else 10, max(1, moved))
    return {area: {"value": value, "words": _words(telling, area, value)} for area, value in telling.star.items()}


def _words(telling: Telling, area: str, value: int) -> str:
    if telling.rng.random() > 0.45:
        return ""
    return telling.say_if_left(f"star.{area}.{'low' if value < 5 else 'high'}")
