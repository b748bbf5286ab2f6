"""Plain text out of what a feed writes, which may hold markup; and links that lead to pages and nowhere else."""

import re
from html.parser import HTMLParser
from typing import Any
from urllib.parse import urlsplit

LONGEST = 20_000
SILENT = frozenset({"script", "style", "template", "noscript", "svg", "iframe", "object"})
BLOCKS = frozenset({"p", "div", "br", "li", "ul", "ol", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "section"})
MARKUP = re.compile(r"<[a-zA-Z/!]|&[a-zA-Z#]")


class _Text(HTMLParser):
    """Keeps the text, and a line's end where a block ends."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        self._silent += tag in SILENT
        self._block(tag)

    def handle_endtag(self, tag: str) -> None:
        self._silent = max(0, self._silent - (tag in SILENT))
        self._block(tag)

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.parts.append(data)

    def _block(self, tag: str) -> None:
        if tag in BLOCKS:
            self.parts.append("\n")


def plain(value: Any, longest: int = LONGEST) -> str:
    """Return text without markup, in paragraphs; empty for what is no text."""
    if not isinstance(value, str):
        return ""
    text = value[: LONGEST * 2].replace("\x00", "")
    if MARKUP.search(text):
        reader = _Text()
        reader.feed(text)
        reader.close()
        text = "".join(reader.parts)
    lines = (" ".join(line.split()) for line in text.splitlines())
    joined = re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
    return joined.encode("utf-8", "replace").decode("utf-8")[:longest].strip()


def line(value: Any, longest: int) -> str:
    """Return text without markup on one line."""
    return " ".join(plain(value).split())[:longest].strip()


def web_address(value: Any) -> str:
    """Return an address of a page on the web; empty for anything else, such as a script."""
    if not isinstance(value, str) or len(value) > 2000:
        return ""
    try:
        parts = urlsplit(value.strip())
    except ValueError:
        return ""
    fine = parts.scheme.lower() in ("http", "https") and parts.hostname and not re.search(r"[\s\"<>\\]", value.strip())
    return value.strip() if fine else ""
