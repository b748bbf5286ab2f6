"""Which pack the authority works by now."""

from django.db.models import QuerySet

from alongside.packs.format.pack import Pack
from alongside.packs.models import PackVersion
from alongside.prepared import Prepared

LAST_PUBLISHED: Prepared[PackVersion] = Prepared(
    lambda: PackVersion.objects.defer("content").order_by("-published_at", "-pk")[:1]
)


def current() -> PackVersion:
    """Return the version published last, without fetching its content: one small query.

    :raises PackVersion.DoesNotExist: saying how to publish one, when none is
    """
    found = LAST_PUBLISHED.ask()
    if not found:
        raise PackVersion.DoesNotExist("No practice pack is published yet; run: alongside packs publish packs/default")
    return found[0]


def current_pack() -> Pack:
    """Return the pack that new entries are written in."""
    return current().pack


def published_versions() -> QuerySet[PackVersion]:
    """Return every version ever published with who published it, the one in force first, without their content."""
    return PackVersion.objects.defer("content").select_related("published_by")
