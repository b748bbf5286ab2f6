"""What a run of some thousand tests need not do again in each of them."""

import gc
from collections.abc import Callable
from typing import Any

from alongside.packs import actions
from alongside.packs.digest import content_of, digest_of
from alongside.packs.models import PackContent
from alongside.packs.tests.shipped import default_pack

PACKS_KEPT = 20


def leave_what_is_imported_alone() -> None:
    """What was imported stays until the end: looking through it for rubbish again and again is a fifth of the time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(100_000, 20, 100)


def write_each_pack_out_once() -> None:
    """Most tests publish the pack that we ship; a pack never changes, so neither do its content and its digest."""
    for name in ("content_of", "digest_of"):
        vars(actions)[name] = _once(vars(actions)[name])


def store_what_the_shipped_pack_holds() -> None:
    """Put it where it belongs, once for each test database: to publish that pack costs a tenth then, and most tests do.

    No version is published by this; a test that publishes none has none.
    """
    content = content_of(default_pack())
    PackContent.objects.bulk_create([PackContent(digest=digest_of(content), content=content)], ignore_conflicts=True)


def _once(work_out: Callable[[Any], Any]) -> Callable[[Any], Any]:
    known: dict[int, tuple[Any, Any]] = {}

    def remembered(about: Any) -> Any:
        if id(about) not in known:
            if len(known) >= PACKS_KEPT:
                known.clear()
            known[id(about)] = (about, work_out(about))  # it is kept too, so that no other can take its identity
        return known[id(about)][1]

    return remembered
