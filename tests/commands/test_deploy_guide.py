"""The deployment guide names only commands and settings that there are."""

import re

import pytest

from alongside.cli.main import COMMANDS
from alongside.launch.places import ROOT

GUIDE = (ROOT / "docs" / "how-to" / "deploy.md").read_text()
COMMAND = re.compile(r"(?:^|`|bin/)alongside ([a-z]+)", re.MULTILINE)
VARIABLE = re.compile(r"^([A-Z_]{5,})=|^\| (`[A-Z].*?) \|", re.MULTILINE)


def test_its_commands_are_there():
    assert set(COMMAND.findall(GUIDE)) <= set(COMMANDS)
    assert {"check", "serve", "worker", "verify", "administrator"} <= set(COMMAND.findall(GUIDE))


def _variables() -> list[str]:
    found = " ".join(line + row for line, row in VARIABLE.findall(GUIDE))
    return sorted(set(re.findall(r"[A-Z_]{5,}", found)))


@pytest.mark.parametrize("variable", _variables())
def test_each_variable_is_read_somewhere(variable):
    sources = [*(ROOT / "alongside" / "config").glob("*.py"), *(ROOT / "alongside" / "cli").glob("*.py")]
    assert any(f'"{variable}"' in source.read_text() for source in sources)
