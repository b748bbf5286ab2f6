"""A practitioner who is signed in, and a family of theirs with a child."""

from typing import Any

import pytest

from alongside.access.models import User
from alongside.people.models import Family, Person
from alongside.people.tests.makers import make_family, make_member, make_team, make_user


@pytest.fixture
def worker(client: Any) -> User:
    """A practitioner, signed in."""
    user = make_user("practitioner", make_team("Harbour team"), name="Priya Shah")
    client.force_login(user)
    return user


@pytest.fixture
def family(worker: User) -> Family:
    return make_family("Hayes", team=worker.posts.get().team)


@pytest.fixture
def maya(family: Family) -> Person:
    return make_member(family)
