"""Every test here works by the default pack."""

from functools import cache
from pathlib import Path
from typing import Any

import pytest

from alongside.packs import loader
from alongside.packs.actions import publish
from alongside.packs.format.pack import Pack

DEFAULT = Path(__file__).resolve().parents[3] / "packs" / "default"


@cache
def default_pack() -> Pack:
    return loader.load(DEFAULT)


@pytest.fixture(autouse=True)
def published_pack(request: pytest.FixtureRequest) -> Any:
    """The default pack, published, wherever a test uses the database."""
    if request.node.get_closest_marker("django_db"):
        request.getfixturevalue("db")
        publish(pack=default_pack(), by=None)
