"""What `./run` can be asked. Read before anything is installed, so that a wrong word is told at once."""

import argparse
import os
from collections.abc import Sequence

PORT = 8000


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """Return port, host, fresh, empty and check. Exits with 2 and a line of help on a wrong argument."""
    parser = argparse.ArgumentParser(
        prog="./run", description="Start Alongside on this machine. Ctrl-C stops it.", allow_abbrev=False
    )
    parser.add_argument("--port", type=_port, default=PORT, help=f"the web server's port (normally {PORT})")
    parser.add_argument("--host", default="127.0.0.1", help="the address to listen on (normally this machine only)")
    parser.add_argument("--fresh", action="store_true", help="delete the data of this checkout and start with new ones")
    parser.add_argument("--empty", action="store_true", help="a new database gets no invented families")
    parser.add_argument(
        "--check", action="store_true", help="start on new data, prove that sign-in and a family page answer, and stop"
    )
    options = parser.parse_args(arguments)
    if options.fresh and os.environ.get("DATABASE_URL"):
        parser.error("--fresh deletes only the database that ./run starts itself; DATABASE_URL names another")
    if options.check and (options.fresh or options.empty):
        parser.error("--check always starts on new data of its own, with the invented families")
    return options


def _port(text: str) -> int:
    if not text.isdigit() or not 1 <= int(text) <= 65535:
        raise argparse.ArgumentTypeError(f"a port is a number from 1 to 65535, not {text!r}")
    return int(text)
