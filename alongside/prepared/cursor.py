"""How prepared queries are sent, and how moments come back."""

from datetime import datetime
from types import SimpleNamespace
from typing import Any

from django.db import connection
from django.db.backends.postgresql.base import ServerBindingCursor
from psycopg.adapt import Loader


class Planned(ServerBindingCursor):
    """A cursor for queries of which the database keeps its plan: planning one anew costs it ten times the answer."""

    def execute(self, query: Any, params: Any = None, **more: Any) -> Any:
        super().execute(query, params, prepare=True, **more)  # type: ignore[misc]
        # What Django's log of queries shows, which knows only cursors that write values into the text.
        self._query = SimpleNamespace(query=query.encode())
        return self


def planned_cursor() -> Any:
    """Return a cursor made as Django makes its own cursors, so that its log, and whoever counts queries, see it."""
    connection.ensure_connection()
    connection.connection.prepare_threshold = 1  # or else it prepares nothing, whatever is asked
    made: Any = Planned
    return connection._prepare_cursor(made(connection.connection))  # type: ignore[attr-defined]


class Moment(Loader):
    """How a moment comes from the database: aware, in UTC, as Django reads it at four times the cost.

    Every connection of Django's speaks UTC, and what the database writes then is what Python's own parser reads.
    """

    def load(self, data: Any) -> datetime:
        return datetime.fromisoformat(bytes(data).decode())
