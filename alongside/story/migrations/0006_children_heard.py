"""When each child was heard, in whatever record."""

import django.db.models.deletion
from django.db import migrations, models

from alongside.postgres import append_only


class Migration(migrations.Migration):
    dependencies = [
        ("people", "0005_finding_and_merging"),
        ("story", "0005_documents_that_are_handed_in"),
    ]

    operations = [
        migrations.CreateModel(
            name="ChildHeard",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("heard_on", models.DateField()),
                ("alone", models.BooleanField(null=True)),
                ("ways", models.JSONField(default=list)),
                ("topics", models.JSONField(default=list)),
                ("words", models.CharField(blank=True, max_length=400)),
                ("only_observed", models.BooleanField(default=False)),
                (
                    "entry",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="children_heard", to="story.entry"
                    ),
                ),
                (
                    "family",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="children_heard", to="people.family"
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="heard", to="people.person"
                    ),
                ),
            ],
            options={
                "ordering": ["-heard_on", "-pk"],
                "indexes": [models.Index(fields=["family", "person", "-heard_on"], name="voices_of_a_child")],
                "constraints": [
                    models.UniqueConstraint(fields=("entry", "person"), name="an_entry_hears_a_child_once")
                ],
            },
        ),
        append_only("story_childheard"),
    ]
