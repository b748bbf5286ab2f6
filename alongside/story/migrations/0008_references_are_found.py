"""Who types a reference hears at once whether it stands on another family's record, however many records there are."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("story", "0007_told_by_notices")]

    operations = [
        migrations.RunSQL(
            """
            CREATE INDEX short_answers_by_words ON story_answer (key, lower(value #>> '{}'))
            WHERE jsonb_typeof(value) = 'string' AND length(value #>> '{}') <= 80
            """,
            "DROP INDEX short_answers_by_words",
        )
    ]
