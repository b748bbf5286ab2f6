"""What is installed is what was chosen: every package by digest, and no address of where to fetch it."""

import json
import re
import tomllib

import pytest

from alongside.launch.places import REQUIREMENTS, ROOT

LOCKS = ("requirements.txt", "requirements-test.txt")


def _names(lock: str) -> set[str]:
    return set(re.findall(r"^([a-z0-9._-]+)==", (REQUIREMENTS / lock).read_text(), re.MULTILINE))


@pytest.mark.parametrize("lock", LOCKS)
def test_each_requirement_has_a_digest_and_no_address(lock):
    text = (REQUIREMENTS / lock).read_text()
    assert "://" not in text
    assert "index" not in text
    packages = re.split(r"\n(?=\S)", re.sub(r"^#.*\n", "", text, flags=re.MULTILINE).strip())
    assert [package for package in packages if "--hash=sha256:" not in package] == []


def test_the_locks_hold_all_that_the_project_names():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    wanted = {_bare(each) for each in project["dependencies"]}
    assert wanted <= _names("requirements.txt")
    wanted_for_tests = {_bare(each) for each in project["optional-dependencies"]["test"]}
    assert wanted_for_tests | _names("requirements.txt") <= _names("requirements-test.txt")


def test_both_locks_name_the_same_versions():
    pins = [set(re.findall(r"^\S+==\S+", (REQUIREMENTS / lock).read_text(), re.MULTILINE)) for lock in LOCKS]
    assert pins[0] <= pins[1]


def test_each_dependency_is_there_for_a_reason():
    lines = re.findall(
        r'^  ".*",?.*$', (ROOT / "pyproject.toml").read_text().partition("[project.scripts]")[0], re.MULTILINE
    )
    assert [line for line in lines if "  #" not in line and " # " not in line] == []


def test_the_npm_lock_has_digests_and_no_address_of_a_registry():
    packages = json.loads((ROOT / "package-lock.json").read_text())["packages"]
    assert [name for name, package in packages.items() if "resolved" in package] == []
    assert [name for name, package in packages.items() if name and "integrity" not in package] == []


def _bare(requirement: str) -> str:
    return re.split(r"[<>=\[ ]", requirement)[0].lower()
