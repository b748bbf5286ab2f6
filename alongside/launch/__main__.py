"""Where `run` and `test` hand over: `python -m alongside.launch run|test …`, and `install` for a server."""

import os
import signal
import sys
from collections.abc import Sequence

from alongside.launch import prepare
from alongside.launch.steps import CannotGoOn


def main(arguments: Sequence[str]) -> int:
    """Do what `./run` or `./test` was asked to.

    Returns the exit code: 0 all is well, 1 it is not, 2 a wrong argument, 130 stopped by Ctrl-C or a signal.
    """
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.default_int_handler)
    try:
        return _command(arguments)
    except CannotGoOn as reason:
        print(f"\n{reason}", file=sys.stderr)
    except PermissionError as error:
        print(
            f"\n{error.filename} cannot be used ({error.strerror}). Was Alongside started here by another user, as "
            "root perhaps? Start as that one, or give the folders .venv, node_modules and var to yourself.",
            file=sys.stderr,
        )
    except KeyboardInterrupt:
        print("\nStopped.", file=sys.stderr)
        return 130
    return 1


def _command(arguments: Sequence[str]) -> int:
    """Imports come late: until `make_ready` returns, only the standard library is there."""
    command, rest = arguments[0], arguments[1:]
    if command == "test":
        prepare.make_ready(prepare.FOR_TESTS, arguments=arguments)
        from alongside.launch.testing import run_checks

        return run_checks(rest)
    if command == "install":
        prepare.make_ready("requirements.txt", arguments=arguments)
        from alongside.launch import assets

        assets.build()
        return 0
    from alongside.launch.options import parse

    options = parse(rest)
    prepare.make_ready("requirements.txt", arguments=arguments)
    from alongside.launch.run import run

    return run(options)


if __name__ == "__main__":
    os.umask(0o022)
    sys.exit(main(sys.argv[1:]))
