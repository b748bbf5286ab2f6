"""Keeping the directory: taking a feed in, and saying by hand what a service helps with."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from datetime import datetime
from typing import Any

from django.contrib.postgres.search import SearchVector
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import F, Func, TextField, Value
from django.utils import timezone

from alongside.access import rules as access
from alongside.access import trail
from alongside.access.models import User
from alongside.directory.models import Feed, HelpsWith, Intake, Place, Service
from alongside.directory.open_referral import FeedBroken, Problem, ServiceTold, items_of, told

KEEPS = "keep_directory"
MOST_PROBLEMS = 300


@dataclass
class Taken:
    """What became of the services of a feed so far."""

    added: int = 0
    updated: int = 0
    unchanged: int = 0
    skipped: int = 0
    problems: list[Problem] = field(default_factory=list)
    met: set[str] = field(default_factory=set)
    changed: list[int] = field(default_factory=list)


@transaction.atomic
def take_in(*, feed: str, documents: Iterable[Any], source: str, by: User | None, url: str = "") -> Intake:
    """Bring the directory to what a feed tells: new services added, changed ones updated, the rest of its own retired.

    What is broken is reported with its place and left as it was before; nothing is ever deleted.

    :param feed: the feed's name; another feed's services are not touched
    :param documents: its pages as read from JSON
    :param source: the file's name or the address, for the history
    :param by: who brings it in; None on the command line
    :raises PermissionDenied: when `by` may not keep the directory
    :raises FeedBroken: when there is no service in it that could be taken; then nothing is changed
    """
    _may_keep(by)
    kept, _ = Feed.objects.get_or_create(name=feed, defaults={"url": url})
    kept = Feed.objects.select_for_update().get(pk=kept.pk)
    known = {service.outside_id: service for service in kept.services.all()}
    taken, now = Taken(), timezone.now()
    for item in (item for document in documents for item in items_of(document)):
        problem = item.problem or _twice(item.id, item.place, taken)
        if item.id:
            taken.met.add(item.id)
        if problem:
            taken.skipped += 1
            taken.problems.append(problem)
        else:
            _take(kept, told(item.content), known, taken, now)
    if not taken.met or taken.added + taken.updated + taken.unchanged == 0:
        raise FeedBroken(_nothing(taken))
    gone = [service.pk for id, service in known.items() if id not in taken.met and service.retired_at is None]
    Service.objects.filter(pk__in=gone).update(retired_at=now)
    _index(taken.changed)
    if url and url != kept.url:
        kept.url = url
        kept.save(update_fields=["url"])
    return _noted(kept, taken, retired=len(gone), source=source, by=by, now=now)


@transaction.atomic
def say_what_it_helps_with(*, service: Service, about: str, target: str, helps: bool, by: User) -> HelpsWith:
    """Say that a service helps with a sign or goes with a toolkit, or that it does not although its terms say so.

    :param about: `sign` or `toolkit`
    :param target: the id of it in the practice pack
    :raises PermissionDenied: when `by` may not keep the directory
    """
    _may_keep(by)
    said, _ = HelpsWith.objects.update_or_create(
        service=service, about=about, target=target, defaults={"helps": helps, "by": by, "at": timezone.now()}
    )
    action = "said that a service helps" if helps else "said that a service does not help"
    detail = {"about": about, "target": target}
    trail.changed(by=by, action=action, subject=f"service {service.pk}", detail=detail)
    return said


def _may_keep(by: User | None) -> None:
    if by is not None and not access.may(by, KEEPS):
        raise PermissionDenied("Keeping the service directory is for practice leads and administrators.")


def _twice(id: str, place: str, taken: Taken) -> Problem | None:
    return Problem(place, f"The id {id[:60]} was there already; the first one counts") if id in taken.met else None


def _take(feed: Feed, service: ServiceTold, known: dict[str, Service], taken: Taken, now: datetime) -> None:
    before = known.get(service.outside_id)
    if before and before.fingerprint == service.fingerprint and before.retired_at is None:
        taken.unchanged += 1
        return
    row = before or Service(feed=feed, outside_id=service.outside_id)
    for key in ("name", "status", "organisation", "about", "url", "email", "fees", "minimum_age", "maximum_age"):
        setattr(row, key, getattr(service, key))
    row.alert, row.times, row.areas = service.alert, service.times, service.areas
    row.phones, row.terms = list(service.phones), list(service.terms)
    row.term_keys = sorted({term_key(term) for term in service.terms})
    row.fingerprint, row.updated_at, row.retired_at = service.fingerprint, now, None
    # Its words are reckoned by the database for all that changed, at the end.
    row.words = Value("")
    row.save()
    if before:
        row.places.all().delete()
    Place.objects.bulk_create(Place(service=row, **asdict(place)) for place in service.places)
    taken.changed.append(row.pk)
    taken.updated += before is not None
    taken.added += before is None


def term_key(term: str) -> str:
    """Return a term as it is compared: small letters, plain apostrophes, single spaces."""
    return " ".join(term.casefold().replace("’", "'").split())


def _index(services: list[int]) -> None:
    terms = Func(F("terms"), Value(" "), function="array_to_string", output_field=TextField())
    vector = (
        SearchVector("name", weight="A", config="english")
        + SearchVector(terms, weight="B", config="english")
        + SearchVector("about", "organisation", weight="C", config="english")
    )
    Service.objects.filter(pk__in=services).update(words=vector)


def _noted(feed: Feed, taken: Taken, *, retired: int, source: str, by: User | None, now: datetime) -> Intake:
    counts = {"added": taken.added, "updated": taken.updated, "unchanged": taken.unchanged, "retired": retired}
    problems = [asdict(problem) for problem in taken.problems[:MOST_PROBLEMS]]
    intake = Intake.objects.create(
        feed=feed, at=now, by=by, source=source[:2000], skipped=taken.skipped, problems=problems, **counts
    )
    trail.changed(
        by=by, action="took in services", subject=f"feed {feed.pk}", detail={**counts, "skipped": taken.skipped}
    )
    return intake


def _nothing(taken: Taken) -> str:
    if not taken.problems:
        return "There is no service in it. Nothing was changed."
    first = taken.problems[0]
    return f"None of its services can be taken, so nothing was changed. The first problem: {first.place}: {first.what}."
