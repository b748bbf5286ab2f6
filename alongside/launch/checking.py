"""Checks that read the code, one after the other, beside something else that goes on meanwhile."""

import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import Lock, Thread

from alongside.launch.places import ROOT

Check = tuple[str, Sequence[str]]


@dataclass(frozen=True)
class Result:
    """How one check went, and how long it took."""

    name: str
    failed: bool
    seconds: float


@dataclass
class _Checks:
    commands: Sequence[Check]
    environment: Mapping[str, str]
    results: list[Result] = field(default_factory=list)
    process: subprocess.Popen[str] | None = None
    stopped: bool = False
    starting: Lock = field(default_factory=Lock)

    def run(self) -> None:
        for name, command in self.commands:
            began = time.monotonic()
            process = self.start(command)
            if not process:
                return
            said, _ = process.communicate()
            print(f"\n== {name}\n{said.rstrip()}", flush=True)
            self.results.append(Result(name, process.returncode != 0, time.monotonic() - began))

    def start(self, command: Sequence[str]) -> "subprocess.Popen[str] | None":
        with self.starting:
            if not self.stopped:
                self.process = subprocess.Popen(
                    [sys.executable, *command], cwd=ROOT, env=dict(self.environment), text=True,
                    stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                )  # fmt: skip
            return None if self.stopped else self.process

    def stop(self) -> None:
        with self.starting:
            self.stopped = True
            if self.process:
                self.process.kill()


@contextmanager
def beside(commands: Sequence[Check], environment: Mapping[str, str]) -> Iterator[Callable[[], list[Result]]]:
    """Run the checks one after the other while the caller does something else, each telling at its end what it found.

    :param commands: a name and what to hand to this Python
    :return: gives a function that waits for the last of them and returns how each went. A caller that leaves early,
        as by Ctrl-C, ends the one that runs and begins no other.
    """
    checks = _Checks(commands, environment)
    thread = Thread(target=checks.run, name="checks")
    thread.start()

    def finished() -> list[Result]:
        thread.join()
        return checks.results

    try:
        yield finished
    except BaseException:
        checks.stop()
        raise
    finally:
        thread.join()
