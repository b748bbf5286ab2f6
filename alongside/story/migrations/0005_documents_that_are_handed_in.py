"""Documents are handed in, attached to records, replaced by later versions and taken out; their files stay."""

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

import alongside.story.models.documents

KEPT_WHEN_FILED = "UPDATE story_document SET kept_at = filed_at"

# What may still be said of a document: what it is about, that it is filed, that it is taken out, and its preview. The
# last three are said once. Nothing else of it changes, and no row goes.
DOCUMENTS_STAY = """
CREATE FUNCTION story_document_stays() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    said_later text[] := '{category,person_id,dated,note,filed_at,taken_out_at,taken_out_by_id,taken_out_because,preview,preview_state}';
BEGIN
    IF TG_OP = 'UPDATE'
       AND (to_jsonb(NEW) - said_later) = (to_jsonb(OLD) - said_later)
       AND (OLD.filed_at IS NULL OR NEW.filed_at = OLD.filed_at)
       AND (OLD.taken_out_at IS NULL OR (NEW.taken_out_at, NEW.taken_out_by_id, NEW.taken_out_because)
            = (OLD.taken_out_at, OLD.taken_out_by_id, OLD.taken_out_because))
       AND (OLD.preview_state = '' OR (NEW.preview_state, NEW.preview) = (OLD.preview_state, OLD.preview)) THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'document % is kept as it was handed in', OLD.id USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER story_document_stays BEFORE UPDATE OR DELETE ON story_document
    FOR EACH ROW EXECUTE FUNCTION story_document_stays();
"""

UNDO = "DROP TRIGGER story_document_stays ON story_document; DROP FUNCTION story_document_stays();"


class Migration(migrations.Migration):
    dependencies = [
        ("people", "0003_look_ups"),
        ("story", "0004_chronology_and_dangers"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="document",
            name="attached_to",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="attachments", to="story.entry"
            ),
        ),
        migrations.AddField(
            model_name="document",
            name="came_as",
            field=models.CharField(blank=True, max_length=64),
        ),
        migrations.AddField(
            model_name="document",
            name="dated",
            field=models.DateField(null=True),
        ),
        migrations.AddField(
            model_name="document",
            name="kept_at",
            field=models.DateTimeField(default=django.utils.timezone.now),
        ),
        migrations.RunSQL(KEPT_WHEN_FILED, migrations.RunSQL.noop),
        migrations.AddField(
            model_name="document",
            name="note",
            field=models.TextField(blank=True),
        ),
        migrations.AddField(
            model_name="document",
            name="person",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="documents", to="people.person"
            ),
        ),
        migrations.AddField(
            model_name="document",
            name="preview",
            field=models.FileField(blank=True, upload_to=alongside.story.models.documents.place_of_preview),
        ),
        migrations.AddField(
            model_name="document",
            name="preview_state",
            field=models.CharField(
                blank=True,
                choices=[("", "Not made yet"), ("made", "Made"), ("none", "There is none for such a file")],
                default="",
                max_length=10,
            ),
        ),
        migrations.AddField(
            model_name="document",
            name="replaces",
            field=models.OneToOneField(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="replaced_by", to="story.document"
            ),
        ),
        migrations.AddField(
            model_name="document",
            name="taken_out_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name="document",
            name="taken_out_because",
            field=models.TextField(blank=True),
        ),
        migrations.AddField(
            model_name="document",
            name="taken_out_by",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="document",
            name="version",
            field=models.PositiveSmallIntegerField(default=1),
        ),
        migrations.AlterField(
            model_name="document",
            name="family",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="documents", to="people.family"
            ),
        ),
        migrations.AlterField(
            model_name="document",
            name="file",
            field=models.FileField(upload_to=alongside.story.models.documents.place_in_the_store),
        ),
        migrations.AlterField(
            model_name="document",
            name="filed_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddIndex(
            model_name="document",
            index=models.Index(
                condition=models.Q(("filed_at__isnull", False), ("taken_out_at", None)),
                fields=["family", "-filed_at", "-id"],
                name="documents_of_a_family",
            ),
        ),
        migrations.AddConstraint(
            model_name="document",
            constraint=models.UniqueConstraint(
                condition=models.Q(models.Q(("came_as", ""), _negated=True), ("taken_out_at", None)),
                fields=("family", "came_as"),
                name="a_file_is_kept_once_in_a_family",
            ),
        ),
        migrations.AddConstraint(
            model_name="document",
            constraint=models.CheckConstraint(
                condition=models.Q(("family__isnull", False), ("attached_to__isnull", False), _connector="OR"),
                name="a_document_belongs_to_a_family_or_a_record",
            ),
        ),
        migrations.AddConstraint(
            model_name="document",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("taken_out_at", None), ("taken_out_because", ""), ("taken_out_by", None)),
                    models.Q(
                        ("taken_out_at__isnull", False),
                        ("taken_out_by__isnull", False),
                        models.Q(("taken_out_because", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="taken_out_says_when_by_whom_and_why",
            ),
        ),
        migrations.RunSQL(DOCUMENTS_STAY, UNDO),
    ]
