"""The virtual environment and what is installed in it: only what the lock files name, checked by digest.

Standard library only: at this point nothing is installed.
"""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from alongside.launch.locks import one_after_another
from alongside.launch.places import REQUIREMENTS, ROOT, VENV, digest_of, in_venv, log_file, venv_python
from alongside.launch.steps import CannotGoOn, end_of, step

FOR_TESTS = "requirements-test.txt"
PIP = ["-m", "pip", "--disable-pip-version-check", "--no-input"]


def make_ready(lock_name: str, *, arguments: Sequence[str]) -> None:
    """Make or renew the virtual environment, then go on in it.

    `lock_name` is a file of requirements/; `arguments` are those this program was started with, for when it
    has to start again on the other Python. Does next to nothing when the lock file has not changed.

    :raises CannotGoOn: when the environment cannot be made or a package cannot be had
    """
    with one_after_another("environment"):
        if not _works(venv_python()):
            with step("Making the virtual environment"):
                _make_venv()
        if not _is_installed(lock_name):
            with step("Installing the locked requirements"):
                _install(lock_name)
        if not _knows_this_folder():
            with step("Installing the alongside command"):
                _pip("alongside", "install", "--no-build-isolation", "--no-deps", "--editable", str(ROOT))
                _stamp("folder").write_text(str(ROOT))
    if not in_venv():
        os.execv(venv_python(), [str(venv_python()), "-m", "alongside.launch", *arguments])


def _works(python: Path) -> bool:
    if not python.exists():
        return False
    return subprocess.run([python, "-c", "import pip"], capture_output=True, check=False).returncode == 0


def _make_venv() -> None:
    shutil.rmtree(VENV, ignore_errors=True)
    log = log_file("venv")
    # A half-made environment may be what we run on: build from the Python beneath it.
    python = getattr(sys, "_base_executable", sys.executable)
    with log.open("w") as output:
        made = subprocess.run([python, "-m", "venv", str(VENV)], stdout=output, stderr=output, check=False)
    if made.returncode:
        shutil.rmtree(VENV, ignore_errors=True)
        raise CannotGoOn(
            f"Python could not make a virtual environment.\n{end_of(log)}\n"
            "On Debian and Ubuntu, install the package python3-venv; then start again."
        )


def _install(lock_name: str) -> None:
    lock = REQUIREMENTS / lock_name
    # A lock names all there is, so nothing is left to work out. Of what only tests need, little is ever imported.
    quick = ["--no-deps", *(["--no-compile"] if lock_name == FOR_TESTS else [])]
    _pip(lock_name, "install", "--require-hashes", "--only-binary", ":all:", *quick, "--requirement", str(lock))
    _stamp(lock_name).write_text(digest_of(lock))


def _pip(title: str, *command: str) -> None:
    """Run pip, and once more if it fails: a registry or a network has its moments."""
    log = log_file(f"pip-{Path(title).stem}")
    with log.open("w") as output:
        for attempt in range(2):
            time.sleep(2 * attempt)
            done = subprocess.run([venv_python(), *PIP, *command], stdout=output, stderr=output, check=False, cwd=ROOT)
            if done.returncode == 0:
                return
    raise CannotGoOn(
        f"pip could not install what Alongside needs.\n{end_of(log)}\n"
        "Look whether this machine reaches its package index (a proxy? a mirror in pip's settings?) and start again."
    )


def _is_installed(lock_name: str) -> bool:
    return any(
        stamp.exists() and stamp.read_text() == digest_of(REQUIREMENTS / name)
        for name, stamp in ((name, _stamp(name)) for name in _locks_that_hold(lock_name))
    )


def _locks_that_hold(lock_name: str) -> list[str]:
    """The tests' lock holds all of the product's, so one installation serves both commands."""
    return [lock_name, FOR_TESTS]


def _knows_this_folder() -> bool:
    """A checkout that was moved or copied with its environment must be made known again."""
    return _stamp("folder").exists() and _stamp("folder").read_text() == str(ROOT)


def _stamp(name: str) -> Path:
    return VENV / f".installed-{name}"
