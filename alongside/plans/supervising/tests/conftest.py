"""Fixtures of the tests of supervision."""

import pytest

from alongside.journey.tests.making import World, make_world


@pytest.fixture
def world(db: None) -> World:
    return make_world()
