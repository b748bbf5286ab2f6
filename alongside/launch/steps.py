"""Progress that a person can follow: one line a step, with the time it took, and what to do when one fails."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

LINES_OF_LOG_SHOWN = 20


class CannotGoOn(Exception):
    """Something stops the start. The text says what, and what the person can do about it."""


@contextmanager
def step(title: str) -> Iterator[None]:
    """Show `title` at once and the seconds it took (or that it failed) when it is over."""
    print(f"  {title} … ", end="", flush=True)
    began = time.monotonic()
    try:
        yield
    except BaseException:
        print("failed", flush=True)
        raise
    print(f"{time.monotonic() - began:.1f} s", flush=True)


def end_of(log: Path) -> str:
    """Return the last lines of a log file, indented, to be shown below an error."""
    lines = log.read_text(errors="replace").splitlines()[-LINES_OF_LOG_SHOWN:]
    return "\n".join([f"The end of {log}:", *(f"    {line}" for line in lines)])
