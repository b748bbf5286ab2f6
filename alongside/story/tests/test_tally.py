"""Answers of yes are counted as the pack says, and what is not known is said too."""

import pytest

from alongside.packs.format.forms import FormField
from alongside.packs.tests.shipped import default_pack
from alongside.story.asking import Asking, Question
from alongside.story.fields import field_type


@pytest.fixture
def question() -> Question:
    form = default_pack().form("domestic-abuse-checklist")
    field: FormField = next(one for one in form.fields if one.type == "tally")
    return Question(field=field, asking=Asking(form=form, pack=default_pack()))


@pytest.mark.parametrize(
    ("yes", "unknown", "says"),
    [(0, 20, "does not speak for a high risk"), (4, 0, "does not speak"), (5, 3, "raised"), (9, 0, "high risk. Refer")],
)
def test_the_count_and_the_band_it_reaches(question: Question, yes: int, unknown: int, says: str) -> None:
    ids = [one.id for one in question.field.options]
    value = {id: "yes" if n < yes else "not-known" if n < yes + unknown else "no" for n, id in enumerate(ids)}
    words = field_type("tally").words(question, value)
    assert words.startswith(f"{yes} of 20 answered yes")
    assert says in words
    assert (f"{unknown} not known" in words) == bool(unknown)
    assert field_type("tally").lacking(question, value) == []


def test_what_is_open_is_asked_for(question: Question) -> None:
    (asked,) = field_type("tally").lacking(question, {"afraid": "yes"}) or []
    assert "19 are open" in asked
