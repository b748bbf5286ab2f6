"""`./run`: from an installed checkout to a page that one can open, until Ctrl-C."""

import argparse
import contextlib
import json
import os
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path

from alongside.launch import assets
from alongside.launch.home import Home, lasting_home, throw_away_home, write_private
from alongside.launch.places import REQUIREMENTS, ROOT, digest_of
from alongside.launch.ports import address_of, port_to_use
from alongside.launch.postgres import server
from alongside.launch.processes import Child, remember, spawn, stop_left_behind
from alongside.launch.steps import CannotGoOn, end_of, step
from alongside.launch.welcome import show_address

READY_WITHIN = 60.0  # seconds until the web server's first answer
LOOK_EVERY = 0.5  # seconds between looks at whether all still runs


def run(options: argparse.Namespace) -> int:
    """Start what `options` ask for; stay until stopped, or with --check until the proof is done. Returns 0.

    :raises CannotGoOn: when something does not start, or the proof fails
    """
    began = time.monotonic()
    assets.build()
    os.umask(0o077)
    if options.check:
        return _prove()
    with lasting_home(fresh=options.fresh) as home:
        with _all_running(home, options) as (children, address):
            show_address(home, address, host=options.host, seconds=time.monotonic() - began)
            with contextlib.suppress(KeyboardInterrupt):
                _stay(children)
            print("\nStopping …", flush=True)
        print("Stopped. Your data are kept for the next ./run.")
    return 0


def _prove() -> int:
    from alongside.launch.proof import prove

    options = argparse.Namespace(host="127.0.0.1", port=0, empty=False)
    with (
        throw_away_home("check") as home,
        _all_running(home, options) as (_, address),
        step("Proving that sign-in and a family page answer"),
    ):
        findings = prove(address)
    print("\n".join(["All of it answers:", *(f"  {finding}" for finding in findings)]))
    return 0


@contextmanager
def _all_running(home: Home, options: argparse.Namespace) -> Iterator[tuple[list[Child], str]]:
    """Run database, web server and worker; give them and the address. They stop in the opposite order."""
    left_behind = stop_left_behind(home.processes)
    port = port_to_use(options.host, options.port, patience=5.0 if left_behind else 0.0)
    with ExitStack() as stopping:
        children, url = _database(home, stopping)
        environment = _environment(home, url)
        _fill(home, environment, empty=options.empty)
        write_private(home.running, json.dumps(_own(environment)))
        stopping.callback(home.running.unlink, missing_ok=True)
        with step("Starting the web server and the job worker"):
            for child in (_worker(home, environment), _web(home, environment, options.host, port)):
                children.append(child)
                stopping.callback(child.stop)
            remember(children, home.processes)
            address = _wait_for_answer(children, options.host, port)
        try:
            yield children, address
        finally:  # a second Ctrl-C must not interrupt the stopping
            for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
                signal.signal(number, signal.SIG_IGN)
    home.processes.unlink(missing_ok=True)


def _database(home: Home, stopping: ExitStack) -> tuple[list[Child], str]:
    given = os.environ.get("DATABASE_URL")
    if given:
        print("  Using the database that DATABASE_URL names.", flush=True)
        return [], given
    child, url = stopping.enter_context(server.running(home))
    return [child], url


def _environment(home: Home, url: str) -> dict[str, str]:
    return {
        **os.environ,
        "ALONGSIDE_MODE": "development",
        "ALONGSIDE_DATA_DIR": str(home.folder),
        "DATABASE_URL": url,
        "DJANGO_SETTINGS_MODULE": "alongside.config.settings",
        "SECRET_KEY": home.secrets["secret_key"],
    }


def _own(environment: Mapping[str, str]) -> dict[str, str]:
    """What we added to the environment that we were started with."""
    return {name: value for name, value in environment.items() if os.environ.get(name) != value}


def _fill(home: Home, environment: Mapping[str, str], *, empty: bool) -> None:
    """Bring the database up to date, unless nothing has changed since that was last done."""
    state = f"{digest_of(*_what_fills())} {empty}"
    if home.filled.exists() and json.loads(home.filled.read_text()).get("state") == state and _is_ours(environment):
        return
    command = [sys.executable, "-m", "alongside.launch.fill", "--result", str(home.filled), "--state", state]
    log = home.log("fill")
    log.parent.mkdir(parents=True, exist_ok=True)
    with log.open("w") as errors:
        done = subprocess.run(
            [*command, *(["--empty"] if empty else [])], check=False, cwd=ROOT, env=dict(environment), stderr=errors
        )
    if done.returncode:
        raise CannotGoOn(f"The database could not be filled.\n{end_of(log)}")


def _what_fills() -> list[Path]:
    """The files on which the tables, the pack and the collected styles rest."""
    folders = ("alongside/**/migrations/*.py", "alongside/*/static/**/*", "alongside/packs/**/*.py", "packs/**/*")
    files = [path for pattern in folders for path in ROOT.glob(pattern) if path.is_file()]
    return [REQUIREMENTS / "requirements.txt", *files]


def _is_ours(environment: Mapping[str, str]) -> bool:
    """A database that somebody else keeps may have changed since."""
    return environment["DATABASE_URL"] != os.environ.get("DATABASE_URL")


def _worker(home: Home, environment: Mapping[str, str]) -> Child:
    command = [sys.executable, "-m", "alongside.cli.main", "worker"]
    return spawn("job worker", command, log=home.log("worker"), folder=ROOT, environment=environment)


def _web(home: Home, environment: Mapping[str, str], host: str, port: int) -> Child:
    command = [sys.executable, "-m", "alongside.cli.main", "serve", "--host", host, "--port", str(port)]
    return spawn("web server", command, log=home.log("web"), folder=ROOT, environment=environment)


def _wait_for_answer(children: list[Child], host: str, port: int) -> str:
    """Return the address once the web server answers there, with whatever."""
    address = address_of(host, port)
    limit = time.monotonic() + READY_WITHIN
    while time.monotonic() < limit:
        for child in children:
            child.check()
        try:
            urllib.request.urlopen(address, timeout=READY_WITHIN).close()  # noqa: S310
            return address
        except urllib.error.HTTPError:
            return address
        except OSError:
            time.sleep(0.05)
    raise CannotGoOn(f"The web server does not answer.\n{end_of(children[-1].log)}")


def _stay(children: list[Child]) -> None:
    while True:
        for child in children:
            child.check()
        time.sleep(LOOK_EVERY)
