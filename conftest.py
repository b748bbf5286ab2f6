"""Fixtures for every test of the tree, in tests/ and in the apps."""

import gc
import os
from typing import Any

import pytest
from django.db import connection
from psycopg._preparing import PrepareManager

from tests import clean_database
from tests.pages import CheckedClient

pytest_plugins = ["tests.browser"]


def pytest_collection_finish() -> None:
    """What was imported stays until the end: looking through it for rubbish again and again is a tenth of the time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(100_000, 20, 100)


# Its driver forgets every plan that the database keeps when something is rolled back, as each test is: it might have
# been a change of tables. In tests it never is, and planning all anew was a sixth of the time of opening every page.
PrepareManager._should_discard = lambda *_: False  # type: ignore[method-assign]


@pytest.fixture
def client() -> CheckedClient:
    """Django's test client; every whole page that it is answered with is checked."""
    return CheckedClient()


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings: None) -> None:
    """A whole run migrates once and each process copies what came of it; otherwise each migrates by itself."""
    if migrated := os.environ.get("ALONGSIDE_MIGRATED"):
        connection.settings_dict["TEST"]["TEMPLATE"] = migrated


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: Any) -> None:
    """pytest-django's test database, with a way to empty it that append-only tables allow."""
    with django_db_blocker.unblock():
        clean_database.remember_what_migrations_left()
    clean_database.install()
