"""Names that are known already are found by their consonants too."""

from typing import Any

from django.db import migrations

from alongside.people.sounds import sounds_of

A_BATCH = 5000


def hear(apps: Any, schema_editor: Any) -> None:
    key = apps.get_model("people", "NameKey")
    words = list(key.objects.order_by("word").values_list("word", flat=True).distinct())
    heard = (key(key=one, word=word) for word in words for one in sorted(sounds_of(word)))
    key.objects.bulk_create(heard, ignore_conflicts=True, batch_size=A_BATCH)


class Migration(migrations.Migration):
    dependencies = [("people", "0007_names_as_they_are_found")]

    operations = [migrations.RunPython(hear, migrations.RunPython.noop)]
