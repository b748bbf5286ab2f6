"""The database numbers and chains the trail's rows, and refuses to change them."""

from pathlib import Path

from django.db import migrations

TRAIL = Path(__file__).parent.parent / "trail"
SEAL = (TRAIL / "seal.sql").read_text()


class Migration(migrations.Migration):
    dependencies = [("access", "0001_accounts_and_trail")]
    operations = [
        migrations.RunSQL((TRAIL / "triggers.sql").read_text()),
        migrations.RunSQL(SEAL.replace("{table}", "access_look")),
        migrations.RunSQL(SEAL.replace("{table}", "access_change")),
    ]
