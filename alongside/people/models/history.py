"""How a person's details stood before they were changed, so that nothing recorded is ever lost."""

from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models

from alongside.people.models.base import Recorded
from alongside.people.models.person import Person


class EarlierDetails(Recorded):
    """The former values of the details that one change replaced; who changed them and when is the row's own record."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="earlier_details")
    details: Any = models.JSONField(encoder=DjangoJSONEncoder)

    class Meta:
        ordering = ["-pk"]
        verbose_name_plural = "earlier details"

    def __str__(self) -> str:
        return ", ".join(self.details)
