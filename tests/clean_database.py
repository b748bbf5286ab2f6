"""Emptying the database after a test that committed, such as a browser's journey.

Our append-only tables refuse to be emptied, as they should; a test's clean-up is the one who may, by switching triggers
off for its own connection. What migrations had put in is put back: Django's own way of emptying would lose it.
"""

import time

from django.db import OperationalError, connection, transaction
from django.test import TransactionTestCase

KEPT = "django_migrations"


def remember_what_migrations_left() -> None:
    """Copy every table that has rows after migrating into a schema of its own. Once for each test database."""
    with connection.cursor() as cursor:
        cursor.execute("DROP SCHEMA IF EXISTS after_migrating CASCADE")
        cursor.execute("CREATE SCHEMA after_migrating")
        for table in _tables("public"):
            cursor.execute(f'SELECT EXISTS (SELECT FROM public."{table}")')
            if cursor.fetchone()[0]:
                cursor.execute(f'CREATE TABLE after_migrating."{table}" AS TABLE public."{table}"')


def empty_the_database() -> None:
    """Leave every table as it was after migrating, when whatever a browser had asked for last is answered."""
    for again in range(5):
        try:
            return _empty()
        except OperationalError:
            # A request of a page that is closed already still writes: it gets its turn, then we get ours.
            if again == 4:
                raise
            time.sleep(0.3)
    return None


def _empty() -> None:
    """Wait for whoever still writes, then delete what there is: making every table anew costs thirty times as much."""
    names = _tables("public")
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL lock_timeout = '20s'")
        cursor.execute("SET LOCAL session_replication_role = replica")
        cursor.execute("LOCK TABLE " + ", ".join(f'public."{table}"' for table in names))
        has_rows = [f"SELECT '{table}' WHERE EXISTS (TABLE public.\"{table}\")" for table in names]
        cursor.execute(" UNION ALL ".join(has_rows))
        for (table,) in cursor.fetchall():
            cursor.execute(f'DELETE FROM public."{table}"')
        for table in _tables("after_migrating"):
            cursor.execute(f'INSERT INTO public."{table}" OVERRIDING SYSTEM VALUE TABLE after_migrating."{table}"')


def _tables(schema: str) -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT tablename FROM pg_tables WHERE schemaname = %s AND tablename <> %s", [schema, KEPT])
        return [row[0] for row in cursor.fetchall()]


def install() -> None:
    """Make every test that commits clean up this way."""
    TransactionTestCase._fixture_teardown = lambda self: empty_the_database()  # type: ignore[attr-defined]
