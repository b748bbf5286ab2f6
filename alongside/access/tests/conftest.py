"""People who have accounts, for the tests of this app."""

import re
from collections.abc import Callable

import pytest

from alongside.access.models import Post, Team, User

PASSWORD = "a calm walk along the river"


def found(pattern: str, text: str) -> str:
    """Return what the pattern's group matches; a test that needs it fails when it is not there."""
    match = re.search(pattern, text)
    assert match, pattern
    return match[1]


@pytest.fixture
def make_user(db: None) -> Callable[..., User]:
    """Return a maker of accounts: `make_user("Ada Okafor", "manager", team=north)`."""

    def make(name: str, *roles: str, team: Team | None = None) -> User:
        first = name.split()[0].lower()
        user = User.objects.create_user(email=f"{first}@alderbridge.example", name=name, password=PASSWORD)
        for role in roles:
            Post.objects.create(user=user, team=team or Team.objects.get_or_create(name="North")[0], role=role)
        return user

    return make


@pytest.fixture
def ada(make_user: Callable[..., User]) -> User:
    return make_user("Ada Okafor", "practitioner")


@pytest.fixture
def administrator(make_user: Callable[..., User]) -> User:
    return make_user("Imran Shah", "administrator")
