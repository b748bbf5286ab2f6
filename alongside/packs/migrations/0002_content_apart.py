from django.db import migrations, models

from alongside.postgres import append_only


class Migration(migrations.Migration):
    dependencies = [("packs", "0001_initial")]
    operations = [
        migrations.CreateModel(
            name="PackContent",
            fields=[
                ("digest", models.CharField(max_length=64, primary_key=True, serialize=False)),
                ("content", models.JSONField()),
            ],
        ),
        migrations.RunSQL(
            "INSERT INTO packs_packcontent (digest, content) SELECT digest, content FROM packs_packversion",
            migrations.RunSQL.noop,
        ),
        append_only("packs_packcontent"),
        migrations.RemoveField(model_name="packversion", name="content"),
    ]
