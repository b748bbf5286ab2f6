"""`./test`: every check there is, against a database made for it; or, with arguments, those tests only."""

import os
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from alongside.launch import assets, chromium
from alongside.launch.home import Home, throw_away_home
from alongside.launch.places import ROOT
from alongside.launch.postgres.server import running

CHECKS = (
    ("lint", ["-m", "ruff", "check", "."]),
    ("format", ["-m", "ruff", "format", "--check", "."]),
    ("types", ["-m", "mypy"]),
    ("import order", ["-c", "from importlinter.cli import lint_imports_command as lint; lint(['--no-logo'])"]),
)
TESTS = ("tests", ["-m", "pytest", "-n", "2", "--dist", "loadgroup"])


def run_checks(pytest_arguments: Sequence[str]) -> int:
    """Run all checks, or pytest alone with `pytest_arguments`. Return 0 when all went well, else 1."""
    assets.build()
    browser = chromium.find_or_install()
    with throw_away_home("test") as home, running(home) as (_, url):
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
        "PATH": os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")]),
    }


def _all(environment: Mapping[str, str]) -> int:
    results = []
    for name, command in (*CHECKS, TESTS):
        print(f"\n== {name}", flush=True)
        began = time.monotonic()
        failed = _run(command, environment)
        results.append((name, failed, time.monotonic() - began))
    print("\n== summary")
    for name, failed, seconds in results:
        print(f"  {'FAILED' if failed else 'passed'}  {name:<14} {seconds:6.1f} s")
    return int(any(failed for _, failed, _ in results))


def _run(command: Sequence[str], environment: Mapping[str, str]) -> int:
    done = subprocess.run([sys.executable, *command], check=False, cwd=ROOT, env=dict(environment))
    return min(done.returncode, 1) if done.returncode >= 0 else 1
