"""What is final stays as it is: PostgreSQL itself refuses to change it."""

from django.db import migrations

from alongside.postgres import append_only

# Of a final entry only one thing may still be said: that a later version has taken its place.
FINAL_STAYS = """
CREATE FUNCTION story_final_entry_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND OLD.superseded_at IS NULL AND NEW.superseded_at IS NOT NULL THEN
        IF (to_jsonb(NEW) - 'superseded_at') = (to_jsonb(OLD) - 'superseded_at') THEN
            RETURN NEW;
        END IF;
    END IF;
    RAISE EXCEPTION 'entry % is final: amend it by a new version', OLD.id USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER story_final_entry_stays BEFORE UPDATE OR DELETE ON story_entry
    FOR EACH ROW WHEN (OLD.status = 'final') EXECUTE FUNCTION story_final_entry_stays();

CREATE FUNCTION story_final_answer_stays() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    entry bigint := CASE TG_OP WHEN 'DELETE' THEN OLD.entry_id ELSE NEW.entry_id END;
BEGIN
    IF EXISTS (SELECT 1 FROM story_entry WHERE id = entry AND status = 'final')
       OR (TG_OP = 'UPDATE' AND OLD.entry_id <> NEW.entry_id) THEN
        RAISE EXCEPTION 'entry % is final: its answers stay', entry USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER story_final_answer_stays BEFORE INSERT OR UPDATE OR DELETE ON story_answer
    FOR EACH ROW EXECUTE FUNCTION story_final_answer_stays();
"""

UNDO = """
DROP TRIGGER story_final_entry_stays ON story_entry;
DROP FUNCTION story_final_entry_stays();
DROP TRIGGER story_final_answer_stays ON story_answer;
DROP FUNCTION story_final_answer_stays();
"""


class Migration(migrations.Migration):
    dependencies = [("story", "0001_entries")]

    operations = [
        migrations.RunSQL(FINAL_STAYS, UNDO),
        append_only("story_fact"),
        append_only("story_statementchange"),
        append_only("story_rating"),
        append_only("story_personseen"),
    ]
