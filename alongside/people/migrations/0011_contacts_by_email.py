"""Email addresses are looked up whole, whatever their capitals."""

from django.db import migrations, models
from django.db.models import Q
from django.db.models.functions import Upper


class Migration(migrations.Migration):
    dependencies = [("people", "0010_addresses_from_each_line")]

    operations = [
        migrations.AddIndex(
            model_name="contactpoint",
            index=models.Index(Upper("value"), name="contact_by_email", condition=Q(kind="email")),
        )
    ]
