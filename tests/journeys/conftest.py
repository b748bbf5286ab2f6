"""What every journey begins with: the default pack, a team, a family."""

from typing import Any

import pytest

from alongside.story.tests.makers import World, make_world


@pytest.fixture
def world(transactional_db: None) -> World:
    return make_world()


@pytest.fixture
def writing(page: Any, sign_in: Any, world: World) -> Any:
    """A page on which the practitioner writes a fresh conversation."""
    sign_in(page, world.practitioner)
    page.goto(f"/entries/{world.draft().pk}/edit/")
    return page
