"""Looks that a page makes: noted while it is built, written in one statement before it leaves."""

from dataclasses import dataclass

from django.db import connection
from django.http import HttpRequest

from alongside.access.trail.record import who_is


@dataclass
class Seen:
    """What of one family a page shows."""

    what: str
    subject: str = ""
    emergency: bool = False


def note_look(
    request: HttpRequest,
    *,
    family_id: int,
    what: str = "the family's record",
    subject: str = "",
    emergency: bool = False,
) -> None:
    """Note that the page being built shows this family. The middleware writes one look for each family and request.

    A later note that names a subject says more than the one before it, and takes its place.
    """
    seen: dict[int, Seen] = request.__dict__.setdefault("families_seen", {})
    noted = seen.setdefault(family_id, Seen(what, subject, emergency))
    noted.emergency = noted.emergency or emergency
    if subject:
        noted.what, noted.subject = what, subject


# Every page of a family ends with this statement. Sent as it stands it costs a third of what the model's own way does.
INSERT = "INSERT INTO access_look (user_id, user_name, what, family_id, subject, detail, emergency, path) VALUES "
ROW = "(%s, %s, %s, %s, %s, '{}', %s, %s)"


def write_looks(request: HttpRequest) -> None:
    """Write the looks noted on this request, in one statement."""
    seen: dict[int, Seen] = request.__dict__.pop("families_seen", {})
    if not seen:
        return
    who = who_is(getattr(request, "link", None) or getattr(request, "user", None))
    values: list[str | int | bool | None] = []
    for family, noted in seen.items():
        values += who["user_id"], who["user_name"], noted.what[:200], family, noted.subject[:200], noted.emergency
        values.append(request.path[:500])
    with connection.cursor() as cursor:
        cursor.execute(INSERT + ", ".join([ROW] * len(seen)), values)
