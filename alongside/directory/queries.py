"""Finding services: by words, by how near they are, and by what they help with."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.contrib.postgres.search import SearchQuery, SearchRank
from django.db.models import Avg, Count, F, FloatField, Min, Q, QuerySet, Value
from django.db.models.functions import ACos, Cos, Greatest, Least, Radians, Sin

from alongside.directory.actions import term_key
from alongside.directory.models import HelpsWith, Place, Service
from alongside.directory.postcodes import beginnings, tidy_postcode
from alongside.packs.format.pack import Pack
from alongside.packs.format.thresholds import Indicator, KindOfHelp

EARTH = 3958.8  # its mean radius in miles
PER_PAGE = 20
MOST_LINKED = 40


@dataclass(frozen=True)
class Near:
    """Where distances are measured from (degrees), and how exactly that is known."""

    postcode: str
    latitude: float
    longitude: float
    of: str

    @property
    def is_exact(self) -> bool:
        """Whether the feed knows this very postcode."""
        return self.of == self.postcode


def there_now() -> QuerySet[Service]:
    """Return the services that somebody can be sent to."""
    return Service.objects.filter(retired_at=None, status__in=[Service.Status.ACTIVE, Service.Status.CLOSED])


def near(typed: str) -> Near | None:
    """Return where a postcode is, as the places of the directory tell; None when none of them is anywhere near.

    No outside service is asked. Where the very postcode is unknown, the middle of what is known of its sector, or of
    its district, stands for it.
    """
    postcode = tidy_postcode(typed)
    known = Place.objects.filter(latitude__isnull=False, service__retired_at=None)
    for beginning in beginnings(postcode):
        middle = known.filter(postcode__startswith=beginning).aggregate(
            latitude=Avg("latitude"), longitude=Avg("longitude")
        )
        if middle["latitude"] is not None:
            return Near(postcode, middle["latitude"], middle["longitude"], beginning.strip())
    return None


def search(words: str, *, around: Near | None = None, any_word: bool = False) -> QuerySet[Service]:
    """Return the services that fit, the nearest first when a place is given, else the best first.

    :param words: as on any search page: “quotation marks” keep words together, a minus leaves out; empty finds all
    :param any_word: one of the words is enough
    """
    found = there_now().prefetch_related("places")
    order: list[Any] = ["name", "pk"]
    if words:
        query = SearchQuery(
            " or ".join(words.split()) if any_word else words, search_type="websearch", config="english"
        )
        found = found.filter(words=query).annotate(fits=SearchRank(F("words"), query))
        order = ["-fits", *order]
    if around:
        found = found.annotate(miles=_miles(around))
        order = [F("miles").asc(nulls_last=True), *order]
    return found.order_by(*order)


def for_sign(pack: Pack, sign: Indicator) -> list[Service]:
    """Return the services that help with a sign: by the terms of its kinds of help, and as somebody said by hand."""
    terms = {term_key(term) for kind in kinds_of(pack, sign) for term in kind.terms}
    return _linked(terms, HelpsWith.About.SIGN, sign.id)


def for_signs(pack: Pack, signs: Iterable[str], most: int = 8) -> list[Service]:
    """Return services that help with some of these signs, those that help with most of them first; one query.

    What somebody took away or linked by hand shows on each sign's own page; here the terms decide.
    """
    chosen = set(signs)
    terms = [
        {term_key(term) for kind in kinds_of(pack, sign) for term in kind.terms}
        for sign in pack.thresholds.indicators
        if sign.id in chosen
    ]
    found = there_now().filter(term_keys__overlap=sorted(set().union(*terms)) or [""]).order_by("name", "pk")[:200]
    return sorted(found, key=lambda one: -sum(1 for of_sign in terms if of_sign & set(one.term_keys)))[:most]


def for_toolkit(pack: Pack, toolkit_id: str) -> list[Service]:
    """Return the services that go with a toolkit, as somebody said by hand."""
    return _linked(set(), HelpsWith.About.TOOLKIT, toolkit_id)


def kinds_of(pack: Pack, sign: Indicator) -> list[KindOfHelp]:
    """Return the kinds of help that help with a sign."""
    return [kind for kind in pack.thresholds.kinds_of_help if kind.id in sign.helped_by]


def toolkits_for(pack: Pack, sign: Indicator) -> list[Any]:
    """Return the toolkits of the pack that help with a sign, in the pack's order."""
    wanted = {toolkit for kind in kinds_of(pack, sign) for toolkit in kind.toolkits}
    return [toolkit for toolkit in pack.toolkits if toolkit.id in wanted]


def signs_of(pack: Pack, service: Service) -> list[tuple[Indicator, str]]:
    """Return the signs a service helps with, each with how that is known: `terms` or `hand`."""
    said = {one.target: one.helps for one in service.said.all() if one.about == HelpsWith.About.SIGN}
    keys = set(service.term_keys)
    kinds = {kind.id for kind in pack.thresholds.kinds_of_help if keys & {term_key(term) for term in kind.terms}}
    found = []
    for sign in pack.thresholds.indicators:
        if said.get(sign.id, bool(kinds & set(sign.helped_by))):
            found.append((sign, "hand" if sign.id in said else "terms"))
    return found


def called(name: str) -> Service | None:
    """Return the service of this name that is there now, however its capitals are; None when none or several are."""
    found = list(there_now().filter(name__iexact=" ".join(name.split()))[:2])
    return found[0] if len(found) == 1 else None


def names_for(pack: Pack, signs: Iterable[str], most: int = 40) -> list[str]:
    """Return names of services to choose from, those that help with these signs first; one query."""
    chosen = set(signs)
    kinds = {kind for sign in pack.thresholds.indicators if sign.id in chosen for kind in sign.helped_by}
    terms = [term_key(term) for kind in pack.thresholds.kinds_of_help if kind.id in kinds for term in kind.terms]
    found = there_now().annotate(helps=Count("pk", filter=Q(term_keys__overlap=terms or [""])))
    return list(found.order_by("-helps", "name").values_list("name", flat=True)[:most])


def _linked(terms: set[str], about: str, target: str) -> list[Service]:
    said = HelpsWith.objects.filter(about=about, target=target)
    yes, no = said.filter(helps=True).values("service"), said.filter(helps=False).values("service")
    by_terms = Q(term_keys__overlap=sorted(terms)) if terms else Q(pk__in=[])
    found = there_now().filter(by_terms | Q(pk__in=yes)).exclude(pk__in=no)
    return list(found.order_by("name", "pk")[:MOST_LINKED])


def _miles(around: Near) -> Min:
    """The great-circle distance to the nearest place of a service, in miles."""
    latitude, longitude = Radians(Value(around.latitude)), Radians(Value(around.longitude))
    here, there = Radians(F("places__latitude")), Radians(F("places__longitude"))
    cosine = Sin(latitude) * Sin(here) + Cos(latitude) * Cos(here) * Cos(there - longitude)
    # Rounding may leave it a hair outside of what an angle can have.
    distance = ACos(Least(Greatest(cosine, Value(-1.0)), Value(1.0))) * Value(EARTH)
    return Min(distance, filter=Q(places__latitude__isnull=False), output_field=FloatField())
