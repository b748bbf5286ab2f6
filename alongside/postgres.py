"""Rules that PostgreSQL itself keeps, so that no code of ours can forget them."""

from django.db import migrations

REFUSE = """
CREATE OR REPLACE FUNCTION alongside_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is a lasting record: its rows are never changed or deleted', TG_TABLE_NAME
        USING ERRCODE = 'restrict_violation';
END $$;
"""


def append_only(table: str) -> migrations.RunSQL:
    """Return a migration step after which the database refuses to change, delete or truncate rows of the table."""
    return migrations.RunSQL(
        REFUSE
        + f"""
        CREATE TRIGGER {table}_rows_stay BEFORE UPDATE OR DELETE ON {table}
            FOR EACH ROW EXECUTE FUNCTION alongside_refuse_change();
        CREATE TRIGGER {table}_all_stay BEFORE TRUNCATE ON {table}
            FOR EACH STATEMENT EXECUTE FUNCTION alongside_refuse_change();
        """,
        f"DROP TRIGGER {table}_rows_stay ON {table}; DROP TRIGGER {table}_all_stay ON {table};",
    )
