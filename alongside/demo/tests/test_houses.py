"""The drawings of the demo are marks as a child's page keeps them, on records that are final."""

from types import SimpleNamespace
from typing import Any, cast

import pytest

from alongside.demo.library import houses
from alongside.demo.telling import Telling
from alongside.demo.writing.houses import draw
from alongside.story.models import Entry
from alongside.story.tests.makers import DAY, make_world


@pytest.mark.parametrize("key", sorted(houses()))
def test_what_a_child_drew_is_final_with_words_for_it(db: Any, key: str) -> None:
    world, told = make_world(), houses()[key]
    telling = SimpleNamespace(key=key, lead=world.practitioner, family=world.family, people={told.child: world.child})
    draw(cast(Telling, telling), DAY)
    entry = Entry.objects.get(form_id="three-houses")
    assert entry.is_final
    drawn = entry.answers.get(key=f"houses-drawn@{world.child.pk}").value
    assert {sheet for sheet, marks in drawn.items() if marks} == {"worries", "good-things", "dreams"}
