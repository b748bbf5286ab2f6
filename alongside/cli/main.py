"""The `alongside` command. Each subcommand is a module of this folder, imported only when it is asked for."""

import argparse
import importlib
import io
import os
import sys
from collections.abc import Sequence

COMMANDS = {
    "serve": "run the web server with the settings of the environment",
    "worker": "run the job worker with the settings of the environment",
    "check": "say whether this is fit for real families, or what to put right",
    "administrator": "make the first account, which can invite everybody else",
    "verify": "prove that the trail of looks and changes is whole",
    "packs": "check, compare and publish practice packs",
    "directory": "bring the directory of services up to date from a feed",
    "standards": "try the standards of a pack on a history",
    "manage": "run one of Django's management commands",
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one subcommand; return its exit code (2 for a wrong argument)."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "alongside.config.settings")
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # a terminal that lacks a letter gets a mark, not a traceback
    if words and words[0] in COMMANDS:
        try:
            return _run(words)
        except BrokenPipeError:  # whoever reads what we say, such as head, has seen enough
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            return 1
    _overview().parse_args(words)
    _overview().print_help()
    return 2


def _run(words: Sequence[str]) -> int:
    command = importlib.import_module(f"alongside.cli.{words[0]}")
    parser = argparse.ArgumentParser(prog="alongside")
    subparsers = parser.add_subparsers(required=True)
    command.add_parser(subparsers)
    if words[0] == "manage":  # all that follows is Django's, its --help too
        return int(command.run(argparse.Namespace(words=words[1:])))
    args = parser.parse_args(words)
    return int(command.run(args))


def _overview() -> argparse.ArgumentParser:
    """A parser that knows only the names, so that --help and a wrong name cost no imports."""
    parser = argparse.ArgumentParser(
        prog="alongside", description="Early help and family support records.", epilog="alongside COMMAND --help"
    )
    subparsers = parser.add_subparsers(metavar="COMMAND")
    for name, text in COMMANDS.items():
        subparsers.add_parser(name, help=text)
    return parser


if __name__ == "__main__":
    sys.exit(main())
