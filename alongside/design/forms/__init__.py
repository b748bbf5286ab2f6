"""Forms as screens use them: `Form` and `ModelForm` to inherit from, `DayField` for a day, and their errors."""

from alongside.design.forms.base import Form, ModelForm
from alongside.design.forms.day import DayField, DayInput
from alongside.design.forms.errors import ErrorLine, error_list
from alongside.design.forms.parameters import field_parameters

__all__ = ["DayField", "DayInput", "ErrorLine", "Form", "ModelForm", "error_list", "field_parameters"]
