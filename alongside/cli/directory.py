"""`alongside directory`: bring the directory of services up to date from a feed."""

import argparse
import sys
from pathlib import Path
from typing import Any


def add_parser(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `directory` and its command `import`."""
    parser = subparsers.add_parser("directory", help="bring the directory of services up to date from a feed")
    commands = parser.add_subparsers(dest="directory_command", required=True, metavar="COMMAND")
    bring_in = commands.add_parser("import", help="take in a feed in the Open Referral UK standard")
    bring_in.add_argument("source", metavar="FILE|URL", help="a JSON file, or the address of the list of services")
    bring_in.add_argument("--feed", metavar="NAME", help="which feed it is; else the file's name or the address's host")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Take the feed in; return 0, or 1 when nothing could be taken. Skipped items are said on standard error."""
    import django

    django.setup()
    from alongside.directory.actions import take_in
    from alongside.directory.open_referral import FeedBroken

    try:
        documents, name, url = _documents(args.source)
        intake = take_in(feed=args.feed or name, documents=documents, source=args.source, by=None, url=url)
    except FeedBroken as broken:
        print(broken, file=sys.stderr)
        return 1
    for problem in intake.problems:
        print(f"{problem['place']}: {problem['what']}", file=sys.stderr)
    print(intake.in_words)
    return 0


def _documents(source: str) -> tuple[list[Any], str, str]:
    """The pages of a feed, what to call it when nobody said, and its address if it has one."""
    from urllib.parse import urlsplit

    from alongside.directory.open_referral import FeedBroken, fetched, parsed

    if "://" in source:
        return fetched(source), urlsplit(source).hostname or source, source
    try:
        with Path(source).open("rb") as file:
            return [parsed(file.read())], Path(source).stem, ""
    except OSError as error:
        raise FeedBroken(f"{source} cannot be read ({error.strerror}). Give a file that is there.") from None
