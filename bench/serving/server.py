"""A throw-away database and the web server on it, both as in production."""

import os
import secrets
import sys
import time
import urllib.error
import urllib.request
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout
from dataclasses import replace
from pathlib import Path
from socket import socket
from tempfile import TemporaryDirectory
from urllib.parse import urlsplit

import psycopg

from alongside.cli.serve import gunicorn_options
from alongside.launch import assets
from alongside.launch.home import throw_away_home
from alongside.launch.places import ROOT
from alongside.launch.postgres.server import running
from alongside.launch.processes import spawn

READY_WITHIN = 60.0  # seconds


@contextmanager
def prepared(*, pages: bool = True) -> Iterator[Path]:
    """Make a database with the default pack, ready for Django in this process; give a folder that goes with it.

    :param pages: whether pages will be asked for, which need styles and scripts

    The server of DATABASE_URL is used if that is set, with a database of its own there that is dropped afterwards;
    otherwise the embedded one, started as for a real installation: what is committed is on disk.
    """
    with redirect_stdout(sys.stderr), _database() as url, TemporaryDirectory(prefix="alongside-bench-") as folder:
        os.environ |= {
            "ALONGSIDE_DATA_DIR": folder,
            "ALONGSIDE_MODE": "production",
            "ALLOWED_HOSTS": "127.0.0.1",
            "BEHIND_TLS_PROXY": "yes",
            "DATABASE_URL": url,
            "DJANGO_SETTINGS_MODULE": "bench.settings",
            "SECRET_KEY": secrets.token_urlsafe(50),
        }
        _fill(pages=pages)
        yield Path(folder)


@contextmanager
def _database() -> Iterator[str]:
    given = os.environ.get("DATABASE_URL", "")
    if not given:
        with throw_away_home("bench") as home, running(replace(home, lasting=True)) as (_, url):
            yield url
        return
    name = f"alongside_bench_{os.getpid()}"
    with psycopg.connect(given, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
        try:
            yield urlsplit(given)._replace(path=f"/{name}").geturl()
        finally:
            connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


def _fill(*, pages: bool) -> None:
    import django
    from django.core.management import call_command

    if pages:
        assets.build()
    django.setup()
    call_command("migrate", verbosity=0, interactive=False)
    call_command("publish_pack", ROOT / "packs" / "default")
    if pages:
        call_command("collectstatic", verbosity=0, interactive=False)


@contextmanager
def served(folder: Path, *, workers: int = 1) -> Iterator[str]:
    """Run the web server as `alongside serve` does, with one worker unless told; give its host and port."""
    with socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    options = gunicorn_options(Namespace(host="127.0.0.1", port=port, workers=workers, threads=4), {})
    child = spawn(
        "web server",
        [sys.executable, "-m", "gunicorn", *options],
        log=folder / "web.log",
        folder=ROOT,
        environment=os.environ,
    )
    try:
        _wait_for_answer(f"http://127.0.0.1:{port}/hello/")
        child.check()
        yield f"127.0.0.1:{port}"
    finally:
        child.stop()


def _wait_for_answer(url: str) -> None:
    limit = time.monotonic() + READY_WITHIN
    while time.monotonic() < limit:
        try:
            urllib.request.urlopen(url, timeout=READY_WITHIN).close()
            return
        except urllib.error.HTTPError:  # a redirect to https that nobody answers, or the like: it is there
            return
        except OSError:
            time.sleep(0.05)
