"""The database numbers and chains the trail's rows, and refuses to change them."""

from pathlib import Path

from django.db import migrations

TRIGGERS = (Path(__file__).parent.parent / "trail" / "triggers.sql").read_text()


class Migration(migrations.Migration):
    dependencies = [("access", "0001_accounts_and_trail")]
    operations = [migrations.RunSQL(TRIGGERS)]
