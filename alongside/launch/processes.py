"""The processes that a start leaves running, and making sure that none outlives it.

On Linux the kernel ends them when we die, however we die. Elsewhere, and for what slips through, a list on disk
names each by its number and the moment it began, so that the next start can end the right ones and no others.
"""

import ctypes
import json
import os
import signal
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from alongside.launch.steps import CannotGoOn, end_of

PATIENCE = 10.0  # seconds that a process gets to end by itself
_PR_SET_PDEATHSIG = 1


@dataclass(frozen=True)
class Account:
    """A user account of this machine under which a process runs."""

    name: str
    uid: int
    gid: int


@dataclass
class Child:
    """A process of ours: its name for people, its log, and the signal that ends it in an orderly way."""

    name: str
    popen: subprocess.Popen[bytes]
    log: Path
    ends_on: signal.Signals

    def stop(self) -> None:
        """End it, first kindly, then by force. Does nothing when it has ended already."""
        stop_process(self.popen.pid, self.ends_on, ended=lambda: self.popen.poll() is not None)
        self.popen.wait()

    def check(self) -> None:
        """:raises CannotGoOn: when it has ended though nobody asked it to"""
        if self.popen.poll() is not None:
            raise CannotGoOn(f"The {self.name} has stopped by itself.\n{end_of(self.log)}\nStart again with ./run.")


def spawn(
    name: str,
    command: Sequence[str | Path],
    *,
    log: Path,
    folder: Path,
    environment: Mapping[str, str],
    ends_on: signal.Signals = signal.SIGTERM,
    account: Account | None = None,
) -> Child:
    """Start a process in a session of its own (Ctrl-C reaches only us, and we stop things in order)."""
    log.parent.mkdir(parents=True, exist_ok=True)
    with log.open("ab") as output:
        popen = subprocess.Popen(
            [os.fspath(word) for word in command],
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            cwd=folder,
            env=dict(environment),
            start_new_session=True,
            preexec_fn=_die_with_parent(ends_on),
            user=account.uid if account else None,
            group=account.gid if account else None,
            extra_groups=[] if account else None,
        )
    return Child(name, popen, log, ends_on)


def _die_with_parent(ends_on: signal.Signals) -> Callable[[], None] | None:
    """Return what the new process does before it becomes its program: ask the kernel to end it when we end.

    It runs after the change of account, which would cancel the wish.
    """
    libc = ctypes.CDLL(None)
    if not hasattr(libc, "prctl"):
        return None
    parent = os.getpid()

    def ask() -> None:
        libc.prctl(_PR_SET_PDEATHSIG, int(ends_on), 0, 0, 0)
        if os.getppid() != parent:
            os._exit(1)

    return ask


def stop_process(pid: int, ends_on: signal.Signals, *, ended: Callable[[], bool], patience: float = PATIENCE) -> None:
    """End a process of ours and all it started: `ends_on`, `patience` seconds of waiting, then by force."""
    if not ended():
        _signal(os.kill, pid, ends_on)
        limit = time.monotonic() + patience
        while not ended() and time.monotonic() < limit:
            time.sleep(0.02)
    # Each leads a session of its own; what it started and left behind goes with it.
    _signal(os.killpg, pid, signal.SIGKILL)


def _signal(send: Callable[[int, int], None], pid: int, number: int) -> None:
    with suppress(ProcessLookupError, PermissionError):
        send(pid, number)


def remember(children: Sequence[Child], file: Path) -> None:
    """Write down which processes are ours, for a next start after this one was killed."""
    rows = [
        {"name": child.name, "pid": child.popen.pid, "began": began(child.popen.pid), "ends_on": int(child.ends_on)}
        for child in children
    ]
    file.write_text(json.dumps(rows))


def stop_left_behind(file: Path) -> bool:
    """End the processes that a killed start left behind. Returns whether it had left a list at all."""
    if not file.exists():
        return False
    try:
        rows = json.loads(file.read_text())
    except ValueError:  # killed while it was written
        rows = []
    for row in reversed(rows):
        pid, moment = row["pid"], row["began"]
        if moment and began(pid) == moment:
            stop_process(pid, signal.Signals(row["ends_on"]), ended=_gone(pid, moment))
    file.unlink()
    return True


def _gone(pid: int, moment: str) -> Callable[[], bool]:
    return lambda: began(pid) != moment


def began(pid: int) -> str:
    """Return a text that tells when process `pid` began, or "" if there is none: numbers are used again."""
    stat = Path(f"/proc/{pid}/stat")
    if stat.exists():
        fields = stat.read_text(errors="replace").rpartition(")")[2].split()
        return "" if fields[0] == "Z" else fields[19]
    if Path("/proc/self/stat").exists():
        return ""
    listed = subprocess.run(["ps", "-o", "lstart=", "-p", str(pid)], capture_output=True, text=True, check=False)
    return listed.stdout.strip()
