"""A family's documents: what stands, what was there before, and what was taken out."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db.models import Count, Q, QuerySet, Value
from django.db.models.functions import Coalesce, TruncDate

from alongside.people.models import Family
from alongside.prepared import Prepared
from alongside.story.models import Document, Entry
from alongside.working_time import LONDON

# What a list shows of each, and no more.
LISTED = (
    "family", "name", "category", "size", "content_type", "filed_at", "dated", "note", "version", "preview_state",
    "entry__title", "attached_to__title", "filed_by__name",
    *(f"person__{name}" for name in ("preferred_name", "given_names", "family_name")),
)  # fmt: skip
SORTS = {
    "filed": ("-filed_at", "-pk"),
    "dated": ("-day", "-pk"),
    "name": ("name", "-pk"),
}


@dataclass(frozen=True)
class Wanted:
    """Which documents a list shows (of a category, about a person, dated from one day to another), in which order."""

    category: str = ""
    person: int | None = None
    since: date | None = None
    until: date | None = None
    sort: str = "filed"


def documents_of(family: Family, wanted: Wanted = Wanted()) -> QuerySet[Document]:
    """Return what stands among a family's documents: filed, not taken out, the last version of each.

    A document without a date of its own counts as of the day on which it was filed.
    """
    filed = family.documents.filter(filed_at__isnull=False, taken_out_at=None)
    last = filed.filter(Q(replaced_by=None) | Q(replaced_by__taken_out_at__isnull=False))
    found = last.annotate(day=Coalesce("dated", TruncDate("filed_at", tzinfo=LONDON)))
    found = found.select_related("entry", "attached_to", "filed_by", "person").only(*LISTED)
    return found.filter(*_conditions(wanted)).order_by(*SORTS.get(wanted.sort, SORTS["filed"]))


# What a family's documents are shown by when nothing is asked: how many there are, and the first page of them.
# A family without a reference of its own would take the next one from the database.
A_PAGE = 50
COUNT: Prepared[tuple[int]] = Prepared(
    lambda family: (
        documents_of(Family(pk=family, reference=""))
        .order_by()
        .values(one=Value(1))
        .annotate(n=Count("pk"))
        .values_list("n")
    )
)
FIRST: Prepared[Document] = Prepared(lambda family: documents_of(Family(pk=family, reference=""))[:A_PAGE])


class Listed:
    """A family's documents as a paginator asks for them."""

    ordered = True

    def __init__(self, family: Family, wanted: Wanted) -> None:
        self._family, self._wanted, self._plain = family, wanted, wanted == Wanted()

    def __len__(self) -> int:
        if not self._plain:
            return documents_of(self._family, self._wanted).count()
        return next((number for (number,) in COUNT.ask(family=self._family.pk)), 0)

    def __getitem__(self, part: slice) -> list[Document]:
        if self._plain and not part.start and part.stop <= A_PAGE:
            return FIRST.ask(family=self._family.pk)[: part.stop]
        return list(documents_of(self._family, self._wanted)[part])


def _conditions(wanted: Wanted) -> list[Q]:
    conditions = [
        Q(category=wanted.category) if wanted.category else None,
        Q(person=wanted.person) if wanted.person else None,
        _from(wanted.since) if wanted.since else None,
        ~_from(wanted.until + timedelta(days=1)) if wanted.until else None,
    ]
    return [one for one in conditions if one is not None]


def _from(day: date) -> Q:
    return Q(dated__gte=day) | Q(dated=None, filed_at__gte=datetime.combine(day, time(), LONDON))


def taken_out_of(family: Family) -> QuerySet[Document]:
    """Return what was taken out of a family's documents, the last first."""
    return family.documents.filter(taken_out_at__isnull=False).select_related("taken_out_by").order_by("-taken_out_at")


def versions_of(document: Document) -> list[Document]:
    """Return every version of a document, itself among them, the latest first; none that was taken out but itself."""
    chain = [document]
    while earlier := chain[-1].replaces:
        chain.append(earlier)
    while later := Document.objects.filter(replaces=chain[0]).select_related("filed_by").first():
        chain.insert(0, later)
    return [one for one in chain if one.taken_out_at is None or one == document]


def belonging_to(family_id: int | None, entry_id: int | None, ids: Sequence[int | str]) -> list[Document]:
    """Return those of these documents that are the family's; of a record about no family, its own and its versions'."""
    found = Document.objects.filter(pk__in=ids)
    if family_id is not None:
        return list(found.filter(family=family_id))
    own = [entry_id] if entry_id else []
    while own and (earlier := Entry.objects.filter(pk=own[-1]).values_list("amends", flat=True).first()):
        own.append(earlier)
    return list(found.filter(attached_to__in=own))


def same_file(family_id: int | None, came_as: str) -> Document | None:
    """Return the family's document that was handed in as just this file, filed or attached; None when there is none."""
    if family_id is None:
        return None
    return Document.objects.filter(family=family_id, came_as=came_as, taken_out_at=None).first()
