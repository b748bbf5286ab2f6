"""Addresses are found from each of their lines on, without spaces and written in full; telephone numbers without 44."""

from typing import Any

from django.db import migrations

from alongside.people.address_keys import keys_of
from alongside.people.numbers import WITH_THE_COUNTRY, plain_telephone

A_BATCH = 2000


def fill(apps: Any, schema_editor: Any) -> None:
    key = apps.get_model("people", "AddressKey")
    addresses = apps.get_model("people", "Address").objects.filter(never_show=False).order_by("pk")
    key.objects.all().delete()
    last = 0
    while some := list(addresses.filter(pk__gt=last).values_list("pk", "lines")[:A_BATCH]):
        key.objects.bulk_create(key(address_id=pk, key=one) for pk, lines in some for one in sorted(keys_of(lines)))
        last = some[-1][0]
    for point in apps.get_model("people", "ContactPoint").objects.filter(digits__startswith="44").iterator():
        if len(point.digits) == WITH_THE_COUNTRY:
            point.digits = plain_telephone(point.value)[:20]
            point.save(update_fields=["digits"])


class Migration(migrations.Migration):
    dependencies = [("people", "0009_names_by_team")]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
