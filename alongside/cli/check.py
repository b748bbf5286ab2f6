"""`alongside check`: is what runs here fit for real families?"""

import argparse
import os

from alongside.cli.fitness import Fault, configured, show

OLDEST_POSTGRESQL = 15
STORE_CURE = "Look at the settings that begin with STORE_, or at who may write to the folder of data."
SCANNER_CURE = (
    "Look whether clamd runs and has its signatures, at CLAMAV_ADDRESS, and at the four lines of clamd.conf"
    " that docs/how-to/deploy.md names."
)


def add_parser(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `check`, which takes no arguments: it looks at the settings of the environment."""
    subparsers.add_parser("check", help="say whether this is fit for real families, or what to put right")


def run(args: argparse.Namespace) -> int:
    """Look at the settings, then at the database. Returns 0 when all is well, 1 after naming what is not."""
    settings, faults = configured()
    if settings and settings.SECRET_KEY and os.environ.get("DATABASE_URL"):
        faults = [*faults, *database_faults(), *document_faults()]
    show(faults)
    if faults:
        number = len(faults)
        print(f"{number} thing{'s' if number > 1 else ''} to put right before real families are recorded here.")
        return 1
    print("All is well: what this rests on is fit for real families.")
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


def document_faults() -> list[Fault]:
    """Return what is wrong with the store of documents and with the virus scanner, each tried out."""
    from alongside.story.filing.fitness import scanner_problem, store_problem

    store, scanner = store_problem(), scanner_problem()
    tried = (
        (store, f"The store of documents does not keep a file and give it back: {store}", STORE_CURE),
        (scanner, f"The virus scanner does not look into all that may be handed in: {scanner}", SCANNER_CURE),
    )
    return [Fault(what, cure) for problem, what, cure in tried if problem]


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
