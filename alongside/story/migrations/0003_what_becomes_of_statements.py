"""A statement may be merged into another, and each change says what it is; numbered, so that nobody overwrites."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("people", "0003_look_ups"),
        ("story", "0002_final_stays"),
    ]

    operations = [
        migrations.AddField(
            model_name="statement",
            name="merged_into",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="merged", to="story.statement"
            ),
        ),
        migrations.AddField(
            model_name="statement",
            name="revision",
            field=models.PositiveIntegerField(default=1),
        ),
        migrations.AddField(
            model_name="statementchange",
            name="column",
            field=models.CharField(blank=True, max_length=80),
        ),
        migrations.AddField(
            model_name="statementchange",
            name="other",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="story.statement"
            ),
        ),
        migrations.AddField(
            model_name="statementchange",
            name="what",
            field=models.CharField(
                blank=True,
                choices=[
                    ("said", "Said"),
                    ("reworded", "Reworded"),
                    ("moved", "Moved to another column"),
                    ("merged", "Merged into another"),
                    ("took-in", "Another was merged into it"),
                    ("unmerged", "Separated again"),
                    ("gave-back", "Another was separated from it"),
                    ("resolved", "Sorted out"),
                    ("withdrawn", "Taken back"),
                    ("brought-back", "Brought back"),
                ],
                max_length=20,
            ),
        ),
        migrations.AlterField(
            model_name="statement",
            name="state",
            field=models.CharField(
                choices=[
                    ("living", "Still stands"),
                    ("resolved", "Sorted out"),
                    ("merged", "Merged into another"),
                    ("withdrawn", "Taken back"),
                ],
                default="living",
                max_length=20,
            ),
        ),
        migrations.AlterField(
            model_name="statementchange",
            name="state",
            field=models.CharField(
                choices=[
                    ("living", "Still stands"),
                    ("resolved", "Sorted out"),
                    ("merged", "Merged into another"),
                    ("withdrawn", "Taken back"),
                ],
                max_length=20,
            ),
        ),
        migrations.AddConstraint(
            model_name="statement",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("merged_into__isnull", False), ("state", "merged")),
                    models.Q(models.Q(("state", "merged"), _negated=True), ("merged_into__isnull", True)),
                    _connector="OR",
                ),
                name="merged_says_into_which",
            ),
        ),
        migrations.AddConstraint(
            model_name="statement",
            constraint=models.CheckConstraint(
                condition=models.Q(("merged_into", models.F("id")), _negated=True), name="not_merged_into_itself"
            ),
        ),
    ]
