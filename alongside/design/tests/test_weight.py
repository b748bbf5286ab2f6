"""A first view may weigh 100 kB over the wire; what every page needs leaves a third of it to the page itself."""

import brotli  # type: ignore[import-untyped]
import pytest
from django.contrib.staticfiles import finders

FIRST_VIEW = 100_000


def wire_weight(name: str) -> int:
    """Bytes of a built file as a browser is sent it. Fonts are compressed already."""
    path = finders.find(f"dist/{name}")
    assert path, f"{name} has not been built: node assets/build.mjs"
    with open(path, "rb") as file:
        content = file.read()
    return len(content if name.endswith(".woff2") else brotli.compress(content))


@pytest.fixture
def everything() -> int:
    return sum(
        wire_weight(name) for name in ("app.css", "app.js", "fonts/atkinson-hyperlegible-next-latin-wght-normal.woff2")
    )


def test_what_every_page_needs_leaves_room_for_the_page(everything):
    assert everything <= FIRST_VIEW * 3 / 4
