"""The data folder of one Alongside on this machine: database, documents, secrets, logs."""

import hashlib
import json
import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from alongside.launch.locks import is_held, one_after_another, only_one
from alongside.launch.places import VAR
from alongside.launch.processes import stop_left_behind

OUTSIDE = Path("/var/lib/alongside")


@dataclass(frozen=True)
class Home:
    """A data folder. Only the account that started Alongside can look into it."""

    folder: Path
    lasting: bool = True

    @property
    def database(self) -> Path:
        """The embedded database's own folder (see `outside`: for root it can be elsewhere)."""
        return self.folder / "postgres"

    @property
    def outside(self) -> Path:
        """Where root's database goes when the account that it runs under cannot reach this folder."""
        return OUTSIDE / hashlib.sha256(str(self.folder).encode()).hexdigest()[:12]

    @property
    def processes(self) -> Path:
        """The list of processes that run on this folder."""
        return self.folder / "processes.json"

    @property
    def running(self) -> Path:
        """The settings of the Alongside that runs on this folder now, for `alongside manage` and the like."""
        return self.folder / "running.json"

    @property
    def filled(self) -> Path:
        """What the database was found to hold at the last start."""
        return self.folder / "filled.json"

    def log(self, name: str) -> Path:
        """Return the path of a log."""
        return self.folder / "log" / f"{name}.log"

    @cached_property
    def secrets(self) -> dict[str, str]:
        """The secret key and the database's password: made on the first start, never in the repository."""
        file = self.folder / "secrets.json"
        if not file.exists():
            made = {"secret_key": secrets.token_urlsafe(50), "database_password": secrets.token_urlsafe(24)}
            write_private(file, json.dumps(made))
        return dict(json.loads(file.read_text()))


@contextmanager
def lasting_home(*, fresh: bool) -> Iterator[Home]:
    """Give the checkout's own data folder, emptied first if `fresh`.

    :raises CannotGoOn: when another Alongside runs on it
    """
    home = Home(VAR)
    _make(home.folder)
    message = (
        f"Alongside is already running on the data in {home.folder}. Use that one, stop it (Ctrl-C where it runs), "
        "or start a second one from another copy of this folder with another --port."
    )
    with only_one(home.folder / "run.lock", message):
        if fresh:
            _empty(home)
        yield home


@contextmanager
def throw_away_home(purpose: str) -> Iterator[Home]:
    """Give a new data folder that is deleted afterwards, and delete those that killed processes left."""
    folder = VAR / "throw-away"
    _make(VAR)
    _make(folder)
    home = Home(folder / f"{purpose}-{os.getpid()}", lasting=False)
    lock = home.folder.with_suffix(".lock")
    with ExitStack() as held:
        with one_after_another("throw-away"):
            _sweep(folder)
            held.enter_context(only_one(lock, f"{lock} is held by another process."))
        _make(home.folder)
        try:
            yield home
        finally:
            delete(home)
            lock.unlink(missing_ok=True)


def _sweep(folder: Path) -> None:
    for lock in folder.glob("*.lock"):
        if not is_held(lock):
            delete(Home(lock.with_suffix("")))
            lock.unlink(missing_ok=True)


def write_private(file: Path, text: str) -> None:
    """Write a file, whole or not at all, that only we can read."""
    beside = file.with_suffix(".new")
    beside.unlink(missing_ok=True)
    with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as output:
        output.write(text)
    beside.replace(file)


def _make(folder: Path) -> None:
    """Make a folder that others can pass through but not list: the database's account has its own inside."""
    folder.mkdir(parents=True, exist_ok=True)
    folder.chmod(0o711)


def _empty(home: Home) -> None:
    stop_left_behind(home.processes)
    shutil.rmtree(home.database, ignore_errors=True)
    shutil.rmtree(home.outside, ignore_errors=True)
    for name in ("documents", "static", "log"):
        shutil.rmtree(home.folder / name, ignore_errors=True)
    for name in ("secrets.json", "filled.json", "running.json"):
        (home.folder / name).unlink(missing_ok=True)


def delete(home: Home) -> None:
    """Delete a data folder with all that is in it."""
    _empty(home)
    shutil.rmtree(home.folder, ignore_errors=True)
