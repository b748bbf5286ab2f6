import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from alongside.postgres import append_only


class Migration(migrations.Migration):
    initial = True
    dependencies = [migrations.swappable_dependency(settings.AUTH_USER_MODEL)]
    operations = [
        migrations.CreateModel(
            name="PackVersion",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("pack_id", models.CharField(max_length=80)),
                ("version", models.CharField(max_length=200)),
                ("digest", models.CharField(max_length=64, unique=True)),
                ("content", models.JSONField()),
                ("published_at", models.DateTimeField(db_index=True)),
                (
                    "published_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={"ordering": ["-published_at", "-pk"]},
        ),
        append_only("packs_packversion"),
    ]
