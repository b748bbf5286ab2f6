"""`alongside verify`: proves the trail of looks and changes, or names the first link that is broken."""

import argparse
import sys


def add_parser(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `verify`, which takes no arguments."""
    subparsers.add_parser("verify", help="prove that the trail of looks and changes is whole")


def run(args: argparse.Namespace) -> int:
    """Walk every chain of the trail. Returns 0 when all are whole, 1 after naming the first broken link of each."""
    import django
    from django.db import OperationalError

    from alongside.cli.running import use_running_instance

    use_running_instance()
    django.setup()
    from alongside.access import trail

    try:
        results = trail.verify()
    except OperationalError as error:
        print(f"The database does not answer. Is DATABASE_URL right? It said: {error}", file=sys.stderr)
        return 1
    for result in results:
        print(
            f"{result.table}: {result.rows} rows {'whole' if result.whole else 'before the break'}, {result.last_hash}"
        )
        if result.broken:
            print(f"BROKEN {result.broken}", file=sys.stderr)
    return 0 if all(result.whole for result in results) else 1
