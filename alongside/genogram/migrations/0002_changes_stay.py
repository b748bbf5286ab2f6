"""Changes and kept versions are lasting records: PostgreSQL itself refuses to alter them."""

from django.db import migrations

from alongside.postgres import append_only


class Migration(migrations.Migration):
    dependencies = [("genogram", "0001_genograms")]

    operations = [append_only("genogram_change"), append_only("genogram_version")]
