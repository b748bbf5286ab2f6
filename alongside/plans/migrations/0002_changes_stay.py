"""The database itself keeps what became of an action, step by step."""

from django.db import migrations

from alongside.postgres import append_only


class Migration(migrations.Migration):
    dependencies = [("plans", "0001_actions")]

    operations = [append_only("plans_actionchange")]
