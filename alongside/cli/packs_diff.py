"""`alongside packs diff`: what changes from one pack to another, and what that means for families."""

import argparse
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from alongside.insight.practice.effects import Effects
    from alongside.packs.diff import Differences
    from alongside.packs.format.pack import Pack

SAME, DIFFERENT, WRONG = 0, 1, 2


def add_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `diff` to the commands about packs."""
    diff = commands.add_parser(
        "diff",
        help="say in plain words what changes from one pack to another",
        description="Say in plain words what changes from one pack to another. "
        "Exits with 0 when nothing changes, with 1 when something does, and with 2 when a pack has something wrong.",
    )
    diff.add_argument("old", type=Path, metavar="OLD", help="the folder of the pack as it was")
    diff.add_argument("new", type=Path, metavar="NEW", help="the folder of the pack as it would be")
    diff.add_argument(
        "--families",
        action="store_true",
        help="count in the database how many open families would get a new due date; nothing is written",
    )


def run(args: argparse.Namespace) -> int:
    """Print what changes; return 0 when nothing does, 1 when something does, 2 when it cannot be told."""
    from alongside.packs.diff import differences, told
    from alongside.packs.loader import load
    from alongside.packs.problems import PackError

    try:
        old, new = load(args.old), load(args.new)
    except PackError as error:
        print("\n".join(str(problem) for problem in error.problems))
        number = len(error.problems)
        print(f"{number} thing{'s' if number > 1 else ''} to put right. Nothing was compared.", file=sys.stderr)
        return WRONG
    found = differences(old, new)
    width = max(60, min(110, shutil.get_terminal_size().columns))
    print(told(found, old, new, width))
    if args.families and not _tell_families(found, old, new):
        return WRONG
    return DIFFERENT if found else SAME


def _tell_families(found: "Differences", old: "Pack", new: "Pack") -> bool:
    import django
    from django.db import DatabaseError

    from alongside.cli.running import use_running_instance

    use_running_instance()
    django.setup()
    from alongside.insight.practice.effects import answers_under, effects_on_families

    try:
        effects = effects_on_families(old, new)
        answered = answers_under(found.questions_gone)
    except DatabaseError as error:
        print(f"The database could not be used ({str(error).strip()}).", file=sys.stderr)
        print("Start Alongside with ./run, or name a prepared database in DATABASE_URL.", file=sys.stderr)
        return False
    print(f"\nFamilies\n{_families(effects, old, new)}")
    for (form, question), number in answered.items():
        records = "1 record has" if number == 1 else f"{number} records have"
        print(f"  {records} an answer to the question “{question}” of the form “{form}”, which is asked no longer.")
    return True


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
