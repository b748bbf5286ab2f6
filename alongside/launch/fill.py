"""What `./run` does in the database: tables, the default practice pack, and for a new one the invented families.

Runs as a process of its own, with the environment of the server, so that `./run` itself never loads Django.
"""

import argparse
import gc
import io
import json
import sys
from pathlib import Path

from alongside.launch.places import ROOT
from alongside.launch.steps import step


def main() -> int:
    """Fill the database; write to the file of `--result` whether it holds the invented families, and `--state`."""
    parser = argparse.ArgumentParser(prog="python -m alongside.launch.fill")
    parser.add_argument("--empty", action="store_true")
    parser.add_argument("--result", type=Path, required=True)
    parser.add_argument("--state", required=True)
    options = parser.parse_args()
    import django

    django.setup()
    # This process makes a great deal and ends: looking for rubbish as often as usual is a fifth of its time.
    gc.freeze()
    gc.set_threshold(100_000, 20, 100)
    with step("Bringing the tables up to date"):
        _manage("migrate", interactive=False)
    with step("Publishing the default practice pack"):
        _manage("publish_pack", ROOT / "packs" / "default")
    with step("Collecting styles and scripts"):
        _manage("collectstatic", interactive=False, clear=True)
    if not options.empty and _is_new():
        with step("Inventing families to look at"):
            _invent_families()
    options.result.write_text(json.dumps({"invented": _has_invented_families(), "state": options.state}))
    return 0


def _manage(command: str, *words: object, **options: object) -> None:
    """Run a management command; show what it said only when it fails."""
    from django.core.management import call_command

    said = io.StringIO()
    try:
        call_command(command, *words, stdout=said, stderr=said, **options)
    except BaseException:
        print(f"\n{said.getvalue()}", file=sys.stderr)
        raise


def _is_new() -> bool:
    from django.contrib.auth import get_user_model

    return not get_user_model()._default_manager.exists()


def _invent_families() -> None:
    """All of them or none: a start that is killed half-way leaves a database that is still new."""
    from django.db import transaction

    with transaction.atomic():
        _manage("load_demo")


def _has_invented_families() -> bool:
    from django.contrib.auth import get_user_model

    from alongside.demo.sign_ins import SIGN_INS

    emails = [sign_in.email for sign_in in SIGN_INS]
    return bool(get_user_model()._default_manager.filter(email__in=emails).exists())


if __name__ == "__main__":
    sys.exit(main())
