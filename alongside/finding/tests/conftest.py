"""A family with a team, a practitioner and a manager."""

import pytest

from alongside.story.tests.makers import World, make_world


@pytest.fixture
def world(db: None) -> World:
    return make_world()
