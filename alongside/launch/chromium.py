"""The browser that the journeys run in: the machine's own, or one that is installed for them."""

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from alongside.launch.places import log_file
from alongside.launch.steps import CannotGoOn, end_of, step

# First the ones without windows: they show pages just so, and take less of the machine.
WITHOUT_WINDOWS = ("chromium-headless-shell", "chrome-headless-shell")
NAMES = (*WITHOUT_WINDOWS, "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def find_or_install() -> str:
    """Return the path of a Chromium.

    Looks at ALONGSIDE_CHROMIUM, then on PATH; then asks the system's packages (as root, where there is apt-get);
    then Playwright, which brings its own.

    :raises CannotGoOn: when there is none and none can be installed
    """
    found = os.environ.get("ALONGSIDE_CHROMIUM") or _on_path()
    if found:
        return found
    with step("Installing Chromium for the browser tests"):
        found = _from_system_packages() or _from_playwright()
    if not found:
        raise CannotGoOn(
            f"No Chromium for the browser tests.\n{end_of(log_file('chromium'))}\n"
            "Install the package chromium, or name a browser's path in ALONGSIDE_CHROMIUM; then start again."
        )
    return found


def _on_path() -> str | None:
    return next((path for path in map(shutil.which, NAMES) if path), None)


def _from_system_packages() -> str | None:
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        return None
    _try(["apt-get", "update", "-q"])
    for name in ("chromium-headless-shell", "chromium"):
        if _try(["apt-get", "install", "-q", "-y", "--no-install-recommends", name]):
            return _on_path()
    return None


def _from_playwright() -> str | None:
    return _playwrights() or (_try([sys.executable, "-m", "playwright", "install", "chromium"]) and _playwrights())


def _playwrights() -> str | None:
    code = (
        "from playwright.sync_api import sync_playwright\n"
        "with sync_playwright() as browsers: print(browsers.chromium.executable_path)"
    )
    asked = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    path = Path(asked.stdout.strip())
    if not path.is_file():
        return None
    # The one without windows lies beside it: chromium-1/chrome-linux/chrome, chromium_headless_shell-1/….
    beside = path.parents[2] / path.parents[1].name.replace("chromium-", "chromium_headless_shell-")
    return str(next(beside.glob("*/*headless*shell"), path))


def _try(command: Sequence[str]) -> str:
    """Run a command into the log; return "done" or "" (it failed)."""
    with log_file("chromium").open("a") as output:
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        done = subprocess.run(command, stdout=output, stderr=output, check=False, env=environment)
    return "done" if done.returncode == 0 else ""
