"""The story of a family, and the drafts and signatures that wait for someone."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import JSONObject

from alongside.access import rules
from alongside.people.models import Family
from alongside.people.models.person import NAMES, called
from alongside.people.queries import records_of
from alongside.prepared import Prepared
from alongside.story.models import Entry, PersonSeen, SignOff

if TYPE_CHECKING:
    from alongside.access.models import User

PAGE = 25


@dataclass(frozen=True)
class StoryPage:
    """Some entries, latest first, and the places from which older and newer ones follow."""

    entries: list[Entry]
    older: str = ""
    newer: str = ""
    began: date | None = None


def story_of(
    family: Family,
    *,
    before: str = "",
    after: str = "",
    kind: str = "",
    person: int | None = None,
    year: int | None = None,
    limit: int = PAGE,
) -> StoryPage:
    """Return one page of what stands on a family's story, each entry with its author, and under `seen` who was seen.

    Pages hang on the last entry shown (`2026-03-09.17`), so that a long record costs no more than a short one.
    """
    if any((before, after, kind, person, year)) or limit != PAGE:
        page = _turned_to(family, before, after, limit, _filtered(_told(_on_the_story(family.pk)), kind, person, year))
    else:
        latest = LATEST.ask(family=family.pk)
        older = _mark(latest[PAGE - 1 : PAGE]) if len(latest) > PAGE else ""
        page = StoryPage(latest[:PAGE], older=older, began=next((one.story_began for one in latest), None))  # type: ignore[attr-defined]
    _say_who_was_seen(page.entries)
    return page


# Whom something is about, by name; and who that is, where their record was merged into another.
WHOM = ("person", "person__merged_into")
WHOM_BY_NAME = ("person__merged_into", *(f"{one}__{name}" for one in WHOM for name in NAMES))


def _told(entries: QuerySet[Entry]) -> QuerySet[Any]:
    """These entries, the latest first, with what a timeline shows of each and no more."""
    return (
        entries.select_related("author", *WHOM)
        .only(
            *(
                "title",
                "kind",
                "version",
                "summary",
                "happened_on",
                "happened_time",
                "family",
                "written_by",
                "author__name",
                *WHOM_BY_NAME,
            )
        )
        .annotate(seen_told=_seen_at())
        .order_by("-happened_on", "-pk")
    )


# The first page knows the day of the story's first entry too, so that a page need not ask how far back it reaches.
# Which they are is read from an index first: the rest is then looked up for these few, and not for the whole story.
LATEST: Prepared[Entry] = Prepared(
    lambda family: _told(
        Entry.objects.filter(pk__in=_on_the_story(family).order_by("-happened_on", "-pk").values("pk")[: PAGE + 1])
    ).annotate(story_began=Subquery(_on_the_story(family).order_by("happened_on").values("happened_on")[:1]))
)


def _on_the_story(family_id: int) -> QuerySet[Entry]:
    return Entry.objects.filter(family=family_id).on_the_story()


@dataclass(frozen=True)
class Sighting:
    """Who was seen at what an entry tells, by the name they like, and whether alone."""

    name: str
    alone: bool


OF_WHOM = [f"{one}__{name}" for one in WHOM for name in NAMES]


def _seen_at() -> ArraySubquery:
    """Who was seen, read with each entry, as JSON."""
    seen = PersonSeen.objects.filter(entry=OuterRef("pk")).order_by("pk")
    told = JSONObject(alone="alone", merged="person__merged_into", **{name: name for name in OF_WHOM})
    return ArraySubquery(seen.values(told=told))


def _say_who_was_seen(entries: list[Entry]) -> None:
    for entry in entries:
        entry.seen = [_sighting(told) for told in entry.seen_told]  # type: ignore[attr-defined]


def _sighting(told: dict[str, Any]) -> Sighting:
    who = WHOM[1] if told["merged"] else WHOM[0]
    return Sighting(called(*(told[f"{who}__{name}"] for name in NAMES)), told["alone"])


def _turned_to(family: Family, before: str, after: str, limit: int, found: QuerySet[Entry]) -> StoryPage:
    if after and (place := _place(after)):
        newer = found.filter(Q(happened_on__gt=place[0]) | Q(happened_on=place[0], pk__gt=place[1]))
        entries = list(newer.order_by("happened_on", "pk")[: limit + 1])
        more, entries = len(entries) > limit, entries[:limit][::-1]
        return StoryPage(entries, older=_mark(entries[-1:]), newer=_mark(entries[:1]) if more else "")
    if before and (place := _place(before)):
        found = found.filter(Q(happened_on__lt=place[0]) | Q(happened_on=place[0], pk__lt=place[1]))
    entries = list(found.order_by("-happened_on", "-pk")[: limit + 1])
    more, entries = len(entries) > limit, entries[:limit]
    return StoryPage(entries, older=_mark(entries[-1:]) if more else "", newer=_mark(entries[:1]) if before else "")


def _filtered(found: QuerySet[Entry], kind: str, person: int | None, year: int | None) -> QuerySet[Entry]:
    if kind:
        found = found.filter(kind=kind)
    if person:
        of_them = records_of(person)
        found = found.filter(Q(person__in=of_them) | Q(people_seen__person__in=of_them)).distinct()
    if year:
        found = found.filter(happened_on__gte=date(year, 1, 1), happened_on__lt=date(year + 1, 1, 1))
    return found


def _mark(entries: list[Entry]) -> str:
    return f"{entries[0].happened_on}.{entries[0].pk}" if entries else ""


def _place(mark: str) -> tuple[date, int] | None:
    day, _, pk = mark.partition(".")
    try:
        return date.fromisoformat(day), min(int(pk), 2**62)
    except ValueError:
        return None


def drafts_of(user: "User", limit: int = 20) -> QuerySet[Entry]:
    """Return the drafts that someone began and may still see, the last touched first."""
    drafts = Entry.objects.for_user(user).filter(author=user, status=Entry.Status.DRAFT)
    return drafts.select_related("family", "person").order_by("-changed_at")[:limit]


def drafts_in(family: Family, limit: int = 20) -> QuerySet[Entry]:
    """Return what is being written about a family, by whom, the last touched first."""
    open_ones = family.entries.filter(status__in=[Entry.Status.DRAFT, Entry.Status.AWAITING_SIGN_OFF])
    return open_ones.select_related("author").order_by("-changed_at")[:limit]


def awaiting_sign_off(user: "User", limit: int = 50) -> QuerySet[Entry]:
    """Return what waits for this person's signature, and is not their own work: of teams in which they sign, and of
    every team what asks for a role that they hold everywhere."""
    waiting = Entry.objects.for_user(user).filter(status=Entry.Status.AWAITING_SIGN_OFF)
    asked = SignOff.objects.filter(entry=OuterRef("pk"), decision="", role__in=rules.roles_everywhere(user, "sign_off"))
    mine = waiting.filter(Q(team__in=rules.teams_where(user, "sign_off")) | Exists(asked)).exclude(author=user)
    return mine.select_related("family", "author").order_by("changed_at")[:limit]


def about_no_family(user: "User", limit: int = PAGE) -> QuerySet[Entry]:
    """Return what is recorded about places, groups and unnamed families, as far as this person may read it."""
    found = Entry.objects.for_user(user).filter(family=None, superseded_at=None).exclude(status=Entry.Status.SET_ASIDE)
    return found.select_related("author").order_by("-changed_at")[:limit]
