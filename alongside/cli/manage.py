"""`alongside manage`: Django's own commands, with the project's settings."""

import argparse

from alongside.cli.running import use_running_instance


def add_parser(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `manage`; what follows it is Django's to read."""
    subparsers.add_parser("manage", help="run one of Django's management commands", add_help=False)


def run(args: argparse.Namespace) -> int:
    """Hand `args.words` to Django. Returns 0; Django itself exits otherwise on an error."""
    from django.core.management import execute_from_command_line

    use_running_instance()
    execute_from_command_line(["alongside manage", *args.words])
    return 0
