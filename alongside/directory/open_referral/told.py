"""What an item of a feed tells of a service, in plain text and in our words. The item was held against the schema."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field
from hashlib import sha256
from json import dumps
from math import isfinite
from typing import Any

from alongside.directory.open_referral.plain import line, plain, web_address
from alongside.directory.postcodes import tidy_postcode

DAYS = {
    "MO": "Mondays", "TU": "Tuesdays", "WE": "Wednesdays", "TH": "Thursdays", "FR": "Fridays", "SA": "Saturdays",
    "SU": "Sundays",
}  # fmt: skip
PHONE = re.compile(r"[+\d][\d ()\-]{4,30}(?:\s*(?:ext|x)\.?\s*\d{1,6})?", re.IGNORECASE)
MOST_PLACES, MOST_TERMS = 50, 60


@dataclass(frozen=True)
class PlaceTold:
    """Where a service is given; coordinates in degrees when the feed has ones that are on earth."""

    name: str = ""
    lines: str = ""
    postcode: str = ""
    latitude: float | None = None
    longitude: float | None = None
    access: str = ""


@dataclass(frozen=True)
class ServiceTold:
    """A service as a feed tells of it."""

    outside_id: str
    name: str
    status: str
    organisation: str = ""
    about: str = ""
    url: str = ""
    email: str = ""
    phones: tuple[str, ...] = ()
    fees: str = ""
    minimum_age: float | None = None
    maximum_age: float | None = None
    alert: str = ""
    times: str = ""
    areas: str = ""
    terms: tuple[str, ...] = ()
    places: tuple[PlaceTold, ...] = field(default=())

    @property
    def fingerprint(self) -> str:
        """Return the same for the same content, whatever order the feed writes it in."""
        return sha256(dumps(asdict(self), sort_keys=True).encode()).hexdigest()


def told(content: dict[str, Any]) -> ServiceTold:
    """Return what an item tells, as plain text; what cannot be used, such as a link that is none, is left out."""
    return ServiceTold(
        outside_id=content["id"],
        name=line(content["name"], 300) or "A service without a name",
        status=content["status"],
        organisation=line(content.get("organization", {}).get("name"), 300),
        about=plain(content.get("description")),
        url=web_address(content.get("url")) or web_address(content.get("organization", {}).get("website")),
        email=line(content.get("email"), 254),
        phones=tuple(dict.fromkeys(_phones(content)))[:5],
        fees=_joined([plain(content.get("fees"), 2000), *map(_cost, _rows(content, "cost_options"))]),
        minimum_age=_age(content.get("minimum_age")),
        maximum_age=_age(content.get("maximum_age")),
        alert=plain(content.get("alert"), 2000),
        times=_joined(map(_time, _rows(content, "schedules"))),
        areas="\n".join(
            dict.fromkeys(filter(None, (plain(one.get("name"), 500) for one in _rows(content, "service_areas"))))
        ),
        terms=tuple(dict.fromkeys(_terms(content)))[:MOST_TERMS],
        places=tuple(_place(one["location"]) for one in _at_places(content))[:MOST_PLACES],
    )


def _joined(lines: Iterable[str]) -> str:
    """What is said, each once, a line each."""
    return "\n".join(dict.fromkeys(filter(None, lines)))


def _rows(content: dict[str, Any], key: str) -> list[dict[str, Any]]:
    """The objects of a list, where the schema says nothing of it and a feed may write anything."""
    value = content.get(key)
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def _at_places(content: dict[str, Any]) -> Iterator[dict[str, Any]]:
    return (one for one in _rows(content, "service_at_locations") if isinstance(one.get("location"), dict))


def _place(location: dict[str, Any]) -> PlaceTold:
    address = next(iter(_rows(location, "addresses")), {})
    lines = [line(address.get(key), 200) for key in ("attention", "address_1", "address_2", "city", "region")]
    latitude, longitude = location.get("latitude"), location.get("longitude")
    on_earth = _within(latitude, 90) and _within(longitude, 180)
    return PlaceTold(
        name=line(location.get("name"), 300),
        lines=_joined(lines),
        postcode=tidy_postcode(line(address.get("postal_code"), 40)),
        latitude=float(latitude) if on_earth and latitude is not None else None,
        longitude=float(longitude) if on_earth and longitude is not None else None,
        access="\n".join(
            filter(None, (plain(one.get("description"), 2000) for one in _rows(location, "accessibility")))
        ),
    )


def _within(value: Any, most: int) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and isfinite(value) and abs(value) <= most


def _terms(content: dict[str, Any]) -> Iterator[str]:
    for one in _rows(content, "attributes"):
        term = one.get("taxonomy_term")
        if isinstance(term, dict) and (name := line(term.get("name"), 200)):
            yield name


def _phones(content: dict[str, Any]) -> Iterator[str]:
    """Numbers of the service, its contacts and its places: the schema leaves them out, and many feeds have them."""
    locations = [one["location"] for one in _at_places(content)]
    for holder in (content, *_rows(content, "contacts"), *locations):
        for phone in _rows(holder, "phones"):
            if found := PHONE.fullmatch(line(phone.get("number"), 60)):
                yield found[0]


def _cost(option: dict[str, Any]) -> str:
    amount = option.get("amount")
    pounds = f"£{amount:g}" if _within(amount, 10**6) and isinstance(amount, int | float) else ""
    said = (line(option.get("option"), 300), f"{pounds} {line(option.get('amount_description'), 300)}".strip())
    return ": ".join(filter(None, said))


def _time(schedule: dict[str, Any]) -> str:
    days = [DAYS[day] for day in line(schedule.get("byday"), 60).upper().split(",") if day in DAYS]
    hours = " to ".join(filter(None, (line(schedule.get(key), 5) for key in ("opens_at", "closes_at"))))
    when = ", ".join(filter(None, (", ".join(days), hours)))
    return ". ".join(filter(None, (when, plain(schedule.get("description"), 500))))


def _age(value: Any) -> float | None:
    return float(value) if _within(value, 150) and value is not None and value >= 0 else None
