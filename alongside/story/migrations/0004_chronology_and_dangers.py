"""Chronology events, dangers with their history, and from which record an entry was started."""

import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from alongside.postgres import append_only


class Migration(migrations.Migration):
    dependencies = [
        ("people", "0003_look_ups"),
        ("story", "0003_what_becomes_of_statements"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="entry",
            name="started_from",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="led_to", to="story.entry"
            ),
        ),
        migrations.CreateModel(
            name="Danger",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, primary_key=True, serialize=False)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("family", "Danger to the family"),
                            ("visitors", "Danger to visitors"),
                            ("contact", "Contact restriction"),
                        ],
                        max_length=20,
                    ),
                ),
                ("words", models.TextField()),
                ("since", models.DateField()),
                ("recorded_at", models.DateTimeField()),
                ("looked_at_on", models.DateField()),
                ("ended_on", models.DateField(null=True)),
                ("ended_at", models.DateTimeField(null=True)),
                ("ended_why", models.TextField(blank=True)),
                ("about", models.ManyToManyField(related_name="dangers", to="people.person")),
                (
                    "ended_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "entry",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="dangers", to="story.entry"
                    ),
                ),
                (
                    "family",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="dangers", to="people.family"
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "ordering": ["kind", "since", "pk"],
            },
        ),
        migrations.CreateModel(
            name="DangerChange",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "what",
                    models.CharField(
                        choices=[
                            ("recorded", "Recorded"),
                            ("looked-at", "Looked at again, and still there"),
                            ("reworded", "Put in other words"),
                            ("ended", "Ended"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("family", "Danger to the family"),
                            ("visitors", "Danger to visitors"),
                            ("contact", "Contact restriction"),
                        ],
                        max_length=20,
                    ),
                ),
                ("words", models.TextField()),
                ("why", models.TextField(blank=True)),
                ("at", models.DateTimeField()),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "danger",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="changes", to="story.danger"
                    ),
                ),
                (
                    "entry",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="story.entry"
                    ),
                ),
            ],
            options={
                "ordering": ["at", "pk"],
            },
        ),
        migrations.CreateModel(
            name="DangerTold",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("told_at", models.DateTimeField()),
                ("read_at", models.DateTimeField(null=True)),
                (
                    "danger",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="told", to="story.danger"
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="ChronologyEvent",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", models.CharField(max_length=80)),
                ("words", models.TextField()),
                ("when_words", models.CharField(blank=True, max_length=200)),
                ("first_day", models.DateField()),
                ("last_day", models.DateField()),
                (
                    "entry",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="chronology_event", to="story.entry"
                    ),
                ),
                (
                    "family",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="chronology_events",
                        to="people.family",
                    ),
                ),
                ("people", models.ManyToManyField(related_name="chronology_events", to="people.person")),
            ],
            options={
                "ordering": ["first_day", "-last_day", "pk"],
                "indexes": [models.Index(fields=["family", "first_day"], name="chronology_of_a_family")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("last_day__gte", models.F("first_day"))),
                        name="an_event_ends_after_it_begins",
                    )
                ],
            },
        ),
        migrations.AddIndex(
            model_name="danger",
            index=models.Index(condition=models.Q(("ended_at", None)), fields=["family"], name="present_dangers"),
        ),
        migrations.AddConstraint(
            model_name="danger",
            constraint=models.CheckConstraint(
                condition=models.Q(("words", ""), _negated=True), name="a_danger_says_what_it_is"
            ),
        ),
        migrations.AddConstraint(
            model_name="danger",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        models.Q(("ended_on__isnull", False), ("ended_at__isnull", False), ("ended_by__isnull", False)),
                        models.Q(("ended_on__isnull", True), ("ended_at__isnull", True), ("ended_by__isnull", True)),
                        _connector="OR",
                    ),
                    models.Q(
                        models.Q(("ended_at", None), ("ended_why", "")),
                        models.Q(("ended_at__isnull", False), models.Q(("ended_why", ""), _negated=True)),
                        _connector="OR",
                    ),
                ),
                name="a_danger_ends_for_a_reason",
            ),
        ),
        migrations.AddConstraint(
            model_name="dangerchange",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("what", "ended"), _negated=True), models.Q(("why", ""), _negated=True), _connector="OR"
                ),
                name="an_ended_danger_says_why_for_ever",
            ),
        ),
        migrations.AddIndex(
            model_name="dangertold",
            index=models.Index(condition=models.Q(("read_at", None)), fields=["user"], name="dangers_to_read"),
        ),
        migrations.AddConstraint(
            model_name="dangertold",
            constraint=models.UniqueConstraint(fields=("danger", "user"), name="somebody_is_told_of_a_danger_once"),
        ),
        append_only("story_chronologyevent"),
        append_only("story_dangerchange"),
    ]
