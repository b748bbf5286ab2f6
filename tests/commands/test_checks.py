"""`./test` runs what reads the code beside the tests."""

import os
import time

import pytest

from alongside.launch.checking import beside


def test_checks_run_beside_the_caller_and_say_how_they_went(capsys: pytest.CaptureFixture[str]) -> None:
    commands = [("good", ["-c", "print('all is well')"]), ("bad", ["-c", "import sys; sys.exit('line 3 is wrong')"])]
    with beside(commands, os.environ) as checks:
        results = checks()
    assert [(one.name, one.failed) for one in results] == [("good", False), ("bad", True)]
    assert capsys.readouterr().out.split("\n== ")[1:] == ["good\nall is well\n", "bad\nline 3 is wrong\n"]


def test_who_leaves_early_leaves_nothing_running() -> None:
    sleeps = ["-c", "import time; time.sleep(600)"]
    began = time.monotonic()
    with pytest.raises(KeyboardInterrupt), beside([("one", sleeps), ("two", sleeps)], os.environ):
        raise KeyboardInterrupt
    assert time.monotonic() - began < 60
