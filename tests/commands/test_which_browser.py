"""Which browser the tests run in: one without windows where there is one, for it takes less of the machine."""

from pathlib import Path
from types import SimpleNamespace

import pytest

from alongside.launch import chromium


def made(path: Path) -> str:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.touch(mode=0o755)
    return str(path)


@pytest.fixture(autouse=True)
def a_machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine with nothing but what a test puts on its path."""
    monkeypatch.delenv("ALONGSIDE_CHROMIUM", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))


def test_of_two_browsers_the_one_without_windows_is_taken(tmp_path: Path) -> None:
    with_windows = made(tmp_path / "chromium")
    assert chromium.find_or_install() == with_windows
    without = made(tmp_path / "chromium-headless-shell")
    assert chromium.find_or_install() == without


def test_the_browser_that_is_named_comes_before_any_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made(tmp_path / "chromium")
    monkeypatch.setenv("ALONGSIDE_CHROMIUM", "/named")
    assert chromium.find_or_install() == "/named"


@pytest.mark.parametrize("beside", [True, False])
def test_of_playwrights_two_the_one_without_windows_is_taken(
    beside: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = made(tmp_path / "browsers" / "chromium-12" / "chrome-linux" / "chrome")
    made(tmp_path / "browsers" / "chromium_headless_shell-11" / "chrome-linux" / "headless_shell")  # an older one
    if beside:
        found = made(tmp_path / "browsers" / "chromium_headless_shell-12" / "chrome-linux" / "headless_shell")
    asked = SimpleNamespace(stdout=f"{tmp_path / 'browsers' / 'chromium-12' / 'chrome-linux' / 'chrome'}\n")
    monkeypatch.setattr("alongside.launch.chromium.subprocess.run", lambda *_, **__: asked)
    monkeypatch.setattr("alongside.launch.chromium.os.geteuid", lambda: 1000)  # who may not ask the system's packages
    assert chromium.find_or_install() == found
