"""Who is told of a danger has a notice, and no row of its own."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("story", "0006_children_heard"),
    ]

    operations = [
        migrations.DeleteModel(
            name="DangerTold",
        ),
    ]
