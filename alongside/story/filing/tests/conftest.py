"""What tests of documents begin with: a family, and a store of their own."""

from pathlib import Path
from typing import Any

import pytest

from alongside.story.tests.makers import World, make_world


@pytest.fixture(autouse=True)
def store(settings: Any, tmp_path: Path) -> Path:
    """An empty folder for what these tests keep."""
    settings.MEDIA_ROOT = tmp_path / "documents"
    return tmp_path / "documents"


@pytest.fixture
def world(db: None) -> World:
    return make_world()
