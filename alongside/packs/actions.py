"""The one write there is about packs: to publish."""

from typing import Any

from django.db import transaction
from django.utils import timezone

from alongside.packs.digest import content_of, digest_of
from alongside.packs.format.pack import Pack
from alongside.packs.models import PackContent, PackVersion
from alongside.packs.queries import in_force


@transaction.atomic
def publish(*, pack: Pack, by: Any) -> PackVersion:
    """Store a pack as a version that never changes, and make it the one that new entries are written in.

    The row itself says who published what and when. A pack with the same content is stored once: publishing it
    again returns the version that is there, and leaves the current one current.

    :param pack: a pack that has been loaded, and so checked
    :param by: the person who publishes; none when a command does it
    """
    in_force.set("")
    content = content_of(pack)
    digest = digest_of(content)
    if not PackContent.objects.filter(digest=digest).exists():
        PackContent.objects.bulk_create([PackContent(digest=digest, content=content)], ignore_conflicts=True)
    version, _created = PackVersion.objects.get_or_create(
        digest=digest,
        defaults={
            "pack_id": pack.id,
            "version": pack.version,
            "published_at": timezone.now(),
            "published_by": by,
        },
    )
    return version
