"""The database itself keeps decisions on levels as they were made."""

from django.db import migrations

from alongside.postgres import append_only


class Migration(migrations.Migration):
    dependencies = [("journey", "0001_where_families_stand")]

    operations = [append_only("journey_leveldecision")]
