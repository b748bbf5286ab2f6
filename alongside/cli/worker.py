"""`alongside worker`: carries out the jobs that wait in the database."""

import argparse
import os

from alongside.cli.fitness import stop_if_unfit


def add_parser(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `worker` and how many jobs it carries out at once."""
    parser = subparsers.add_parser("worker", help="run the job worker with the settings of the environment")
    parser.add_argument(
        "--at-once",
        type=int,
        default=int(os.environ.get("ALONGSIDE_JOBS_AT_ONCE", "2")),
        metavar="NUMBER",
        help="how many jobs to carry out at the same time (normally ALONGSIDE_JOBS_AT_ONCE, or 2)",
    )


def run(args: argparse.Namespace) -> int:
    """Work until a signal comes; a job under way gets 30 seconds to end. Returns 1 when the settings are unfit."""
    from django.core.management import execute_from_command_line

    if stop_if_unfit():
        return 1
    words = ["procrastinate", "worker", "--concurrency", str(args.at_once), "--shutdown-graceful-timeout", "30"]
    execute_from_command_line(["alongside", *words])
    return 0
