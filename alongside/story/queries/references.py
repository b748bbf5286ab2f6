"""Whether a reference that is somebody's own stands on another family's record already."""

from django.db import connection


def on_another_family(key: str, words: str, entry_id: int) -> bool:
    """Return whether another family of the same team has this answer to the same question.

    Two services may use one number for different families; within one it means one family. Capitals do not matter.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            """
            SELECT EXISTS (
                SELECT 1 FROM story_answer answer
                JOIN story_entry other ON other.id = answer.entry_id
                JOIN story_entry own ON own.id = %s
                WHERE answer.key = %s AND lower(answer.value #>> '{}') = lower(%s)
                  AND jsonb_typeof(answer.value) = 'string' AND length(answer.value #>> '{}') <= 80
                  AND other.team_id = own.team_id AND other.status <> 'set-aside'
                  AND other.family_id <> own.family_id)
            """,
            [entry_id, key, words],
        )
        return bool(cursor.fetchone()[0])
