"""The sequence that family references are taken from. It starts at four digits, so that all look alike."""

from django.db import migrations


class Migration(migrations.Migration):
    operations = [
        migrations.RunSQL(
            "CREATE SEQUENCE people_family_reference START WITH 1001", "DROP SEQUENCE people_family_reference"
        )
    ]
