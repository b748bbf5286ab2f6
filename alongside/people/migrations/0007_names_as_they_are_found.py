"""Every pair of names is marked with who is called so; and rows whose keys are no numbers move in a merge too."""

from collections.abc import Iterator
from typing import Any

from django.db import migrations, models
from django.db.models import Q

from alongside.people.names import pairs_of

A_BATCH = 1000


def mark(apps: Any, schema_editor: Any) -> None:
    """Write the pairs of everybody's names anew: those of before 0006 say nothing of who is called so."""
    people, pair = apps.get_model("people", "Person"), apps.get_model("people", "NamePair")
    everybody = list(people.objects.filter(merged_into=None).order_by("pk").values_list("pk", flat=True))
    for first in range(0, len(everybody), A_BATCH):
        some = everybody[first : first + A_BATCH]
        pair.objects.filter(person__in=some).delete()
        spoken = _spoken_by(apps, some)
        pair.objects.bulk_create(
            pair(person_id=pk, pair=one) for pk, said in spoken.items() for one in sorted(pairs_of(*said))
        )


def _spoken_by(apps: Any, some: list[int]) -> dict[int, list[str]]:
    """Everybody's own names first, then those of records merged into theirs and their other names."""
    spoken: dict[int, list[str]] = {pk: [] for pk in some}
    for pk, *said in (*_own(apps, Q(pk__in=some), "pk"), *_own(apps, Q(merged_into__in=some), "merged_into")):
        spoken[pk] += said
    others = apps.get_model("people", "OtherName").objects.filter(person__in=some, withdrawn_at=None).order_by("pk")
    for pk, *said in others.values_list("person", "given_names", "family_name"):
        spoken[pk] += said
    return spoken


def _own(apps: Any, which: Q, whose: str) -> Iterator[Any]:
    people = apps.get_model("people", "Person").objects.filter(which).order_by("pk")
    yield from people.values_list(whose, "given_names", "family_name", "preferred_name")


class Migration(migrations.Migration):
    dependencies = [("people", "0006_fill_look_ups")]

    operations = [
        migrations.AlterField(model_name="movedrow", name="row", field=models.CharField(max_length=40)),
        migrations.RunPython(mark, migrations.RunPython.noop),
    ]
