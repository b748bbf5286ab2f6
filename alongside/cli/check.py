"""`alongside check`: is what runs here fit for real families?"""

import argparse
import os

from alongside.cli.fitness import Fault, configured, show

OLDEST_POSTGRESQL = 15


def add_parser(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `check`, which takes no arguments: it looks at the settings of the environment."""
    subparsers.add_parser("check", help="say whether this is fit for real families, or what to put right")


def run(args: argparse.Namespace) -> int:
    """Look at the settings, then at the database. Returns 0 when all is well, 1 after naming what is not."""
    settings, faults = configured()
    if settings and settings.SECRET_KEY and os.environ.get("DATABASE_URL"):
        faults = [*faults, *database_faults()]
    show(faults)
    if faults:
        number = len(faults)
        print(f"{number} thing{'s' if number > 1 else ''} to put right before real families are recorded here.")
        return 1
    print("All is well: the settings and the database are fit for real families.")
    return 0


def database_faults() -> list[Fault]:
    """Return what is wrong with the database and its content."""
    import django
    from django.db import OperationalError, connection

    django.setup()
    try:
        connection.ensure_connection()
    except OperationalError as error:
        cure = "Start it, or correct DATABASE_URL. It said: " + str(error).strip().splitlines()[-1]
        return [Fault("The database does not answer.", cure)]
    return [fault for fault in (_too_old(), _behind() or _invented(), _unserved()) if fault]


def _too_old() -> Fault | None:
    from django.db import connection

    if connection.cursor().connection.info.server_version >= OLDEST_POSTGRESQL * 10000:
        return None
    return Fault(f"PostgreSQL is older than {OLDEST_POSTGRESQL}.", "Upgrade it before you record anything.")


def _behind() -> Fault | None:
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    if not executor.migration_plan(executor.loader.graph.leaf_nodes()):
        return None
    return Fault("The tables are not those of this version.", "Make a backup, then run: alongside manage migrate")


def _invented() -> Fault | None:
    from django.contrib.auth import get_user_model

    from alongside.demo.sign_ins import SIGN_INS

    emails = [sign_in.email for sign_in in SIGN_INS]
    if not get_user_model()._default_manager.filter(email__in=emails).exists():
        return None
    return Fault(
        "The invented families are in this database, with sign-ins whose passwords are public.",
        "Name an empty database in DATABASE_URL. Records are lasting: they cannot be taken out one by one.",
    )


def _unserved() -> Fault | None:
    from django.contrib.staticfiles.storage import staticfiles_storage

    if staticfiles_storage.exists("dist/app.css"):
        return None
    return Fault("Styles and scripts are not in place.", "Run: alongside manage collectstatic --no-input")
