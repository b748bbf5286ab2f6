"""The whole demo, loaded once for all tests of this folder."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.db import transaction
from django.test import override_settings

from alongside.demo.load import Demo, load
from alongside.packs.actions import publish
from alongside.packs.loader import load as load_pack

TODAY = date(2026, 11, 20)
PACK = Path(__file__).resolve().parents[3] / "packs" / "default"


@pytest.fixture(scope="module")
def published(django_db_setup: None, django_db_blocker: Any, tmp_path_factory: Any) -> Iterator[None]:
    """The default pack published, and everything after it taken back at the end."""
    kept = override_settings(MEDIA_ROOT=tmp_path_factory.mktemp("documents"))
    with django_db_blocker.unblock(), kept, transaction.atomic():
        publish(pack=load_pack(PACK), by=None)
        yield
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def demo(published: None) -> Demo:
    return load(TODAY)
