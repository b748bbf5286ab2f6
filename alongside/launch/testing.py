"""`./test`: every check there is, against a database made for it; or, with arguments, those tests only."""

import os
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from urllib.parse import urlsplit

from alongside.launch import assets, chromium
from alongside.launch.checking import Result, beside
from alongside.launch.home import Home, throw_away_home
from alongside.launch.places import ROOT
from alongside.launch.postgres.server import running

CHECKS = (
    ("lint", ["-m", "ruff", "check", "."]),
    ("format", ["-m", "ruff", "format", "--check", "."]),
    ("types", ["-m", "mypy"]),
    ("import order", ["-c", "from importlinter.cli import lint_imports_command as lint; lint(['--no-logo'])"]),
)
MIGRATE = ["-m", "django", "migrate", "--verbosity", "0"]
# One more than the cores there are: a test that waits for its browser leaves a core to another.
TESTS = ["-m", "pytest", "-n", "3", "--durations", "15"]


def run_checks(pytest_arguments: Sequence[str]) -> int:
    """Run all checks, or pytest alone with `pytest_arguments`. Return 0 when all went well, else 1."""
    assets.build()
    browser = chromium.find_or_install()
    with throw_away_home("test") as home, running(home) as (_, url):
        (home.folder / "static").mkdir()  # where it is missing, every test that asks for a page warns of it
        environment = _environment(home, url, browser)
        if pytest_arguments:
            return _run(["-m", "pytest", *pytest_arguments], environment)
        return _all(environment)


def _environment(home: Home, url: str, browser: str) -> dict[str, str]:
    return {
        **os.environ,
        "ALONGSIDE_MODE": "test",
        "ALONGSIDE_DATA_DIR": str(home.folder),
        "ALONGSIDE_CHROMIUM": browser,
        "DATABASE_URL": url,
        "DJANGO_SETTINGS_MODULE": "alongside.config.settings",
        "PATH": os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")]),
        # Tests start dozens of processes: compiling every module anew in each took a second a time.
        "PYTHONDONTWRITEBYTECODE": "",
    }


def _all(environment: Mapping[str, str]) -> int:
    """Run what reads the code beside what runs it, so that both cores have work from beginning to end."""
    with beside(CHECKS, environment) as checks:
        results = [_check("tables", MIGRATE, environment)]
        if not results[0].failed:
            # The tables are made once: each process of tests copies its own database from this one.
            migrated = urlsplit(environment["DATABASE_URL"]).path.lstrip("/")
            results.append(_check("tests", TESTS, {**environment, "ALONGSIDE_MIGRATED": migrated}))
        results = [*checks(), *results]
    print("\n== summary")
    for result in results:
        print(f"  {'FAILED' if result.failed else 'passed'}  {result.name:<14} {result.seconds:6.1f} s")
    return int(any(result.failed for result in results))


def _check(name: str, command: Sequence[str], environment: Mapping[str, str]) -> Result:
    print(f"\n== {name}", flush=True)
    began = time.monotonic()
    failed = _run(command, environment) != 0
    return Result(name, failed, time.monotonic() - began)


def _run(command: Sequence[str], environment: Mapping[str, str]) -> int:
    done = subprocess.run([sys.executable, *command], check=False, cwd=ROOT, env=dict(environment))
    return min(done.returncode, 1) if done.returncode >= 0 else 1
