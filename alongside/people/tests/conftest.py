"""Every test here works by the default pack."""

from typing import Any

import pytest

from alongside.packs.actions import publish
from alongside.packs.tests.shipped import default_pack


@pytest.fixture(autouse=True)
def published_pack(request: pytest.FixtureRequest) -> Any:
    """The default pack, published, wherever a test uses the database."""
    if request.node.get_closest_marker("django_db"):
        request.getfixturevalue("db")
        publish(pack=default_pack(), by=None)
