"""Every test here works by the default pack."""

from typing import Any

import pytest

from alongside.access.models import User
from alongside.packs.actions import publish
from alongside.packs.tests.shipped import default_pack
from alongside.people.tests.makers import make_user


@pytest.fixture(autouse=True)
def published_pack(request: pytest.FixtureRequest) -> Any:
    """The default pack, published, wherever a test uses the database."""
    if request.node.get_closest_marker("django_db"):
        request.getfixturevalue("db")
        publish(pack=default_pack(), by=None)


@pytest.fixture
def user(db: None) -> User:
    """Somebody who works with families in a team."""
    return make_user("practitioner")
