"""The embedded PostgreSQL keeps what it has acknowledged, however it ends."""

import os
import signal
from collections.abc import Iterator

import psycopg
import pytest

from alongside.launch.home import Home, delete
from alongside.launch.postgres.server import running
from alongside.launch.steps import CannotGoOn


@pytest.fixture
def home(tmp_path) -> Iterator[Home]:
    """A data folder with a space and an accent in its path, which root's database account may not reach."""
    folder = tmp_path / "Zoë's folder"
    folder.mkdir(mode=0o711)
    home = Home(folder)
    yield home
    delete(home)


def test_killed_hard_it_starts_again_with_all_that_it_had(home):
    with running(home) as (child, url):
        with psycopg.connect(url) as connection:
            connection.execute("CREATE TABLE said AS SELECT 'kept' AS word")
        os.kill(child.popen.pid, signal.SIGKILL)
        child.popen.wait()
    with running(home) as (_, url), psycopg.connect(url) as connection:
        assert connection.execute("SELECT word FROM said").fetchone() == ("kept",)


def test_its_order_of_words_is_the_same_on_every_machine(home):
    with running(home) as (_, url), psycopg.connect(url) as connection:
        row = connection.execute(
            "SELECT datlocprovider, datlocale FROM pg_database WHERE datname = current_database()"
        ).fetchone()
    assert row == ("b", "C.UTF-8")


def test_nobody_gets_in_without_the_password(home):
    with running(home) as (_, url):
        with pytest.raises(psycopg.OperationalError, match="password"):
            psycopg.connect(url.replace(home.secrets["database_password"], "guessed"))
        (home.folder / "secrets.json").unlink()
    with pytest.raises(CannotGoOn, match=r"\./run --fresh"), running(Home(home.folder)):
        pass


def test_data_of_another_version_are_not_touched(home):
    with running(home):
        data = home.database if home.database.exists() else home.outside / "postgres"
    (data / "PG_VERSION").write_text("16\n")
    with pytest.raises(CannotGoOn, match="made by PostgreSQL 16"), running(home):
        pass
