"""Where things were dragged to, as a browser sends it."""

import json
from math import isfinite
from typing import Any

from django import forms

FURTHEST = 20_000


class MoveForm(forms.Form):
    """`places` is JSON, {"p12": [x, y]}; `seen` the number of the change that the page showed."""

    places = forms.CharField(max_length=20_000)
    seen = forms.IntegerField(min_value=0, required=False)

    def clean_seen(self) -> int:
        return self.cleaned_data["seen"] or 0

    def clean_places(self) -> dict[str, tuple[float, float]]:
        try:
            sent = json.loads(self.cleaned_data["places"])
        except ValueError as wrong:
            raise forms.ValidationError("not JSON") from wrong
        if not isinstance(sent, dict) or len(sent) > 300:
            raise forms.ValidationError("not places")
        return {str(key)[:40]: _point(at) for key, at in sent.items()}


def _point(at: Any) -> tuple[float, float]:
    if (
        not isinstance(at, list)
        or len(at) != 2
        or not all(isinstance(one, int | float) and isfinite(one) for one in at)
    ):
        raise forms.ValidationError("not a place")
    x, y = (max(-FURTHEST, min(FURTHEST, float(one))) for one in at)
    return x, y
