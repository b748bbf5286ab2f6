from django.db import migrations


class Migration(migrations.Migration):
    """The table of Django's database cache, in which tries are counted."""

    dependencies = [("access", "0003_unread_notices_and_links")]
    operations = [
        migrations.RunSQL(
            """
            CREATE TABLE access_tries (
                cache_key varchar(255) PRIMARY KEY, value text NOT NULL, expires timestamp with time zone NOT NULL
            );
            CREATE INDEX access_tries_expires ON access_tries (expires);
            """,
            "DROP TABLE access_tries",
        ),
    ]
