"""What is known already is found in the new ways too; and what an un-merge goes by never changes."""

from typing import Any

from django.db import migrations

from alongside.people.address_keys import keys_of
from alongside.people.numbers import plain_number, plain_telephone
from alongside.postgres import append_only

PAIRS = """
INSERT INTO people_namepair (person_id, pair)
SELECT one.person_id, one.word || ' ' || other.word
FROM people_nameword one JOIN people_nameword other USING (person_id) WHERE one.word <> other.word
"""


def fill(apps: Any, schema_editor: Any) -> None:
    points, numbers = apps.get_model("people", "ContactPoint"), apps.get_model("people", "Identifier")
    for point in points.objects.exclude(kind="email").iterator():
        points.objects.filter(pk=point.pk).update(digits=plain_telephone(point.value)[:20])
    for number in numbers.objects.iterator():
        numbers.objects.filter(pk=number.pk).update(plain=plain_number(number.value))
    key = apps.get_model("people", "AddressKey")
    for address in apps.get_model("people", "Address").objects.filter(never_show=False).iterator():
        key.objects.bulk_create(key(address=address, key=one) for one in sorted(keys_of(address.lines)))


class Migration(migrations.Migration):
    dependencies = [("people", "0005_finding_and_merging")]

    operations = [
        migrations.RunSQL(PAIRS, migrations.RunSQL.noop),
        migrations.RunPython(fill, migrations.RunPython.noop),
        append_only("people_movedrow"),
    ]
