"""Fixtures for every test of the tree, in tests/ and in the apps."""

import os
from typing import Any

import pytest
from django.db import connection

from tests import clean_database, spared
from tests.pages import CheckedClient

pytest_plugins = ["tests.browser"]


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Any:
    from tests.scheduling import Together

    return Together(config, log)


def pytest_collection_finish() -> None:
    spared.leave_what_is_imported_alone()
    spared.write_each_pack_out_once()


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
    """pytest-django's test database, with what most tests need there, emptied as append-only tables allow."""
    with django_db_blocker.unblock():
        spared.store_what_the_shipped_pack_holds()
        clean_database.remember_what_migrations_left()
    clean_database.install()
