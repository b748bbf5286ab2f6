"""Fetching a feed from its address, page by page, and each service whole where the list tells only a little of it."""

from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import quote, urlencode, urlsplit, urlunsplit

import requests

from alongside.directory.open_referral.reading import LARGEST, FeedBroken, known, parsed

SECONDS = 30
MOST_PAGES = 2_000
MOST_REQUESTS = 20_000

Get = Callable[[str], bytes]


def fetched(address: str, get: Get | None = None) -> list[Any]:
    """Return the pages of a feed, with each service as whole as the address gives it.

    :param address: of the list of services (it ends in `/services`), or of a file that holds them; http or https
    :raises FeedBroken: when a page cannot be had or read: a feed that is had in part would retire the rest
    """
    ask = _counting(get or _get)
    first = parsed(ask(_checked(address)))
    pages = [first, *_further(address, first, ask)] if isinstance(first, dict) and "contents" in first else [first]
    for page in pages:
        if isinstance(page, dict) and isinstance(page.get("contents"), list):
            page["contents"] = [_whole(address, one, ask) for one in page["contents"]]
    return pages


def _further(address: str, first: dict[str, Any], ask: Get) -> Iterator[Any]:
    total = first.get("total_pages")
    last = min(total, MOST_PAGES) if isinstance(total, int) else 1
    seen = {_ids(first)}
    for number in range(2, last + 1):
        page = parsed(ask(_page(address, number)))
        ids = _ids(page)
        if not ids or ids in seen:
            return
        seen.add(ids)
        yield page


def _whole(address: str, item: Any, ask: Get) -> Any:
    if not isinstance(item, dict) or not set(item) <= known("service-list-item") or not isinstance(item.get("id"), str):
        return item
    parts = urlsplit(address)
    if not parts.path.rstrip("/").endswith("/services"):
        return item
    path = f"{parts.path.rstrip('/')}/{quote(item['id'], safe='')}"
    return parsed(ask(urlunsplit((parts.scheme, parts.netloc, path, "", ""))))


def _ids(page: Any) -> tuple[str, ...]:
    contents = page.get("contents") if isinstance(page, dict) else None
    return tuple(str(one.get("id")) for one in contents if isinstance(one, dict)) if isinstance(contents, list) else ()


def _page(address: str, number: int) -> str:
    parts = urlsplit(address)
    query = "&".join(filter(None, (parts.query, urlencode({"page": number}))))
    return urlunsplit((parts.scheme, parts.netloc, parts.path, query, ""))


def _checked(address: str) -> str:
    parts = urlsplit(address)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise FeedBroken("Give the address of the feed, beginning with https://, or a file.")
    return address


def _counting(get: Get) -> Get:
    asked = 0

    def ask(address: str) -> bytes:
        nonlocal asked
        asked += 1
        if asked > MOST_REQUESTS:
            raise FeedBroken(f"The feed takes more than {MOST_REQUESTS} requests. Ask its owner for one file.")
        return get(address)

    return ask


def _get(address: str) -> bytes:
    try:
        with requests.get(address, timeout=SECONDS, stream=True, headers={"Accept": "application/json"}) as answer:
            answer.raise_for_status()
            text = answer.raw.read(LARGEST + 1, decode_content=True)
    except requests.RequestException as error:
        raise FeedBroken(f"{address} cannot be had ({type(error).__name__}). Nothing was changed; try again.") from None
    return bytes(text)
