"""What an action refuses, said beside the field it is about."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError


def tried(form: forms.Form, action: Callable[..., Any], /, **given: Any) -> Any:
    """Do the action; return what it returns, or True. Refused, put its reasons on the form and return False."""
    try:
        done = action(**given)
    except ValidationError as refusal:
        put_beside_fields(form, refusal)
        return False
    return True if done is None else done


def put_beside_fields(form: forms.Form, refusal: ValidationError) -> None:
    """Put each reason beside its field; one about no field of this form stands at the top."""
    by_field = refusal.message_dict if hasattr(refusal, "error_dict") else {"": refusal.messages}
    for name, reasons in by_field.items():
        for reason in reasons:
            form.add_error(name if name in form.fields else None, reason)
