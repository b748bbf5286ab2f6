"""Locks that the operating system lets go of by itself, however their holder dies."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from alongside.launch.places import VAR
from alongside.launch.steps import CannotGoOn


@contextmanager
def only_one(lock: Path, message: str) -> Iterator[None]:
    """Hold `lock` for the time of the block.

    :raises CannotGoOn: with `message` when another process holds it
    """
    handle = _open(lock)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise CannotGoOn(message) from None
        yield
    finally:
        os.close(handle)


@contextmanager
def one_after_another(name: str) -> Iterator[None]:
    """Hold the lock `name`; when another start of this checkout holds it, say so and wait."""
    handle = _open(VAR / f"{name}.lock")
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            print(f"  Another start is busy with this ({name}); waiting for it.", flush=True)
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def is_held(lock: Path) -> bool:
    """Tell whether a living process holds `lock`."""
    handle = _open(lock)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    finally:
        os.close(handle)
    return False


def _open(lock: Path) -> int:
    lock.parent.mkdir(parents=True, exist_ok=True)
    return os.open(lock, os.O_RDWR | os.O_CREAT, 0o600)
