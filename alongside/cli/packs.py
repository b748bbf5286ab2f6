"""`alongside packs`: check a pack folder, compare two, write the schema of the format, publish a pack."""

import argparse
import sys
from pathlib import Path

from alongside.cli import packs_diff


def add_parser(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `packs` and its four commands."""
    parser = subparsers.add_parser("packs", help="check, compare and publish practice packs")
    commands = parser.add_subparsers(dest="packs_command", required=True, metavar="COMMAND")
    check = commands.add_parser("check", help="say what a pack holds, or what is wrong with it and what would be right")
    check.add_argument("folder", type=Path, metavar="DIR", help="the folder that holds pack.yaml")
    packs_diff.add_parser(commands)
    schema = commands.add_parser("schema", help="print the JSON Schema of the format, for editors")
    schema.add_argument("--write", type=Path, metavar="FILE", help="write it to this file")
    publish = commands.add_parser("publish", help="check a pack and make it the one that new entries are written in")
    publish.add_argument("folder", type=Path, metavar="DIR", help="the folder that holds pack.yaml")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Run one of the four and return its exit code: 0 when all is well, 1 when something is wrong; diff has its own."""
    commands = {"check": _check, "diff": packs_diff.run, "schema": _schema, "publish": _publish}
    return commands[args.packs_command](args)


def _check(args: argparse.Namespace) -> int:
    from alongside.packs.loader import load
    from alongside.packs.problems import PackError
    from alongside.packs.summary import summary

    try:
        pack = load(args.folder)
    except PackError as error:
        for problem in error.problems:
            print(problem)
        number = len(error.problems)
        print(f"{number} thing{'s' if number > 1 else ''} to put right. Nothing was loaded.", file=sys.stderr)
        return 1
    print(summary(pack))
    return 0


def _schema(args: argparse.Namespace) -> int:
    from alongside.packs.schema import schema_text

    if args.write is None:
        print(schema_text(), end="")
        return 0
    try:
        args.write.write_text(schema_text(), encoding="utf-8")
    except OSError as error:
        print(
            f"{args.write} cannot be written ({error.strerror}). Give a file in a folder that is there.",
            file=sys.stderr,
        )
        return 1
    return 0


def _publish(args: argparse.Namespace) -> int:
    import django
    from django.core.management import CommandError, call_command
    from django.db import DatabaseError

    from alongside.cli.running import use_running_instance

    use_running_instance()
    django.setup()
    try:
        call_command("publish_pack", args.folder)
    except CommandError as error:
        print(error, file=sys.stderr)
        return 1
    except DatabaseError as error:
        print(f"The database could not be used ({str(error).strip()}).", file=sys.stderr)
        print("Start Alongside with ./run, or name a prepared database in DATABASE_URL.", file=sys.stderr)
        return 1
    return 0
