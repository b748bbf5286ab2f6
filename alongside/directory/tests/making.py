"""Feeds to try the directory with."""

import json
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from alongside.directory.actions import take_in
from alongside.directory.models import Intake

ALDERBRIDGE = Path(__file__).parents[2] / "demo" / "stories" / "services.json"


def an_id(words: str) -> str:
    """Return an id as the standard wants it, the same for the same words."""
    return str(uuid5(NAMESPACE_URL, words))


def a_service(name: str = "Debt advice", **more: Any) -> dict[str, Any]:
    """Return a service as a feed writes it; `place`: (postcode, latitude, longitude)."""
    place, terms = more.pop("place", None), more.pop("terms", ())
    content: dict[str, Any] = {"id": an_id(name), "name": name, "status": "active", **more}
    if place:
        postcode, latitude, longitude = place
        address = {"id": an_id(postcode), "postal_code": postcode, "country": "GB", "address_type": "physical"}
        address |= {"address_1": "1 Quay", "city": "A", "state_province": "A"}
        where = {"id": an_id(f"l{postcode}"), "location_type": "physical", "latitude": latitude, "longitude": longitude}
        content["service_at_locations"] = [{"id": an_id(f"s{name}"), "location": {**where, "addresses": [address]}}]
    if terms:
        content["attributes"] = [
            {"id": an_id(f"{name}{term}"), "taxonomy_term": {"id": an_id(term), "name": term, "description": term}}
            for term in terms
        ]
    return content


def taken(*services: Any, feed: str = "Alderbridge") -> Intake:
    """Take a feed of these services in."""
    return take_in(feed=feed, documents=[{"contents": list(services)}], source="feed.json", by=None)


def alderbridge() -> Intake:
    """Take the demo's feed in."""
    return take_in(
        feed="Alderbridge", documents=[json.loads(ALDERBRIDGE.read_bytes())], source="services.json", by=None
    )
