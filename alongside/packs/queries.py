"""Which pack the authority works by now."""

from contextvars import ContextVar

from django.db.models import CharField, QuerySet, Value
from django.db.models.functions import Cast, Concat

from alongside.packs.format.pack import Pack
from alongside.packs.models import PackVersion
from alongside.prepared import Prepared

# Which version is in force, as it was read together with who signed in: a page need not ask again. Empty elsewhere.
in_force: ContextVar[str] = ContextVar("in_force", default="")
# Versions never change, so one that was read once is kept, by its id and what it holds.
_versions: dict[str, PackVersion] = {}

LAST_PUBLISHED: Prepared[PackVersion] = Prepared(lambda: PackVersion.objects.order_by("-published_at", "-pk")[:1])


def current() -> PackVersion:
    """Return the version published last, one small query, or none within a page.

    :raises PackVersion.DoesNotExist: saying how to publish one, when none is
    """
    if known := _versions.get(in_force.get()):
        return known
    found = LAST_PUBLISHED.ask()
    if not found:
        raise PackVersion.DoesNotExist("No practice pack is published yet; run: alongside packs publish packs/default")
    return _versions.setdefault(f"{found[0].pk}:{found[0].digest}", found[0])


def which_is_in_force() -> QuerySet[PackVersion, str]:
    """Return a query of one text, for `in_force`, to be read together with something else."""
    said = Concat(Cast("pk", CharField()), Value(":"), "digest")
    return PackVersion.objects.order_by("-published_at", "-pk").values_list(said)[:1]


def current_pack() -> Pack:
    """Return the pack that new entries are written in."""
    return current().pack


def published_versions() -> QuerySet[PackVersion]:
    """Return every version ever published with who published it, the one in force first."""
    return PackVersion.objects.select_related("published_by")
