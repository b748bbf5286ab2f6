"""What a killed PostgreSQL leaves in its data folder, and how the way is cleared for the next one."""

import os
import signal
import subprocess
from pathlib import Path

from alongside.launch.processes import began, stop_process


def clear_the_way(data: Path) -> None:
    """End a server that still runs on `data`, and remove its pid file if it names a process that is not one.

    We hold the lock of the data folder, so a server that runs on it is an orphan. PostgreSQL copes by itself with the
    pid file of a process that is gone, but not with one whose number now belongs to something else, as happens
    after a restart of the machine or of a container.
    """
    file = data / "postmaster.pid"
    if not file.exists():
        return
    pid = _pid_in(file)
    if pid and _serves(pid, data):
        moment = began(pid)
        stop_process(pid, signal.SIGINT, ended=lambda: began(pid) != moment)
    file.unlink(missing_ok=True)


def _pid_in(file: Path) -> int:
    first_line = file.read_text(errors="replace").partition("\n")[0].strip()
    return int(first_line) if first_line.isdigit() else 0


def _serves(pid: int, data: Path) -> bool:
    """Tell whether process `pid` is a PostgreSQL server on `data`, in which it has its working directory."""
    if not began(pid):
        return False
    try:
        return Path(os.readlink(f"/proc/{pid}/cwd")) == data.resolve()
    except OSError:
        listed = subprocess.run(["ps", "-o", "command=", "-p", str(pid)], capture_output=True, text=True, check=False)
        return str(data) in listed.stdout
