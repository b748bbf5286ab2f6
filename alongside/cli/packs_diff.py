"""`alongside packs diff`: what changes from one pack to another, and what that means for families."""

import argparse
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from alongside.insight.practice.effects import Effects
    from alongside.packs.diff import Differences
    from alongside.packs.format.pack import Pack

SAME, DIFFERENT, WRONG = 0, 1, 2
IN_FORCE = "in-force"  # in place of a folder


def add_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `diff` to the commands about packs."""
    diff = commands.add_parser(
        "diff",
        help="say in plain words what changes from one pack to another",
        description="Say in plain words what changes from one pack to another. "
        "Exits with 0 when nothing changes, with 1 when something does, and with 2 when a pack has something wrong.",
    )
    diff.add_argument(
        "old",
        metavar="OLD",
        help=f"the folder of the pack as it was, or {IN_FORCE} for the one that was published last",
    )
    diff.add_argument("new", type=Path, metavar="NEW", help="the folder of the pack as it would be")
    diff.add_argument(
        "--families",
        action="store_true",
        help="count in the database how many open families would get a new due date; nothing is written",
    )


def run(args: argparse.Namespace) -> int:
    """Print what changes; return 0 when nothing does, 1 when something does, 2 when it cannot be told."""
    from alongside.packs.problems import PackError

    try:
        return _compare(args)
    except PackError as error:
        print("\n".join(str(problem) for problem in error.problems))
        number = len(error.problems)
        print(f"{number} thing{'s' if number > 1 else ''} to put right. Nothing was compared.", file=sys.stderr)
    except CannotAskError as error:
        print(error, file=sys.stderr)
    return WRONG


class CannotAskError(Exception):
    """The database could not be asked; the message says why, and what to do."""


def _compare(args: argparse.Namespace) -> int:
    from alongside.packs.diff import differences, told
    from alongside.packs.loader import load

    new = load(args.new)
    old = _in_force() if args.old == IN_FORCE else load(Path(args.old))
    found = differences(old, new)
    print(told(found, old, new, max(60, min(110, shutil.get_terminal_size().columns))))
    if args.families:
        print("\n".join(["\nFamilies", *_families_and_answers(found, old, new)]))
    return DIFFERENT if found else SAME


@contextmanager
def _database() -> Iterator[None]:
    """Within it Django is ready, with the settings of the running instance.

    :raises CannotAskError: when the database does not answer as it should
    """
    import django
    from django.db import DatabaseError

    from alongside.cli.running import use_running_instance

    use_running_instance()
    django.setup()
    try:
        yield
    except DatabaseError as error:
        raise CannotAskError(
            f"The database could not be used ({str(error).strip()}).\n"
            "Start Alongside with ./run, or name a prepared database in DATABASE_URL."
        ) from error


def _in_force() -> "Pack":
    with _database():
        from alongside.packs.models import PackVersion
        from alongside.packs.queries import current_pack

        try:
            return current_pack()
        except PackVersion.DoesNotExist as error:
            raise CannotAskError(str(error)) from error


def _families_and_answers(found: "Differences", old: "Pack", new: "Pack") -> list[str]:
    with _database():
        from alongside.insight.practice.effects import answers_under, effects_on_families

        effects, answered = effects_on_families(old, new), answers_under(found.questions_gone)
    lines = [_families(effects, old, new)]
    for (form, question), number in answered.items():
        records = "1 record has" if number == 1 else f"{number} records have"
        lines.append(f"  {records} an answer to the question “{question}” of the form “{form}”, asked no longer.")
    return lines


def _families(effects: "Effects", old: "Pack", new: "Pack") -> str:
    if not effects.with_a_new_day:
        return f"  Of {_open(effects)}, none gets a new due date."
    gets = "1 gets" if effects.with_a_new_day == 1 else f"{effects.with_a_new_day} get"
    lines = [f"  Of {_open(effects)}, {gets} a new due date."]
    if effects.overdue_at_once:
        have = "1 has" if effects.overdue_at_once == 1 else f"{effects.overdue_at_once} have"
        lines.append(f"  {have} something overdue at once that is not overdue now.")
    titles = {standard.id: standard.title for standard in (*old.standards, *new.standards)}
    for standard, ways in effects.by_standard.items():
        lines.append(f"  {titles[standard]}: {', '.join(f'{number} {way}' for way, number in ways.items())}")
    return "\n".join(lines)


def _open(effects: "Effects") -> str:
    return "1 open family" if effects.open_families == 1 else f"{effects.open_families} open families"
