"""Which published version a page of Practice shows: the one in force, or an earlier one named in the address."""

from dataclasses import dataclass

from django.http import Http404, HttpRequest
from django.urls import reverse

from alongside.packs.format.pack import Pack
from alongside.packs.models import PackVersion
from alongside.packs.queries import current, published_versions


@dataclass(frozen=True)
class Edition:
    """A published version, and whether it is the one in force."""

    version: PackVersion
    in_force: bool

    @property
    def pack(self) -> Pack:
        return self.version.pack

    def at(self, name: str, *args: str) -> str:
        """Return the address of a page of Practice in this version."""
        address = reverse(name, args=args)
        return address if self.in_force else f"{address}?version={self.version.pk}"


def edition_asked_for(request: HttpRequest) -> Edition:
    """Return the version that `?version=` names, or the one in force.

    :raises Http404: when no pack is published, or none has this number
    """
    try:
        in_force = current()
    except PackVersion.DoesNotExist:
        raise Http404("No practice pack is published yet.") from None
    asked = request.GET.get("version", "")
    if not asked or asked == str(in_force.pk):
        return Edition(in_force, in_force=True)
    number = int(asked) if asked.isascii() and asked.isdecimal() and len(asked) < 10 else 0
    version = published_versions().filter(pk=number).first()
    if version is None:
        raise Http404("There is no such version of the practice pack.")
    return Edition(version, in_force=False)
