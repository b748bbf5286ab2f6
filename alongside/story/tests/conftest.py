"""What every test of the story begins with."""

from typing import Any

import pytest

from alongside.story.tests.makers import World, make_world


@pytest.fixture
def world(db: None) -> World:
    return make_world()


@pytest.fixture
def page_of(client: Any, world: World) -> Any:
    """The client, signed in as the family's practitioner."""
    client.force_login(world.practitioner)
    return client
