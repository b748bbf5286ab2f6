"""`alongside standards explain`: what a pack's standards make of a history, before anybody works by them."""

import argparse
import json
import shutil
import sys
import textwrap
from datetime import UTC, date, datetime
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from alongside.journey.standards import Due

Now = date | datetime


def add_parser(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `standards` and its one command."""
    parser = subparsers.add_parser("standards", help="try the standards of a pack on a history")
    commands = parser.add_subparsers(dest="standards_command", required=True, metavar="COMMAND")
    explain = commands.add_parser(
        "explain",
        help="say what is due in a history, and why",
        description="Say what the standards of a pack make of a history: what is due, by when, and why. "
        "Needs no database. The format of the history is told in docs/how-to/try-a-standard.md.",
    )
    explain.add_argument("pack", type=Path, metavar="PACK", help="the folder that holds pack.yaml")
    explain.add_argument("--facts", type=Path, required=True, metavar="FILE", help="the history, as YAML or JSON")
    explain.add_argument(
        "--today", type=_today, metavar="DATE", help='the day to look from, such as 2026-03-31 or "2026-03-31 14:30"'
    )
    explain.add_argument("--json", action="store_true", help="print a list for programs instead")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print what is due; return 0, or 1 when the pack or the history cannot be used."""
    from alongside.cli.standards_notes import notes
    from alongside.journey.standards import explain
    from alongside.journey.standards.history_file import facts_of
    from alongside.journey.standards.history_reading import read_history
    from alongside.packs.loader import load
    from alongside.packs.problems import PackError
    from alongside.working_time import OutsideCalendarError, london_day

    try:
        pack = load(args.pack)
        facts = facts_of(read_history(args.facts))
        rows = explain(pack.standards, facts, args.today or london_day(datetime.now(UTC)), pack.working_calendar())
    except PackError as error:
        print("\n".join(str(problem) for problem in error.problems), file=sys.stderr)
        return 1
    except OutsideCalendarError as error:
        print(f"{args.facts}: {error}", file=sys.stderr)
        return 1
    for note in notes(pack, facts):
        print(f"Note: {note}", file=sys.stderr)
    print(json.dumps([as_json(row) for row in rows], ensure_ascii=False, indent=2) if args.json else as_text(rows))
    return 0


def as_json(row: "Due") -> dict[str, str | None]:
    """One row for programs. Days are 2026-03-31; moments carry London's distance from UTC."""
    return {
        "standard": row.standard,
        "title": row.title,
        "who": row.owner,
        "per": row.person or row.agency or "family",
        "from": _iso(row.starts_from),
        "target": _iso(row.target),
        "due": _iso(row.due),
        "met": _iso(row.met),
        "state": row.state,
        "why": row.why,
        "source": row.source,
    }


def as_text(rows: "list[Due]") -> str:
    """All rows for reading, in groups by state, overdue first."""
    if not rows:
        return "No standard of this pack has anything to say about this history."
    wide = max(len(row.title) for row in rows)
    about = max(len(row.about) for row in rows)
    groups = []
    for state, several in groupby(rows, key=lambda row: row.state):
        listed = list(several)
        lines = [f"{state.capitalize()} ({len(listed)})"]
        for row in listed:
            done = f"  (done {_day(row.met)})" if row.met else ""
            line = f"  {_day(row.due):22}  {row.title:{wide}}  {row.about:{about}}  {row.owner}{done}"
            lines += ["", line, _filled(_counted(row)), _filled(row.why)]
        groups.append("\n".join(lines))
    return "\n\n".join(groups)


def _counted(row: "Due") -> str:
    """Which standard it is, the day it is counted from, and the day to aim for."""
    begun = f", from {_day(row.starts_from)}" if row.starts_from else ""
    target = f", target {_day(row.target)}" if row.target else ""
    return f"[{row.standard}{begun}{target}]"


def _filled(text: str) -> str:
    width = max(60, min(110, shutil.get_terminal_size().columns))
    indent = " " * 26
    return textwrap.fill(text, width, initial_indent=indent, subsequent_indent=indent, break_on_hyphens=False)


def _day(day: Now | None) -> str:
    if day is None:
        return "–"
    return _london(day).strftime("%a %d %b %Y %H:%M" if isinstance(day, datetime) else "%a %d %b %Y")


def _iso(day: Now | None) -> str | None:
    if day is None:
        return None
    local = _london(day)
    return local.isoformat(timespec="minutes") if isinstance(local, datetime) else local.isoformat()


def _london(day: Now) -> Now:
    from alongside.working_time import LONDON

    return day.astimezone(LONDON) if isinstance(day, datetime) else day


def _today(text: str) -> Any:
    from alongside.journey.standards.history_moments import moment_of, read_when

    try:
        when = read_when(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from None
    return moment_of(when) if isinstance(when, datetime) else when
