"""What a published pack is stored as, and the digest by which the same pack is known again."""

import hashlib
import json
from typing import Any

from alongside.packs.format.pack import Pack


def content_of(pack: Pack) -> dict[str, Any]:
    """Return the pack as plain JSON, with all that the format fills in, so that later defaults change nothing."""
    return pack.model_dump(mode="json", by_alias=True)


def digest_of(content: dict[str, Any]) -> str:
    """Return the SHA-256 of the content, the same whatever the order of its keys."""
    text = json.dumps(content, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()
