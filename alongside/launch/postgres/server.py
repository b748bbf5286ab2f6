"""Making, starting and stopping the embedded PostgreSQL 18.

It listens on this machine only, on a port of its own, and lets in whoever knows the password: a Unix socket would
not do, for its path may be no longer than 107 characters.
"""

import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from urllib.parse import quote

import psycopg

from alongside.launch.home import Home
from alongside.launch.postgres.leftovers import clear_the_way
from alongside.launch.postgres.place import Place, place_for
from alongside.launch.processes import Child, remember, spawn
from alongside.launch.steps import CannotGoOn, end_of, step

USER = DATABASE = "alongside"
VERSION = "18"
TRIES = 5
WAIT = 60.0  # seconds: after a hard stop, PostgreSQL first replays its log
# Nothing in a throw-away database has to survive the machine's power being cut.
HURRIED = ["-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off"]


def create_if_missing(home: Home) -> Place:
    """Return the place of the database of `home`, made on first use.

    :raises CannotGoOn: when it cannot be made, or was made by another version of PostgreSQL
    """
    place = place_for(home)
    if not place.data.exists():
        _create(place, home)
    made_by = (place.data / "PG_VERSION").read_text().strip()
    if made_by != VERSION:
        raise CannotGoOn(
            f"The data in {place.data} were made by PostgreSQL {made_by}; this Alongside has {VERSION}. "
            "Carry them over with pg_dump and pg_restore, or start with new ones: ./run --fresh"
        )
    return place


def _create(place: Place, home: Home) -> None:
    """Run initdb beside the final name, so that a data folder is there whole or not at all.

    The collation is PostgreSQL's own C.UTF-8: the same order on every machine, whatever its system library.
    """
    beside = place.data.with_name(f"{place.data.name}.new")
    shutil.rmtree(beside, ignore_errors=True)
    log = home.log("initdb")
    log.parent.mkdir(parents=True, exist_ok=True)
    command: list[str | Path] = [
        place.programs / "initdb",
        "--pgdata",
        beside,
        "--username",
        USER,
        "--auth",
        "scram-sha-256",
    ]
    command += ["--encoding", "UTF8", "--locale", "C", "--locale-provider", "builtin", "--builtin-locale", "C.UTF-8"]
    beside.mkdir(mode=0o700)
    _give(beside, place)
    with _password_file(home, place) as password, log.open("w") as output:
        account = place.account
        done = subprocess.run(
            [*command, "--pwfile", password],
            stdout=output,
            stderr=output,
            check=False,
            cwd=beside,
            env=_environment(),
            user=account.uid if account else None,
            group=account.gid if account else None,
            extra_groups=[] if account else None,
        )
    if done.returncode:
        shutil.rmtree(beside, ignore_errors=True)
        raise CannotGoOn(f"The database could not be made.\n{end_of(log)}")
    beside.rename(place.data)


@contextmanager
def _password_file(home: Home, place: Place) -> Iterator[str]:
    with tempfile.NamedTemporaryFile("w", dir=place.data.parent, prefix="password-") as file:
        file.write(home.secrets["database_password"])
        file.flush()
        _give(Path(file.name), place)
        yield file.name


def _give(path: Path, place: Place) -> None:
    if place.account:
        os.chown(path, place.account.uid, place.account.gid)


def _environment() -> dict[str, str]:
    return {"PATH": os.environ.get("PATH", ""), "LC_ALL": "C", "TZ": "UTC"}


@contextmanager
def running(home: Home) -> Iterator[tuple[Child, str]]:
    """Run the database of `home`, made on first use; give its process and the DATABASE_URL to reach it.

    :raises CannotGoOn: when it does not come up, or does not let us in
    """
    with ExitStack() as stopping:
        with step("Starting the database"):
            place = create_if_missing(home)
            child, port = _start(home, place)
            stopping.callback(child.stop)
            remember([child], home.processes)
            _make_database(_url(home, port, "postgres"))
        yield child, _url(home, port, DATABASE)


def _start(home: Home, place: Place) -> tuple[Child, int]:
    log = home.log("postgres")
    for _ in range(TRIES):
        clear_the_way(place.data)
        seen = log.stat().st_size if log.exists() else 0
        port = _free_port()
        child = _spawn(home, place, port, log)
        if _comes_up(child, place.data):
            return child, port
        child.stop()
        if b"in use" not in log.read_bytes()[seen:]:  # a port just taken, or a server that is only now ending
            break
        time.sleep(1)
    raise CannotGoOn(f"The database did not start.\n{end_of(log)}")


def _spawn(home: Home, place: Place, port: int, log: Path) -> Child:
    listen = ["-c", "listen_addresses=127.0.0.1", "-c", f"port={port}", "-c", "unix_socket_directories="]
    # Kept small: many of these run side by side on one machine.
    size = ["-c", "max_connections=60", "-c", "log_timezone=UTC", "-c", "timezone=UTC"]
    return spawn(
        "database",
        [place.programs / "postgres", "-D", place.data, *listen, *size, *([] if home.lasting else HURRIED)],
        log=log,
        folder=place.data,
        environment=_environment(),
        ends_on=signal.SIGINT,
        account=place.account,
    )


def _comes_up(child: Child, data: Path) -> bool:
    """Wait until the server's own status line says that it takes connections; False when it ends before."""
    limit = time.monotonic() + WAIT
    while time.monotonic() < limit:
        if child.popen.poll() is not None:
            return False
        if _status(data, child.popen.pid) == "ready":
            return True
        time.sleep(0.02)
    return False


def _status(data: Path, pid: int) -> str:
    file = data / "postmaster.pid"
    lines = file.read_text().splitlines() if file.exists() else []
    return lines[7].strip() if len(lines) > 7 and lines[0] == str(pid) else ""


def _make_database(url: str) -> None:
    try:
        with psycopg.connect(url, autocommit=True) as connection:
            if not connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [DATABASE]).fetchone():
                connection.execute(f"CREATE DATABASE {DATABASE}")
    except psycopg.OperationalError as error:
        raise CannotGoOn(
            f"The database does not let us in: {error}".strip() + "\n"
            "Its password is kept in secrets.json beside it. If that was deleted: ./run --fresh"
        ) from error


def _url(home: Home, port: int, database: str) -> str:
    password = quote(home.secrets["database_password"], safe="")
    return f"postgresql://{USER}:{password}@127.0.0.1:{port}/{database}"


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
