"""Which pack the authority works by now."""

from alongside.packs.format.pack import Pack
from alongside.packs.models import PackVersion


def current() -> PackVersion:
    """Return the version published last, without fetching its content: one small query.

    :raises PackVersion.DoesNotExist: saying how to publish one, when none is
    """
    version = PackVersion.objects.defer("content").order_by("-published_at", "-pk").first()
    if version is None:
        raise PackVersion.DoesNotExist("No practice pack is published yet; run: alongside packs publish packs/default")
    return version


def current_pack() -> Pack:
    """Return the pack that new entries are written in."""
    return current().pack
